// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A packet of RFC-4 that holds bytes of a scene: {@code Packet{scene{scene_id, data}}}. Other
 * programs in the same room pass it over, and so do we with theirs.
 *
 * @param scene for whom it is
 * @param data what explorers hand to a scene
 */
record ScenePacket(String scene, ByteBuffer data) {
    private static final int SCENE = 6 << 3 | 2;
    private static final int SCENE_ID = 1 << 3 | 2;
    private static final int DATA = 2 << 3 | 2;

    byte[] toBytes() {
        byte[] id = scene.getBytes(StandardCharsets.UTF_8);
        var inner = new ByteArrayOutputStream();
        inner.write(SCENE_ID);
        varint(id.length, inner);
        inner.writeBytes(id);
        inner.write(DATA);
        varint(data.remaining(), inner);
        var bytes = new byte[data.remaining()];
        data.duplicate().get(bytes);
        inner.writeBytes(bytes);
        var out = new ByteArrayOutputStream();
        out.write(SCENE);
        varint(inner.size(), out);
        out.writeBytes(inner.toByteArray());
        return out.toByteArray();
    }

    private static void varint(int value, ByteArrayOutputStream out) {
        for (int left = value; ; left >>>= 7) {
            if (left < 0x80) {
                out.write(left);
                return;
            }
            out.write(left & 0x7F | 0x80);
        }
    }

    /**
     * Reads a packet; nothing where it is one of another kind, as there are in every room.
     *
     * @throws IOException when the bytes are no packet
     */
    static Optional<ScenePacket> read(ByteBuffer bytes) throws IOException {
        var fields = bytes.slice();
        Optional<ScenePacket> found = Optional.empty();
        while (fields.hasRemaining()) {
            int tag = varint(fields);
            if (tag == SCENE) {
                found = Optional.of(scene(span(fields)));
            } else {
                skip(tag, fields);
            }
        }
        return found;
    }

    private static ScenePacket scene(ByteBuffer fields) throws IOException {
        String id = "";
        var data = ByteBuffer.allocate(0);
        while (fields.hasRemaining()) {
            int tag = varint(fields);
            switch (tag) {
                case SCENE_ID -> id = StandardCharsets.UTF_8.decode(span(fields)).toString();
                case DATA -> data = span(fields);
                default -> skip(tag, fields);
            }
        }
        return new ScenePacket(id, data);
    }

    private static ByteBuffer span(ByteBuffer bytes) throws IOException {
        return take(varint(bytes), bytes);
    }

    private static ByteBuffer take(int length, ByteBuffer bytes) throws IOException {
        if (length < 0 || length > bytes.remaining()) {
            throw new IOException("a field of %s bytes".formatted(length));
        }
        var span = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return span;
    }

    private static void skip(int tag, ByteBuffer bytes) throws IOException {
        switch (tag & 7) {
            case 0 -> varint(bytes);
            case 1 -> take(Long.BYTES, bytes);
            case 2 -> span(bytes);
            case 5 -> take(Integer.BYTES, bytes);
            default -> throw new IOException("a field of type " + (tag & 7));
        }
    }

    /** A number of up to 64 bits, of which only the lower half counts here. */
    private static int varint(ByteBuffer bytes) throws IOException {
        long value = 0;
        for (int shift = 0; shift < 70 && bytes.hasRemaining(); shift += 7) {
            int next = bytes.get();
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (int) value;
            }
        }
        throw new IOException("a number without end");
    }
}
