// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * A glTF file taken apart, with every length checked against what is really there.
 *
 * @param binary the chunk that follows the JSON in a binary file
 */
record Glb(ByteBuffer json, Optional<ByteBuffer> binary) {
    private static final int MAGIC = 0x46546C67;
    private static final int JSON = 0x4E4F534A;
    private static final int BIN = 0x004E4942;
    private static final int HEADER = 12;
    private static final int CHUNK_HEADER = 8;

    /** A binary file by its first bytes, else plain JSON. */
    static Glb of(byte[] file) {
        var in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return file.length >= 4 && in.getInt(0) == MAGIC
                ? binary(in)
                : new Glb(in, Optional.empty());
    }

    private static Glb binary(ByteBuffer in) {
        if (in.remaining() < HEADER + CHUNK_HEADER) {
            throw new AssetException("the file ends within its header");
        }
        if (in.getInt(4) != 2) {
            throw new AssetException(
                    "it is glTF " + Integer.toUnsignedString(in.getInt(4)) + ", not 2");
        }
        in.limit(size(in)).position(HEADER);
        var json =
                chunk(in, JSON)
                        .orElseThrow(() -> new AssetException("its first chunk is not JSON"));
        return new Glb(json, in.remaining() >= CHUNK_HEADER ? chunk(in, BIN) : Optional.empty());
    }

    private static int size(ByteBuffer in) {
        long declared = Integer.toUnsignedLong(in.getInt(8));
        if (declared > in.limit()) {
            throw new AssetException(
                    "its header promises %d bytes, but the file has %d"
                            .formatted(declared, in.limit()));
        }
        if (declared < HEADER + CHUNK_HEADER) {
            throw new AssetException("its header promises only " + declared + " bytes");
        }
        return (int) declared;
    }

    /** The next chunk, where it is of that type. */
    private static Optional<ByteBuffer> chunk(ByteBuffer in, int type) {
        long length = Integer.toUnsignedLong(in.getInt());
        int found = in.getInt();
        if (length > in.remaining()) {
            throw new AssetException(
                    "a chunk promises %d bytes, but %d follow".formatted(length, in.remaining()));
        }
        var chunk = in.slice(in.position(), (int) length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + (int) length);
        return found == type ? Optional.of(chunk) : Optional.empty();
    }
}
