// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The comments of a source text, found by what stands above something or behind it.
 *
 * @param source the text
 */
record Comments(String source) {
    private static final Pattern DIRECTIVE =
            Pattern.compile(
                    "(eslint|prettier|tslint|@ts-|#region|#endregion|istanbul|\\s*$|[^\\p{L}]*$).*");

    private static final Pattern BEHIND =
            Pattern.compile(
                    "\\s*(?:,\\s*)?"
                            + "(?://[/!]*(?<line>.*)"
                            + "|/\\*+!?(?<block>(?:(?!\\*/).)*)\\*/\\s*(?:[,;)}\\]].*|//.*)?)");

    /** The comment directly above the line of an offset, or before it on the line; may be empty. */
    String above(int offset) {
        Deque<String> lines = new ArrayDeque<>();
        int end = offset;
        while (end > 0) {
            int start = startOfLine(end);
            var text = source.substring(start, end).strip();
            if (text.endsWith("*/")) {
                return block(end, text).orElseJoin(lines);
            }
            boolean isFirst = end == offset;
            if (text.startsWith("//") && !isFirst) {
                lines.addFirst(text.replaceFirst("^/{2,}!?", "").strip());
            } else if (!(isFirst && text.isEmpty())) {
                break;
            }
            end = start - 1;
        }
        return join(lines);
    }

    /**
     * The comment behind something on the same line; may be empty. One behind which there is more
     * on the line is that of what follows, unless a comma follows or what encloses both ends.
     *
     * @param end of what it is behind
     */
    String behind(int end) {
        int newline = source.indexOf('\n', end);
        var rest = source.substring(end, newline < 0 ? source.length() : newline);
        var match = BEHIND.matcher(rest);
        if (!match.matches()) {
            return "";
        }
        boolean isLine = match.group("line") != null;
        return clean(isLine ? match.group("line") : match.group("block"));
    }

    private int startOfLine(int end) {
        return source.lastIndexOf('\n', end - 1) + 1;
    }

    /** A block comment that ends before an offset, if code does not stand before it on its line. */
    private Block block(int end, String lastLine) {
        int close = source.lastIndexOf("*/", end - 1);
        int open = source.lastIndexOf("/*", close - 1);
        boolean isAlone = open >= 0 && source.substring(startOfLine(open + 1), open).isBlank();
        boolean isBefore =
                open >= 0 && source.indexOf('\n', open) < 0
                        || !source.substring(open, close).contains("\n");
        return isAlone || isBefore && isBeforeOnItsLine(close)
                ? new Block(source.substring(open + 2, close))
                : new Block("");
    }

    private boolean isBeforeOnItsLine(int close) {
        int newline = source.indexOf('\n', close);
        return newline < 0 || !source.substring(close + 2, newline).isBlank();
    }

    private record Block(String text) {
        String orElseJoin(Deque<String> lines) {
            return lines.isEmpty() ? clean(text) : join(lines);
        }
    }

    private static String clean(String comment) {
        return join(
                Arrays.stream(comment.split("\\R"))
                        .map(line -> line.strip().replaceFirst("^\\*+\\s?", "").strip())
                        .takeWhile(line -> !line.startsWith("@"))
                        .collect(Collectors.toCollection(ArrayDeque::new)));
    }

    private static String join(Deque<String> lines) {
        return lines.stream()
                .filter(line -> !DIRECTIVE.matcher(line).matches())
                .collect(Collectors.joining("\n"));
    }
}
