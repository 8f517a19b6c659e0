// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The few packets of a room (RFC-5) that a guest needs, each in a frame as clients send it. */
final class RoomBytes {
    private static final int WELCOME = 1;
    private static final int UPDATE = 3;
    private static final int CHALLENGE = 4;
    private static final int SIGNED = 5;
    private static final int IDENTIFICATION = 7;
    private static final int BODY = 2;
    private static final int UNRELIABLE = 3;

    private RoomBytes() {}

    static ByteBuffer identification(String address) {
        return frame(field(IDENTIFICATION, text(address)));
    }

    static ByteBuffer signed(String chain) {
        return frame(field(SIGNED, text(chain)));
    }

    static ByteBuffer update(ByteBuffer body, boolean isReliable) {
        byte[] bytes = new byte[body.remaining()];
        body.duplicate().get(bytes);
        byte[] inside = field(BODY, bytes);
        if (!isReliable) {
            inside = Arrays.copyOf(inside, inside.length + 2);
            inside[inside.length - 2] = UNRELIABLE << 3;
            inside[inside.length - 1] = 1;
        }
        return frame(field(UPDATE, inside));
    }

    static boolean isWelcome(byte[] packet) {
        return find(packet, WELCOME).isPresent();
    }

    /** What is to be signed, where that is asked for. */
    static Optional<String> challenge(byte[] packet) {
        return find(packet, CHALLENGE)
                .flatMap(inside -> find(inside, 1))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** What another guest sent. */
    static Optional<byte[]> body(byte[] packet) {
        return find(packet, UPDATE).flatMap(inside -> find(inside, BODY));
    }

    private static byte[] text(String text) {
        return field(1, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] field(int number, byte[] inside) {
        var out = new ByteArrayOutputStream(inside.length + 8);
        out.write(number << 3 | 2);
        int rest = inside.length;
        for (; rest > 0x7F; rest >>>= 7) {
            out.write(rest & 0x7F | 0x80);
        }
        out.write(rest);
        out.writeBytes(inside);
        return out.toByteArray();
    }

    /** The first field of that number that holds bytes; others are numbers. */
    private static Optional<byte[]> find(byte[] bytes, int number) {
        var in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int tag = varint(in);
            int size = varint(in);
            if ((tag & 7) == 2) {
                byte[] inside = new byte[size];
                in.get(inside);
                if (tag >> 3 == number) {
                    return Optional.of(inside);
                }
            }
        }
        return Optional.empty();
    }

    private static int varint(ByteBuffer in) {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.get();
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** The mask is 0: servers do the same work whatever it is. */
    private static ByteBuffer frame(byte[] packet) {
        var frame = ByteBuffer.allocate(packet.length + 8).put((byte) 0x82);
        if (packet.length < 126) {
            frame.put((byte) (0x80 | packet.length));
        } else {
            frame.put((byte) (0x80 | 126)).putShort((short) packet.length);
        }
        return frame.putInt(0).put(packet).flip();
    }
}
