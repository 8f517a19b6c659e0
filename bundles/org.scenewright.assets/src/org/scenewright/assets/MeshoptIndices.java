// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Decodes indices as EXT_meshopt_compression compresses them: triangles by the edges that they
 * share with recent ones, sequences by differences.
 */
final class MeshoptIndices {
    private static final int TRIANGLES = 0xE1;
    private static final int SEQUENCE = 0xD1;

    /** The most frequent pairs of nibbles stand in a table at the end. */
    private static final int TABLE = 16;

    /** What a sequence ends with, so that decoders may read ahead. */
    private static final int PADDING = 4;

    private final ByteBuffer in;
    private final int count;
    private final int size;
    private final ByteBuffer out;
    private final Recent edges = new Recent(32);
    private final Recent corners = new Recent(16);
    private int next;
    private int last;

    /** The last few numbers, the newest being number 0. */
    private static final class Recent {
        private final int[] numbers;
        private int pushed;

        Recent(int size) {
            numbers = new int[size];
        }

        void push(int number) {
            numbers[pushed++ & numbers.length - 1] = number;
        }

        int get(int back) {
            return numbers[pushed - 1 - back & numbers.length - 1];
        }
    }

    /**
     * @param size of an index in bytes, 2 or 4
     */
    MeshoptIndices(ByteBuffer in, int count, int size) {
        if (size != 2 && size != 4) {
            throw new AssetException("its compressed indices have " + size + " bytes each");
        }
        this.in = in;
        this.count = count;
        this.size = size;
        out = ByteBuffer.allocate(count * size).order(ByteOrder.LITTLE_ENDIAN);
    }

    byte[] sequence() {
        begin(SEQUENCE);
        int[] lines = new int[2];
        for (int i = 0; i < count; i++) {
            int code = varint();
            lines[code & 1] += MeshoptVertices.signed(code >>> 1);
            put(lines[code & 1]);
        }
        if (in.remaining() < PADDING) {
            throw new AssetException("its compressed indices end too early");
        }
        return out.array();
    }

    byte[] triangles() {
        begin(TRIANGLES);
        int triangles = count / 3;
        if (count % 3 != 0 || in.remaining() < triangles + TABLE) {
            throw new AssetException("its compressed triangles end too early");
        }
        int codes = in.position();
        in.position(codes + triangles);
        int table = in.limit() - TABLE;
        for (int i = 0; i < triangles; i++) {
            int code = in.get(codes + i) & 0xFF;
            if (code < 0xF0) {
                beside(code >> 4, code & 15);
            } else {
                apart(code & 15, table);
            }
        }
        return out.array();
    }

    private void begin(int head) {
        if (!in.hasRemaining() || (in.get() & 0xFF) != head) {
            throw new AssetException("its compressed indices are of an unknown version");
        }
    }

    /** A triangle at a recent edge. */
    private void beside(int edge, int way) {
        int a = edges.get(edge * 2);
        int b = edges.get(edge * 2 + 1);
        int c = third(way);
        edges.push(b);
        edges.push(c);
        edges.push(c);
        edges.push(a);
        triangle(a, b, c);
    }

    private int third(int way) {
        if (way > 0 && way < 13) {
            return corners.get(way);
        }
        int corner =
                switch (way) {
                    case 0 -> next++;
                    case 13 -> --last;
                    case 14 -> ++last;
                    default -> far();
                };
        corners.push(corner);
        return corner;
    }

    /** A triangle at no recent edge. */
    private void apart(int way, int table) {
        int pair = way < 14 ? in.get(table + way) & 0xFF : byteHere();
        if (way >= 14 && pair == 0) {
            next = 0;
        }
        int a = way == 15 ? far() : next++;
        int second = pair >> 4;
        int third = pair & 15;
        // In the table, 15 is a recent corner as the others are.
        int far = way < 14 ? 16 : 15;
        int b = corner(second, far);
        int c = corner(third, far);
        corners.push(a);
        pushNew(second, far, b);
        pushNew(third, far, c);
        for (int corner : new int[] {a, b, b, c, c, a}) {
            edges.push(corner);
        }
        triangle(a, b, c);
    }

    private int corner(int code, int far) {
        return code == 0 ? next++ : code == far ? far() : corners.get(code - 1);
    }

    private void pushNew(int code, int far, int corner) {
        if (code == 0 || code == far) {
            corners.push(corner);
        }
    }

    /** A corner given by its difference to the one that was given so before. */
    private int far() {
        last += MeshoptVertices.signed(varint());
        return last;
    }

    /** Seven bits a byte, the lowest first. */
    private int varint() {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = byteHere();
            value |= (part & 0x7F) << shift;
            if (part < 0x80) {
                return value;
            }
        }
        throw new AssetException("its compressed indices are damaged");
    }

    private int byteHere() {
        if (!in.hasRemaining()) {
            throw new AssetException("its compressed indices end too early");
        }
        return in.get() & 0xFF;
    }

    private void triangle(int a, int b, int c) {
        put(a);
        put(b);
        put(c);
    }

    private void put(int index) {
        if (size == 2) {
            out.putShort((short) index);
        } else {
            out.putInt(index);
        }
    }
}
