// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** The pieces of a source map, all lines and columns counted from 0. */
final class Mappings {
    private static final String DIGITS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final int MOST = 8 << 20;

    private final String text;
    private final int sources;
    private int at;

    /** Line and column in the bundle, in ascending order. */
    private long[] starts = new long[1024];

    /** Three for each: source, line, column. */
    private int[] origins = new int[3 * 1024];

    private int count;

    private Mappings(String text, int sources) {
        this.text = text;
        this.sources = sources;
    }

    /** Where a piece came from. */
    record Origin(int source, int line, int column) {}

    static Mappings read(String text, int sources) throws IOException {
        var mappings = new Mappings(text, sources);
        mappings.decode();
        return mappings;
    }

    /** Where the last piece of the line came from that starts at or before a column. */
    Optional<Origin> origin(int line, int column) {
        int found = Arrays.binarySearch(starts, 0, count, start(line, column));
        int piece = found < 0 ? -found - 2 : found;
        return piece < 0 || starts[piece] >> 32 != line
                ? Optional.empty()
                : Optional.of(
                        new Origin(
                                origins[3 * piece],
                                origins[3 * piece + 1],
                                origins[3 * piece + 2]));
    }

    private static long start(int line, int column) {
        return (long) line << 32 | column;
    }

    private void decode() throws IOException {
        int line = 0;
        int column = 0;
        int[] origin = new int[3];
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == ';') {
                line++;
                column = 0;
                at++;
            } else if (c == ',') {
                at++;
            } else {
                column += number();
                if (hasOrigin(origin)) {
                    add(start(line, column), origin);
                }
            }
        }
    }

    /** Reads the rest of a piece, perhaps with a name, which does not matter. */
    private boolean hasOrigin(int[] origin) throws IOException {
        int fields = 0;
        while (at < text.length() && ",;".indexOf(text.charAt(at)) < 0) {
            int value = number();
            if (fields < 3) {
                origin[fields] += value;
            }
            fields++;
        }
        if (fields >= 3 && (origin[0] < 0 || origin[0] >= sources || origin[1] < 0)) {
            throw new IOException("A source map names what is not there");
        }
        return fields >= 3;
    }

    private void add(long start, int[] origin) throws IOException {
        if (count > 0 && start < starts[count - 1] || start < 0) {
            return;
        }
        if (count == MOST) {
            throw new IOException("A source map has more than " + MOST + " pieces");
        }
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, 2 * count);
            origins = Arrays.copyOf(origins, 6 * count);
        }
        starts[count] = start;
        System.arraycopy(origin, 0, origins, 3 * count, 3);
        count++;
    }

    /** A number of base-64 digits, the lowest first, the sign in the lowest bit. */
    private int number() throws IOException {
        int value = 0;
        int digit = 32;
        for (int shift = 0; (digit & 32) != 0; shift += 5) {
            digit = at < text.length() ? DIGITS.indexOf(text.charAt(at++)) : -1;
            if (digit < 0 || shift > 30) {
                throw new IOException("A source map is broken at character " + at);
            }
            value |= (digit & 31) << shift;
        }
        return (value & 1) == 0 ? value >>> 1 : -(value >>> 1);
    }
}
