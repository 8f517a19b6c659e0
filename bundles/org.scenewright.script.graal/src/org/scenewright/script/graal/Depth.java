// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

/**
 * How deep the parser may have to go into a source at most, as it cannot be asked to stop: one that
 * runs out of stack ends the process.
 *
 * @param brackets how deep brackets are nested
 * @param longest how many characters stand between two that end an expression; texts and comments
 *     do not count
 */
record Depth(int brackets, int longest) {

    static Depth of(String source) {
        return new Scan(source).depth();
    }

    private static final class Scan {
        private final String source;
        private int at;

        Scan(String source) {
            this.source = source;
        }

        Depth depth() {
            int depth = 0;
            int deepest = 0;
            int run = 0;
            int longest = 0;
            for (; at < source.length(); at++) {
                char c = source.charAt(at);
                depth = Math.max(0, depth + nesting(c));
                deepest = Math.max(deepest, depth);
                run = ",;{}".indexOf(c) >= 0 ? 0 : run + 1;
                longest = Math.max(longest, run);
                skip(c);
            }
            return new Depth(deepest, longest);
        }

        private static int nesting(char c) {
            return "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
        }

        private void skip(char c) {
            if (c == '"' || c == '\'') {
                skipText(c);
            } else if (source.startsWith("//", at)) {
                skipTo("\n");
            } else if (source.startsWith("/*", at)) {
                skipTo("*/");
            }
        }

        private void skipTo(String end) {
            int found = source.indexOf(end, at + 2);
            at = found < 0 ? source.length() : found + end.length() - 1;
        }

        /** A text ends with its line, be it closed or not. */
        private void skipText(char quote) {
            for (at++; at < source.length(); at++) {
                char c = source.charAt(at);
                if (c == quote || c == '\n') {
                    return;
                }
                at += c == '\\' ? 1 : 0;
            }
        }
    }
}
