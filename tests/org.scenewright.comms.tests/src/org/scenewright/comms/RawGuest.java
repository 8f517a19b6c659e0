// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A guest that keeps to nothing but what the test says, byte by byte. */
final class RawGuest implements AutoCloseable {
    private static final int LAST = 0x80;
    private static final int PATIENCE_MILLIS = 20_000;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;

    RawGuest(InetSocketAddress server) throws IOException {
        this(server, "127.0.0.1");
    }

    /** A guest that comes from an address of this machine. */
    RawGuest(InetSocketAddress server, String from) throws IOException {
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(server);
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
    }

    /** A guest that asked for a room. */
    static RawGuest upgraded(InetSocketAddress server, String room) throws IOException {
        var guest = new RawGuest(server);
        guest.say(
                "GET /rooms/"
                        + room
                        + " HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Sec-WebSocket-Protocol: rfc4, rfc5\r\n\r\n");
        String answer = guest.answer();
        if (!answer.startsWith("HTTP/1.1 101 ")) {
            throw new IOException(answer);
        }
        return guest;
    }

    /** A guest that is in. */
    static RawGuest entered(InetSocketAddress server, String room, Identity identity)
            throws IOException {
        RawGuest guest = upgraded(server, room);
        guest.send(new RoomPacket.Identification(identity.address()));
        guest.prove(identity);
        if (!(guest.packet().orElseThrow() instanceof RoomPacket.Welcome)) {
            throw new IOException("There was no welcome.");
        }
        return guest;
    }

    /** Signs the challenge that comes. */
    void prove(Identity identity) throws IOException {
        if (packet().orElseThrow() instanceof RoomPacket.Challenge challenge) {
            send(new RoomPacket.SignedChallenge(identity.sign(challenge.challenge()).join()));
        }
    }

    void say(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void send(RoomPacket packet) throws IOException {
        out.write(frame(LAST | WsFrame.BINARY, packet.toBytes()));
    }

    void send(int first, String payload) throws IOException {
        out.write(frame(first, ByteBuffer.wrap(payload.getBytes(StandardCharsets.UTF_8))));
    }

    /** A masked frame as clients send it. */
    static byte[] frame(int first, ByteBuffer payload) {
        ByteBuffer bytes = ByteBuffer.allocate(14 + payload.remaining());
        bytes.put((byte) first);
        if (payload.remaining() < 126) {
            bytes.put((byte) (0x80 | payload.remaining()));
        } else if (payload.remaining() < 1 << 16) {
            bytes.put((byte) (0x80 | 126)).putShort((short) payload.remaining());
        } else {
            bytes.put((byte) (0x80 | 127)).putLong(payload.remaining());
        }
        byte[] mask = {0x11, 0x22, (byte) 0xF3, 0x44};
        bytes.put(mask);
        for (int i = 0; payload.hasRemaining(); i++) {
            bytes.put((byte) (payload.get() ^ mask[i & 3]));
        }
        byte[] frame = new byte[bytes.position()];
        bytes.flip().get(frame);
        return frame;
    }

    /** What is said over HTTP. */
    String answer() throws IOException {
        var text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return text.toString();
            }
            text.append((char) next);
        }
        return text.toString();
    }

    /** The next frame: its first byte and what is in it; nothing at the end. */
    Optional<WsFrames.Message> frame() throws IOException {
        try {
            int first = in.readUnsignedByte();
            int size = in.readUnsignedByte();
            long length = size < 126 ? size : size == 126 ? in.readUnsignedShort() : in.readLong();
            byte[] payload = new byte[(int) length];
            in.readFully(payload);
            return Optional.of(new WsFrames.Message(first, ByteBuffer.wrap(payload)));
        } catch (EOFException | SocketException end) {
            return Optional.empty();
        }
    }

    /** The next packet; nothing once it is over. */
    Optional<RoomPacket> packet() throws IOException {
        Optional<WsFrames.Message> frame = frame();
        return frame.filter(f -> f.opcode() == (LAST | WsFrame.BINARY))
                .map(f -> RoomPacket.read(f.payload()));
    }

    /** Waits for the end; how many milliseconds it took. */
    long end() throws IOException {
        long begin = System.nanoTime();
        while (frame().isPresent()) {
            // Whatever else it says.
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
