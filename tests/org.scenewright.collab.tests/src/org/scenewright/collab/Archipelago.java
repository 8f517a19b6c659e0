// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.Position;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * An archipelago service on loopback, in small: it lets everybody in, and tells whoever is on
 * another island than before where that one meets.
 */
final class Archipelago implements AutoCloseable {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int MOST_BYTES = 1 << 14;

    private final ServerSocket door = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
    private final Function<Position, ConnectionString> islands;
    private final Set<Socket> guests = ConcurrentHashMap.newKeySet();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    /** Where somebody said that they are. */
    record Seen(String address, Position at) {}

    /**
     * @param islands where they meet who are somewhere
     */
    Archipelago(Function<Position, ConnectionString> islands) throws IOException {
        this.islands = islands;
        Thread.ofVirtual().start(this::serve);
    }

    ConnectionString connection() {
        return ConnectionString.parse("archipelago:ws://127.0.0.1:" + door.getLocalPort() + "/ws");
    }

    /** What everybody has said of where they are. */
    List<Seen> seen() {
        return List.copyOf(seen);
    }

    private void serve() {
        try {
            while (true) {
                var guest = door.accept();
                guests.add(guest);
                Thread.ofVirtual().start(() -> serve(guest));
            }
        } catch (IOException closed) {
            log(closed);
        }
    }

    private void serve(Socket guest) {
        try (guest) {
            new Visit(guest).run();
        } catch (IOException | NoSuchAlgorithmException gone) {
            log(gone);
        }
    }

    private static void log(Exception end) {
        System.getLogger(Archipelago.class.getName())
                .log(System.Logger.Level.DEBUG, "Somebody is gone", end);
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (var guest : guests) {
            guest.close();
        }
    }

    /** Of a packet of packets: the number of the one inside, and its only field that matters. */
    private record Packet(int number, ByteBuffer field) {
        static Packet read(byte[] bytes) {
            var in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
            int number = in.get() >> 3;
            length(in);
            in.get();
            length(in);
            return new Packet(number, in);
        }

        private static int length(ByteBuffer in) {
            int low = in.get();
            return low >= 0 ? low : low & 127 | in.get() << 7;
        }

        String text() {
            return StandardCharsets.UTF_8.decode(field).toString();
        }

        Position position() {
            float[] at = new float[4];
            while (field.hasRemaining()) {
                at[field.get() >> 3] = field.getFloat();
            }
            return new Position(at[1], at[2], at[3]);
        }
    }

    /** One who is there. */
    private final class Visit {
        private final Socket socket;
        private final DataInputStream in;
        private String address = "";
        private ConnectionString island = ConnectionString.parse("offline:");

        Visit(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new DataInputStream(socket.getInputStream());
        }

        void run() throws IOException, NoSuchAlgorithmException {
            upgrade();
            while (true) {
                byte[] frame = new byte[2];
                in.readFully(frame);
                var payload = payload(frame[1] & 127);
                switch (frame[0] & 15) {
                    case 2 -> heard(Packet.read(payload));
                    case 8 -> throw new EOFException("They have left.");
                    default -> {}
                }
            }
        }

        private void upgrade() throws IOException, NoSuchAlgorithmException {
            String key = "";
            for (var line = line(); !line.isEmpty(); line = line()) {
                if (line.toLowerCase().startsWith("sec-websocket-key:")) {
                    key = line.substring(line.indexOf(':') + 1).strip();
                }
            }
            byte[] hash =
                    MessageDigest.getInstance("SHA-1")
                            .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
            var answer =
                    List.of(
                            "HTTP/1.1 101 Switching Protocols",
                            "Upgrade: websocket",
                            "Connection: Upgrade",
                            "Sec-WebSocket-Protocol: archipelago",
                            "Sec-WebSocket-Accept: " + Base64.getEncoder().encodeToString(hash),
                            "\r\n");
            write(String.join("\r\n", answer).getBytes(StandardCharsets.US_ASCII));
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int next = in.readByte(); next != '\n'; next = in.readByte()) {
                line.append((char) next);
            }
            return line.toString().strip();
        }

        private byte[] payload(int length) throws IOException {
            int size = length == 126 ? in.readUnsignedShort() : length;
            if (size > MOST_BYTES) {
                throw new IOException("Nobody has that much to say.");
            }
            byte[] mask = new byte[4];
            in.readFully(mask);
            byte[] payload = new byte[size];
            in.readFully(payload);
            for (int i = 0; i < size; i++) {
                payload[i] ^= mask[i & 3];
            }
            return payload;
        }

        private void heard(Packet packet) throws IOException {
            switch (packet.number()) {
                case 1 -> {
                    address = packet.text();
                    say(1, "dcl-challenge");
                }
                case 2 -> say(2, address);
                default -> moved(packet.position());
            }
        }

        private void moved(Position to) throws IOException {
            seen.add(new Seen(address, to));
            var next = islands.apply(to);
            if (!next.equals(island)) {
                island = next;
                say(3, "island", next.text());
            }
        }

        /** Says a packet of texts. */
        private void say(int number, String... texts) throws IOException {
            var inside = new ByteArrayOutputStream();
            for (int i = 0; i < texts.length; i++) {
                field(inside, i + 1, texts[i].getBytes(StandardCharsets.UTF_8));
            }
            var packet = new ByteArrayOutputStream();
            field(packet, number, inside.toByteArray());
            var frame = new ByteArrayOutputStream();
            frame.write(0x82);
            frame.write(packet.size());
            packet.writeTo(frame);
            write(frame.toByteArray());
        }

        /** No text and no packet is longer than one byte can say. */
        private void field(ByteArrayOutputStream out, int number, byte[] bytes) {
            out.write(number << 3 | 2);
            out.write(bytes.length);
            out.writeBytes(bytes);
        }

        private void write(byte[] bytes) throws IOException {
            socket.getOutputStream().write(bytes);
        }
    }
}
