// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HexFormat;
import java.util.function.BiConsumer;

/** The bytes of a message while it is written: big-endian, texts in UTF-8. */
final class Output {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Output octet(int value) {
        bytes.write(value);
        return this;
    }

    Output flag(boolean value) {
        return octet(value ? 1 : 0);
    }

    Output integer(int value) {
        return raw(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    Output number(long value) {
        return raw(ByteBuffer.allocate(Long.BYTES).putLong(value).array());
    }

    Output real(double value) {
        return integer(Float.floatToIntBits((float) value));
    }

    /** Bytes whose number both sides know. */
    Output raw(byte[] value) {
        bytes.writeBytes(value);
        return this;
    }

    Output bytes(byte[] value) {
        return integer(value.length).raw(value);
    }

    Output text(String value) {
        return bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    /** An address: 0x and 40 hexadecimal digits. */
    Output address(String value) {
        return raw(HexFormat.of().parseHex(value.substring(2)));
    }

    <T> Output list(Collection<T> values, BiConsumer<T, Output> writer) {
        integer(values.size());
        values.forEach(value -> writer.accept(value, this));
        return this;
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
