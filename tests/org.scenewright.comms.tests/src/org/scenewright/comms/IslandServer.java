// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;

/** An archipelago service on loopback: who is near each other shares an island. */
final class IslandServer implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final List<Visitor> visitors = new ArrayList<>();
    private final Told<String> heard;
    private final ServerSocket door;
    private final Islands islands;
    private volatile Optional<List<byte[]>> answers = Optional.empty();

    /**
     * Opens.
     *
     * @param connections the connection string of an island by its name
     * @param meanwhile done again and again while a test waits
     */
    IslandServer(UnaryOperator<String> connections, Runnable meanwhile) {
        this.heard = new Told<>(meanwhile);
        this.islands = new Islands(connections);
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException occupied) {
            throw new UncheckedIOException(occupied);
        }
        Thread.ofPlatform().daemon().start(this::serve);
    }

    private void serve() {
        try {
            while (true) {
                var visitor = new Visitor(door.accept());
                Thread.ofPlatform().daemon().start(visitor);
            }
        } catch (IOException closed) {
            heard.accept("closed");
        }
    }

    ConnectionString connection() {
        return new ConnectionString(
                Directors.ARCHIPELAGO,
                Directors.ARCHIPELAGO + ":ws://127.0.0.1:" + door.getLocalPort() + "/ws");
    }

    /** Whoever asks for a challenge gets these packets from now on, and nothing else. */
    void answer(byte[]... packets) {
        answers = Optional.of(List.of(packets));
    }

    /** What was said to it: who came, where somebody is, and who went. */
    Told<String> heard() {
        return heard;
    }

    /** Ends the connections of an address. */
    void cut(Identity who) {
        of(who).forEach(Visitor::hangUp);
    }

    /** Sends somebody away for good. */
    void kick(Identity who) {
        of(who).forEach(visitor -> visitor.say(packet(6, number(1, 0))));
    }

    /** Says to somebody that they left their island. */
    void maroon(Identity who) {
        of(who).forEach(
                        visitor ->
                                visitor.say(packet(4, text(1, "some"), text(2, visitor.address))));
    }

    /** Says something to somebody, whatever that is. */
    void say(Identity who, byte[] packet) {
        of(who).forEach(visitor -> visitor.say(packet));
    }

    private List<Visitor> of(Identity who) {
        lock.lock();
        try {
            return visitors.stream().filter(v -> v.address.equals(who.address())).toList();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        lock.lock();
        try {
            List.copyOf(visitors).forEach(Visitor::hangUp);
        } finally {
            lock.unlock();
        }
    }

    static byte[] changed(String island, String connection) {
        return packet(3, text(1, island), text(2, connection));
    }

    static byte[] packet(int number, byte[]... fields) {
        var inside = new ByteArrayOutputStream();
        for (byte[] field : fields) {
            inside.writeBytes(field);
        }
        return written(out -> out.writeByteArray(number, inside.toByteArray()));
    }

    static byte[] text(int number, String text) {
        return written(out -> out.writeString(number, text));
    }

    private static byte[] number(int number, int value) {
        return written(out -> out.writeUInt32(number, value));
    }

    private interface Writing {
        void write(CodedOutputStream out) throws IOException;
    }

    private static byte[] written(Writing writing) {
        var bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            writing.write(out);
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One who visits, on a thread of its own. */
    private final class Visitor implements Runnable {
        private final ReentrantLock writing = new ReentrantLock();
        private final Socket socket;
        private final String challenge = "dcl-" + UUID.randomUUID();
        private volatile String address = "";

        Visitor(Socket socket) {
            this.socket = socket;
        }

        @Override
        public void run() {
            try (socket) {
                var in = new WsStream(socket.getInputStream());
                write(in.upgrade("archipelago"));
                for (var packet = in.next(); packet.isPresent(); packet = in.next()) {
                    receive(packet.get());
                }
            } catch (IOException | CommsException gone) {
                heard.accept("broken " + address);
            } finally {
                leave();
            }
        }

        private void receive(ByteBuffer packet) throws IOException {
            if (answers.isPresent()) {
                answer(packet);
                return;
            }
            CodedInputStream in = CodedInputStream.newInstance(packet);
            int number = WireFormat.getTagFieldNumber(in.readTag());
            CodedInputStream inside = CodedInputStream.newInstance(in.readByteArray());
            inside.readTag();
            switch (number) {
                case 1 -> {
                    heard.accept("asked by " + inside.readString());
                    say(packet(1, text(1, challenge)));
                }
                case 2 ->
                        enter(AuthChain.read(inside.readString()).owner(challenge, Instant.now()));
                case 3 -> move(CodedInputStream.newInstance(inside.readByteArray()));
                default -> throw new IOException("Nobody knows packet " + number + ".");
            }
        }

        private void answer(ByteBuffer packet) {
            heard.accept("packet " + WireFormat.getTagFieldNumber(packet.get(0)));
            if (WireFormat.getTagFieldNumber(packet.get(0)) == 1) {
                answers.ifPresent(all -> all.forEach(this::say));
            }
        }

        private void enter(String owner) {
            lock.lock();
            try {
                address = owner;
                visitors.add(this);
                heard.accept("welcome " + owner);
            } finally {
                lock.unlock();
            }
            say(packet(2, text(1, owner)));
        }

        private void move(CodedInputStream in) throws IOException {
            float[] at = new float[4];
            for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
                at[WireFormat.getTagFieldNumber(tag)] = in.readFloat();
            }
            lock.lock();
            try {
                heard.accept("at " + Math.round(at[1]) + " " + Math.round(at[3]));
                tell(islands.move(address, new Position(at[1], at[2], at[3])));
            } finally {
                lock.unlock();
            }
        }

        private void leave() {
            lock.lock();
            try {
                if (visitors.remove(this)) {
                    heard.accept("gone " + address);
                    tell(islands.leave(address));
                }
            } finally {
                lock.unlock();
            }
        }

        private void tell(List<Islands.Move> moves) {
            for (Islands.Move move : moves) {
                visitors.stream()
                        .filter(visitor -> visitor.address.equals(move.who()))
                        .forEach(visitor -> visitor.say(changed(move.island(), move.connection())));
            }
        }

        void say(byte[] packet) {
            say(WsFrame.of(WsFrame.BINARY, ByteBuffer.wrap(packet)));
        }

        private void say(WsFrame whole) {
            ByteBuffer frame = whole.bytes();
            byte[] bytes = new byte[frame.remaining()];
            frame.duplicate().get(bytes);
            try {
                write(bytes);
            } catch (IOException gone) {
                heard.accept("deaf " + address);
            }
        }

        private void write(byte[] bytes) throws IOException {
            writing.lock();
            try {
                socket.getOutputStream().write(bytes);
            } finally {
                writing.unlock();
            }
        }

        void hangUp() {
            try (socket) {
                say(WsFrame.close(1001, ""));
            } catch (IOException gone) {
                heard.accept("gone before");
            }
        }
    }
}
