// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

/**
 * Where the pieces of compiled code stood in its source.
 *
 * @param mappings as source maps write them; empty if nothing has moved
 */
record SourceMap(String mappings) {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /**
     * A place in a source.
     *
     * @param line from 1
     * @param column from 1
     */
    record Spot(int line, int column) {}

    /** Where the last piece that begins at or before a place of the code came from. */
    Spot source(Spot compiled) {
        return mappings.isEmpty() ? compiled : new Reader(mappings).find(compiled);
    }

    private static final class Reader {
        private final String text;
        private int at;
        private int line;
        private int column;

        Reader(String text) {
            this.text = text;
        }

        Spot find(Spot wanted) {
            int compiledLine = 1;
            int compiledColumn = 0;
            var best = new Spot(1, 1);
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == ';') {
                    compiledLine++;
                    compiledColumn = 0;
                    at++;
                } else if (c == ',') {
                    at++;
                } else {
                    compiledColumn += number();
                    segment();
                    if (isAfter(wanted, compiledLine, compiledColumn)) {
                        return best;
                    }
                    best = new Spot(line + 1, column + 1);
                }
            }
            return best;
        }

        private static boolean isAfter(Spot wanted, int line, int column) {
            return line > wanted.line || line == wanted.line && column >= wanted.column;
        }

        /** The rest of a segment: the source's number, line and column, and perhaps a name. */
        private void segment() {
            int fields = 0;
            while (at < text.length() && ",;".indexOf(text.charAt(at)) < 0) {
                int value = number();
                fields++;
                line += fields == 2 ? value : 0;
                column += fields == 3 ? value : 0;
            }
        }

        /** A number of base-64 digits, the lowest first, the sign in the lowest bit. */
        private int number() {
            int value = 0;
            int shift = 0;
            int digit = 32;
            while ((digit & 32) != 0 && at < text.length()) {
                digit = DIGITS.indexOf(text.charAt(at++));
                value |= (digit & 31) << shift;
                shift += 5;
            }
            return (value & 1) == 0 ? value >> 1 : -(value >> 1);
        }
    }
}
