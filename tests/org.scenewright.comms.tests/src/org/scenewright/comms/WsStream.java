// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client says over a WebSocket, for servers of tests that have a thread for each. */
final class WsStream {
    private static final Pattern KEY =
            Pattern.compile("(?is).*\r\nsec-websocket-key: *([^ \r]+) *\r\n.*");
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    private final InputStream in;
    private final WsFrames frames = new WsFrames(1 << 16);
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 17).flip();

    WsStream(InputStream in) {
        this.in = in;
    }

    /** Reads the request that it begins with; the answer to it. */
    byte[] upgrade(String protocol) throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("There was no request.");
            }
            text.append((char) next);
        }
        Matcher key = KEY.matcher(text);
        if (!key.matches() || text.indexOf(protocol) < 0) {
            throw new IOException("This is no request for " + protocol + ".");
        }
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Protocol: "
                        + protocol
                        + "\r\nSec-WebSocket-Accept: "
                        + accept(key.group(1))
                        + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String accept(String key) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The next message; nothing at the end. */
    Optional<ByteBuffer> next() throws IOException {
        while (true) {
            Optional<WsFrames.Message> message = frames.next(bytes);
            if (message.isPresent() && message.get().opcode() == WsFrame.CLOSE) {
                return Optional.empty();
            }
            if (message.isPresent() && message.get().opcode() == WsFrame.BINARY) {
                return message.map(WsFrames.Message::payload);
            }
            if (message.isEmpty() && !fill()) {
                return Optional.empty();
            }
        }
    }

    private boolean fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(0, read)).flip();
        return read > 0;
    }
}
