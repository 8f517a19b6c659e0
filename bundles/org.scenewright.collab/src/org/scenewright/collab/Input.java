// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes that somebody sent while they are read: no length is believed before it is held. */
final class Input {
    private static final int ADDRESS = 20;

    private final ByteBuffer bytes;

    Input(ByteBuffer bytes) {
        this.bytes = bytes.slice();
    }

    Input(byte[] bytes) {
        this(ByteBuffer.wrap(bytes));
    }

    /** Reads one part of a list. */
    interface Reader<T> {
        T read(Input in) throws IOException;
    }

    int octet() throws IOException {
        require(1);
        return bytes.get() & 0xFF;
    }

    boolean flag() throws IOException {
        int value = octet();
        if (value > 1) {
            throw new IOException("a flag of " + value);
        }
        return value == 1;
    }

    int integer() throws IOException {
        require(Integer.BYTES);
        return bytes.getInt();
    }

    long number() throws IOException {
        require(Long.BYTES);
        return bytes.getLong();
    }

    /** A number that counts something, which is not negative. */
    long tally() throws IOException {
        long value = number();
        if (value < 0) {
            throw new IOException("a count of " + value);
        }
        return value;
    }

    /** A finite number. */
    double real() throws IOException {
        float value = Float.intBitsToFloat(integer());
        if (!Float.isFinite(value)) {
            throw new IOException("a number that is " + value);
        }
        return value;
    }

    byte[] raw(int length) throws IOException {
        require(length);
        var value = new byte[length];
        bytes.get(value);
        return value;
    }

    byte[] bytes(int most) throws IOException {
        return raw(count(most));
    }

    String text(int mostBytes) throws IOException {
        try {
            var value = ByteBuffer.wrap(bytes(mostBytes));
            return StandardCharsets.UTF_8.newDecoder().decode(value).toString();
        } catch (CharacterCodingException broken) {
            throw new IOException("a text that is no UTF-8", broken);
        }
    }

    String address() throws IOException {
        return "0x" + HexFormat.of().formatHex(raw(ADDRESS));
    }

    /** How many follow, each of at least a byte. */
    int count(int most) throws IOException {
        int count = integer();
        if (count < 0 || count > Math.min(most, bytes.remaining())) {
            throw new IOException(
                    "%s where %s is the most".formatted(count, Math.min(most, bytes.remaining())));
        }
        return count;
    }

    <T> List<T> list(int most, Reader<T> reader) throws IOException {
        var values = new ArrayList<T>();
        for (int left = count(most); left > 0; left--) {
            values.add(reader.read(this));
        }
        return values;
    }

    /** What is left. */
    ByteBuffer rest() {
        return bytes.slice();
    }

    /**
     * @throws IOException where anything is left
     */
    void end() throws IOException {
        if (bytes.hasRemaining()) {
            throw new IOException(bytes.remaining() + " bytes too many");
        }
    }

    private void require(int length) throws IOException {
        if (bytes.remaining() < length) {
            throw new IOException("%s bytes of %s".formatted(bytes.remaining(), length));
        }
    }
}
