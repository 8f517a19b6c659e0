// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Takes the messages of a client out of the bytes that come in (RFC 6455, 5). */
final class WsFrames {
    private static final int LAST = 0x80;
    private static final int RESERVED = 0x70;
    private static final int MASKED = 0x80;
    private static final int TWO_BYTES = 126;
    private static final int LONGEST_CONTROL = 125;
    private static final int MASK_BYTES = 4;

    /** A message, or a frame that controls; its payload lives as long as the bytes read from. */
    record Message(int opcode, ByteBuffer payload) {}

    private final int longest;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private int begunOpcode;
    private int needed = 2;
    private long frames;

    WsFrames(int longest) {
        this.longest = longest;
    }

    /** How many bytes have to be there before it goes on. */
    int needed() {
        return needed;
    }

    /** How many frames came so far, of which many can be of one message. */
    long frames() {
        return frames;
    }

    /**
     * The next message.
     *
     * @return nothing as long as it is not all there
     * @throws CommsException when these are no frames, or one is too long
     */
    Optional<Message> next(ByteBuffer in) {
        while (in.remaining() >= needed) {
            int start = in.position();
            if (!isComplete(in)) {
                return Optional.empty();
            }
            int first = in.get(start) & 0xFF;
            ByteBuffer payload = payload(in);
            Optional<Message> message = message(first, payload);
            if (message.isPresent()) {
                return message;
            }
        }
        return Optional.empty();
    }

    /** Finds out how long the frame is, before anything is kept for it. */
    private boolean isComplete(ByteBuffer in) {
        int start = in.position();
        int first = in.get(start) & 0xFF;
        int second = in.get(start + 1) & 0xFF;
        check((first & RESERVED) == 0 && (second & MASKED) != 0, "is none of a client");
        int header = header(second);
        needed = header;
        if (in.remaining() < header) {
            return false;
        }
        long size = size(in, second & ~MASKED);
        check(size >= 0 && size + begun.size() <= longest, "is too long");
        check((first & 8) == 0 || size <= LONGEST_CONTROL && (first & LAST) != 0, "controls amiss");
        needed = header + (int) size;
        return in.remaining() >= needed;
    }

    private static int header(int second) {
        int size = second & ~MASKED;
        return 2 + MASK_BYTES + (size < TWO_BYTES ? 0 : size == TWO_BYTES ? 2 : 8);
    }

    private static long size(ByteBuffer in, int size) {
        int place = in.position() + 2;
        return size < TWO_BYTES
                ? size
                : size == TWO_BYTES ? in.getShort(place) & 0xFFFF : in.getLong(place);
    }

    private ByteBuffer payload(ByteBuffer in) {
        int header = header(in.get(in.position() + 1) & 0xFF);
        int mask = in.getInt(in.position() + header - MASK_BYTES);
        ByteBuffer payload = in.slice(in.position() + header, needed - header);
        unmask(payload, mask);
        in.position(in.position() + needed);
        needed = 2;
        frames++;
        return payload;
    }

    private static void unmask(ByteBuffer bytes, int mask) {
        long wide = (long) mask << 32 | mask & 0xFFFF_FFFFL;
        int i = 0;
        for (; i + Long.BYTES <= bytes.limit(); i += Long.BYTES) {
            bytes.putLong(i, bytes.getLong(i) ^ wide);
        }
        for (; i < bytes.limit(); i++) {
            bytes.put(i, (byte) (bytes.get(i) ^ mask >> 24 - 8 * (i & 3)));
        }
    }

    /** Nothing as long as others follow that belong to it. */
    private Optional<Message> message(int first, ByteBuffer payload) {
        int opcode = first & 0xF;
        boolean isLast = (first & LAST) != 0;
        if (opcode >= WsFrame.CLOSE) {
            check(opcode <= WsFrame.PONG, "has an unknown purpose");
            return Optional.of(new Message(opcode, payload));
        }
        boolean isContinued = opcode == WsFrame.CONTINUATION;
        check(opcode <= WsFrame.BINARY && isContinued == (begunOpcode != 0), "is out of turn");
        if (isLast && !isContinued) {
            return Optional.of(new Message(opcode, payload));
        }
        begunOpcode = isContinued ? begunOpcode : opcode;
        byte[] bytes = new byte[payload.remaining()];
        payload.get(bytes);
        begun.writeBytes(bytes);
        return isLast ? Optional.of(whole()) : Optional.empty();
    }

    private Message whole() {
        var message = new Message(begunOpcode, ByteBuffer.wrap(begun.toByteArray()));
        begun.reset();
        begunOpcode = 0;
        return message;
    }

    private static void check(boolean holds, String breach) {
        if (!holds) {
            throw new CommsException("A frame " + breach + ".");
        }
    }
}
