// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Makes one frame: u32 length of what follows, u8 type, values. Little endian; texts, lists and
 * tables are preceded by their u32 length, what may be absent by a flag.
 */
final class WireWriter {
    private ByteBuffer out = ByteBuffer.allocate(256).order(ByteOrder.LITTLE_ENDIAN);

    WireWriter() {
        out.putInt(0);
    }

    WireWriter type(int type) {
        room(1).put((byte) type);
        return this;
    }

    WireWriter number(int value) {
        room(4).putInt(value);
        return this;
    }

    WireWriter longNumber(long value) {
        room(8).putLong(value);
        return this;
    }

    WireWriter flag(boolean value) {
        return type(value ? 1 : 0);
    }

    WireWriter text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        room(bytes.length).put(bytes);
        return this;
    }

    WireWriter bytes(ByteBuffer value) {
        number(value.remaining());
        room(value.remaining()).put(value.duplicate());
        return this;
    }

    <T> WireWriter optional(Optional<T> value, BiConsumer<T, WireWriter> write) {
        flag(value.isPresent());
        value.ifPresent(v -> write.accept(v, this));
        return this;
    }

    <T> WireWriter list(List<T> values, BiConsumer<T, WireWriter> write) {
        number(values.size());
        values.forEach(value -> write.accept(value, this));
        return this;
    }

    WireWriter texts(Map<String, String> values) {
        number(values.size());
        values.forEach((key, value) -> text(key).text(value));
        return this;
    }

    /** The frame, ready to be sent. */
    ByteBuffer frame() {
        return out.putInt(0, out.position() - 4).flip();
    }

    private ByteBuffer room(int bytes) {
        long size = (long) out.position() + bytes;
        if (size > WireChannel.MAX_FRAME) {
            throw new WireException(
                    "A message of more than " + (WireChannel.MAX_FRAME >> 20) + " MB");
        }
        if (size > out.capacity()) {
            long roomy = Math.min(2 * size, WireChannel.MAX_FRAME);
            out = ByteBuffer.allocate((int) roomy).order(out.order()).put(out.flip());
        }
        return out;
    }
}
