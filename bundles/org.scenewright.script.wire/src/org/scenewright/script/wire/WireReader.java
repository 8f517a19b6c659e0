// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Takes values out of one frame, in the order in which {@link WireWriter} put them in.
 *
 * <p>Every length is held against what is left of the frame before anything of that size is made.
 */
final class WireReader {
    private final ByteBuffer in;

    WireReader(ByteBuffer frame) {
        in = frame.slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    int type() {
        require(1, "a type");
        return in.get() & 0xFF;
    }

    int number() {
        require(4, "a number");
        return in.getInt();
    }

    long longNumber() {
        require(8, "a long number");
        return in.getLong();
    }

    boolean flag() {
        int value = type();
        if (value > 1) {
            throw new WireException("A flag is " + value);
        }
        return value == 1;
    }

    <T> T oneOf(T[] values) {
        int index = type();
        if (index >= values.length) {
            throw new WireException("A choice is " + index + " of " + values.length);
        }
        return values[index];
    }

    String text() {
        int length = count("a text");
        ByteBuffer bytes = in.slice(in.position(), length);
        in.position(in.position() + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw new WireException("A text of " + length + " bytes is not UTF-8");
        }
    }

    /** Bytes that share the memory of the frame, and cannot be written. */
    ByteBuffer bytes() {
        int length = count("a block of bytes");
        ByteBuffer bytes = in.slice(in.position(), length).asReadOnlyBuffer();
        in.position(in.position() + length);
        return bytes.order(ByteOrder.LITTLE_ENDIAN);
    }

    <T> Optional<T> optional(Function<WireReader, T> value) {
        return flag() ? Optional.of(value.apply(this)) : Optional.empty();
    }

    <T> List<T> list(Function<WireReader, T> element) {
        int count = count("a list");
        List<T> values = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            values.add(element.apply(this));
        }
        return values;
    }

    Map<String, String> texts() {
        int count = count("a table");
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            values.put(text(), text());
        }
        return values;
    }

    void end() {
        if (in.hasRemaining()) {
            throw new WireException(in.remaining() + " bytes too many in a message");
        }
    }

    /** Of something whose parts take at least a byte each. */
    private int count(String what) {
        int count = number();
        if (count < 0 || count > in.remaining()) {
            throw new WireException(
                    "The length of "
                            + what
                            + " is "
                            + Integer.toUnsignedString(count)
                            + ", but "
                            + in.remaining()
                            + " bytes are left");
        }
        return count;
    }

    private void require(int bytes, String what) {
        if (in.remaining() < bytes) {
            throw new WireException("The message ends within " + what);
        }
    }
}
