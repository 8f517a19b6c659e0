// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * A whole frame of a WebSocket from the server (RFC 6455, 5.2), the same bytes for all who get it.
 *
 * @param bytes with the header; never changed
 */
record WsFrame(ByteBuffer bytes, boolean isReliable) {
    static final int CONTINUATION = 0;
    static final int TEXT = 1;
    static final int BINARY = 2;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;

    private static final int LAST = 0x80;
    private static final int LONGEST_CLOSE = 125;
    private static final int LONGEST_HEADER = 10;
    private static final int TWO_BYTES = 126;
    private static final int EIGHT_BYTES = 127;

    static WsFrame of(RoomPacket packet) {
        return of(BINARY, packet.toBytes());
    }

    /** One copy of the body, whoever gets it. */
    static WsFrame of(PeerUpdate update) {
        int size = update.packetSize();
        ByteBuffer bytes = header(BINARY, size);
        update.writeTo(bytes);
        return new WsFrame(bytes.flip(), !update.isUnreliable());
    }

    static WsFrame of(int opcode, ByteBuffer payload) {
        ByteBuffer bytes = header(opcode, payload.remaining());
        bytes.put(payload.duplicate());
        return new WsFrame(bytes.flip(), true);
    }

    /**
     * Says good-bye.
     *
     * @param reason for people; what is too long for a frame of this kind is cut off
     */
    static WsFrame close(int code, String reason) {
        ByteBuffer payload = ByteBuffer.allocate(LONGEST_CLOSE).putShort((short) code);
        StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(reason), payload, true);
        return of(CLOSE, payload.flip());
    }

    private static ByteBuffer header(int opcode, int size) {
        ByteBuffer bytes = ByteBuffer.allocate(LONGEST_HEADER + size);
        bytes.put((byte) (LAST | opcode));
        if (size < TWO_BYTES) {
            bytes.put((byte) size);
        } else if (size < 1 << 16) {
            bytes.put((byte) TWO_BYTES).putShort((short) size);
        } else {
            bytes.put((byte) EIGHT_BYTES).putLong(size);
        }
        return bytes;
    }
}
