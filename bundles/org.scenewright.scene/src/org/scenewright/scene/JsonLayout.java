// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * How the elements of one array or object stand in their text.
 *
 * @param separator what stands between the comma and the next element
 * @param lead what stands between the opening bracket and the first element
 * @param tail what stands between the last element and the closing bracket
 * @param indent what the lines of the elements are indented by; empty where they share a line
 * @param lines whether the parts of a new element have lines of their own
 */
record JsonLayout(String separator, String lead, String tail, String indent, boolean lines) {

    /** The layout of a container that has elements: like the first two. */
    static JsonLayout of(
            byte[] text, JsonStyle style, JsonSpan container, List<? extends JsonSpan> elements) {
        if (elements.isEmpty()) {
            return ofEmpty(text, style, container);
        }
        String lead = blank(text, container.from() + 1, elements.getFirst().from());
        String tail = blank(text, elements.getLast().to(), container.to() - 1);
        int line = lead.lastIndexOf('\n');
        if (line >= 0) {
            String indent = lead.substring(line + 1);
            return new JsonLayout(style.newline() + indent, lead, tail, indent, true);
        }
        return new JsonLayout(inline(text, style, elements), lead, tail, "", false);
    }

    private static String inline(byte[] text, JsonStyle style, List<? extends JsonSpan> elements) {
        if (elements.size() == 1) {
            return style.comma().substring(1);
        }
        String between = blank(text, elements.get(0).to(), elements.get(1).from());
        return between.substring(between.indexOf(',') + 1);
    }

    /** The layout that the style of the whole text asks for. */
    private static JsonLayout ofEmpty(byte[] text, JsonStyle style, JsonSpan container) {
        if (!style.isOnLines()) {
            return new JsonLayout(style.comma().substring(1), "", "", "", false);
        }
        String outer = indent(text, container.from());
        String indent = outer + style.unit();
        String lead = style.newline() + indent;
        return new JsonLayout(lead, lead, style.newline() + outer, indent, true);
    }

    /** This layout with new elements on one line if a given one is. */
    JsonLayout likeElement(byte[] text, JsonSpan element) {
        boolean several = lines && blank(text, element.from(), element.to()).indexOf('\n') >= 0;
        return new JsonLayout(separator, lead, tail, indent, several);
    }

    /** What the line of an offset is indented by. */
    static String indent(byte[] text, int at) {
        int line = at;
        while (line > 0 && text[line - 1] != '\n') {
            line--;
        }
        int end = line;
        while (end < at && (text[end] == ' ' || text[end] == '\t')) {
            end++;
        }
        return blank(text, line, end);
    }

    private static String blank(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }
}
