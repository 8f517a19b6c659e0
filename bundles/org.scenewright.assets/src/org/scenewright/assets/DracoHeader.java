// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What a Draco stream promises before its content begins, so that it can be refused without being
 * decoded.
 *
 * @param faces how many triangles
 * @param points how many vertices at most
 */
record DracoHeader(long faces, long points) {
    private static final byte[] MAGIC = {'D', 'R', 'A', 'C', 'O'};
    private static final int MESH = 1;
    private static final int EDGEBREAKER = 1;
    private static final int METADATA = 0x8000;

    /** The only version that glTF allows. */
    private static final int VERSION = 0x0202;

    static DracoHeader read(ByteBuffer bytes) {
        try {
            return content(bytes.slice());
        } catch (BufferUnderflowException e) {
            throw new AssetException("the Draco stream ends within its header", e);
        }
    }

    private static DracoHeader content(ByteBuffer in) {
        var magic = new byte[MAGIC.length];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new AssetException("it is no Draco stream");
        }
        if (in.getShort() != VERSION || in.get() != MESH) {
            throw new AssetException("the Draco stream is no mesh of version 2.2");
        }
        int method = in.get();
        int flags = in.get() & 0xFF | (in.get() & 0xFF) << 8;
        if (method < 0 || method > EDGEBREAKER || (flags & METADATA) != 0) {
            throw new AssetException("the Draco stream is of a kind that is not understood");
        }
        return method == EDGEBREAKER ? edgebreaker(in) : sequential(in);
    }

    private static DracoHeader sequential(ByteBuffer in) {
        long faces = varint(in);
        return new DracoHeader(faces, varint(in));
    }

    private static DracoHeader edgebreaker(ByteBuffer in) {
        in.get();
        long vertices = varint(in);
        long faces = varint(in);
        if (vertices > faces * 3) {
            throw new AssetException(
                    "the Draco stream promises %d vertices of %d triangles"
                            .formatted(vertices, faces));
        }
        // Corners of one place may differ in what they carry, and are points of their own then.
        return new DracoHeader(faces, faces * 3);
    }

    /** Seven bits a byte, the lowest first. */
    private static long varint(ByteBuffer in) {
        long value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int part = in.get();
            value |= (part & 0x7FL) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new AssetException("the Draco stream has a number that does not end");
    }
}
