// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.nio.charset.StandardCharsets;

/** The places at the beginning of a JSON text that show how it is written. */
final class JsonClues {
    /** A style shows at once or never. */
    private static final int FAR_ENOUGH = 1 << 16;

    private final String text;

    JsonClues(byte[] text) {
        // Only ASCII is looked for, which no byte of a longer character can be taken for.
        this.text =
                new String(text, 0, Math.min(text.length, FAR_ENOUGH), StandardCharsets.ISO_8859_1);
    }

    /** Whether there is nothing in it to learn from. */
    boolean isBare() {
        return text.indexOf('"') < 0 && text.indexOf(',') < 0;
    }

    /** What ends a line within the text; a line end after all of it shows nothing. */
    String newline() {
        int lineFeed = text.indexOf('\n');
        if (lineFeed < 0 || lineFeed > back(text.length())) {
            return "";
        }
        return lineFeed > 0 && text.charAt(lineFeed - 1) == '\r' ? "\r\n" : "\n";
    }

    /** The step between a line that ends with a bracket and the next one. */
    String unit() {
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            int last = back(end);
            String inner = indent(end + 1);
            boolean opens = last >= 0 && (text.charAt(last) == '{' || text.charAt(last) == '[');
            String outer = opens ? indent(text.lastIndexOf('\n', end - 1) + 1) : "";
            if (opens && inner.startsWith(outer) && inner.length() > outer.length()) {
                return inner.substring(outer.length());
            }
        }
        return "";
    }

    /** What stands between the first name and its value. */
    String colon() {
        int quote = text.indexOf('"');
        while (quote >= 0) {
            int after = afterString(quote);
            int colon = forward(after);
            if (colon < text.length() && text.charAt(colon) == ':') {
                String all = text.substring(after, forward(colon + 1));
                return all.indexOf('\n') < 0 ? all : ": ";
            }
            quote = text.indexOf('"', after);
        }
        return newline().isEmpty() ? ":" : ": ";
    }

    private int afterString(int quote) {
        int at = quote + 1;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at + 1, text.length());
    }

    private String indent(int line) {
        int end = line;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(line, end);
    }

    private int back(int end) {
        int at = end - 1;
        while (at >= 0 && isBlank(text.charAt(at))) {
            at--;
        }
        return at;
    }

    private int forward(int from) {
        int at = from;
        while (at < text.length() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
