// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Chunk;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.SendHints;
import org.scenewright.runtime.Packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The messages of one session over whatever adapter there is at the moment; where there is none,
 * nothing is sent. Not thread-safe.
 */
final class Wire {
    private static final int MOST = 12 << 10;

    // What the packet, the frame and the part say beside the bytes of a message.
    private static final int OVERHEAD = 192;

    // No message is of this kind.
    private static final int SQUEEZED = 127;

    /** The most bytes of a message that came squeezed. */
    static final int LARGEST = 16 << 20;

    // A few bytes that somebody sends are not to fill the memory.
    private static final int AT_LEAST = 64 << 10;
    private static final long MOST_TIMES = 100;

    private static final int BINARY = 2;
    private static final int VERSION = 1;

    private final String scene;
    private final String me;
    private final Assemblies assemblies = new Assemblies();
    private Optional<CommsAdapter> adapter = Optional.empty();
    private Supplier<Optional<List<String>>> circle = Optional::empty;
    private long lastId;

    Wire(String session, String me) {
        this.scene = "scenewright:" + session;
        this.me = me;
    }

    /**
     * Says who alone hears what is meant for all, where the adapter can do that.
     *
     * @param wanted addresses; nothing where it may be everybody
     */
    void narrow(Supplier<Optional<List<String>>> wanted) {
        circle = wanted;
    }

    void attach(CommsAdapter connected) {
        adapter = Optional.of(connected);
    }

    void detach() {
        adapter = Optional.empty();
    }

    boolean isAttached() {
        return adapter.isPresent();
    }

    /** How many bytes wait to be sent. */
    long waitingBytes() {
        return adapter.map(CommsAdapter::waitingBytes).orElse(0L);
    }

    void send(SessionMessage message, SendHints hints) {
        adapter.ifPresent(a -> send(message, hints, a));
    }

    private void send(SessionMessage message, SendHints hints, CommsAdapter to) {
        byte[] bytes = MessageCodec.write(message);
        // Those who are there have to be found before one can name them.
        boolean isForAll = hints.only().isPresent() || message instanceof Hello || !to.isPrivate();
        var some = isForAll ? Optional.<List<String>>empty() : circle.get();
        some.ifPresentOrElse(
                addresses -> addresses.forEach(address -> send(bytes, hints.to(address), to)),
                () -> send(bytes, hints, to));
    }

    private void send(byte[] message, SendHints hints, CommsAdapter to) {
        int most = Math.min(MOST, to.mostBytes()) - OVERHEAD;
        byte[] small = message.length <= most ? message : squeezed(message);
        if (small.length <= most) {
            to.send(packed(small, hints), hints);
            return;
        }
        for (var chunk : Assemblies.split(++lastId, small, most)) {
            to.send(packed(MessageCodec.write(chunk), hints), hints);
        }
    }

    /** The same in fewer bytes, where that can be and others take it so. */
    private static byte[] squeezed(byte[] message) {
        byte[] packed = Packed.pack(message);
        byte[] small = new Output().octet(SQUEEZED).raw(packed).toBytes();
        boolean isTaken = message.length <= largest(packed.length);
        return isTaken && small.length < message.length ? small : message;
    }

    /** How much may come of so many bytes. */
    private static int largest(int packed) {
        return (int) Math.min(LARGEST, AT_LEAST + packed * MOST_TIMES);
    }

    private static SessionMessage read(ByteBuffer bytes) throws IOException {
        if (!bytes.hasRemaining() || bytes.get(bytes.position()) != SQUEEZED) {
            return MessageCodec.read(bytes);
        }
        byte[] small = new byte[bytes.remaining() - 1];
        bytes.get(bytes.position() + 1, small);
        return MessageCodec.read(ByteBuffer.wrap(Packed.unpack(small, largest(small.length))));
    }

    private ByteBuffer packed(byte[] message, SendHints hints) {
        var frame = new Output().octet(BINARY).octet(VERSION).flag(hints.only().isPresent());
        hints.only().ifPresent(frame::address);
        var data = ByteBuffer.wrap(frame.raw(message).toBytes());
        return ByteBuffer.wrap(new ScenePacket(scene, data).toBytes());
    }

    /**
     * Reads what came; nothing where it is not for this session or not for me, or where parts of it
     * are missing yet.
     *
     * @throws IOException when it is broken
     */
    Optional<SessionMessage> receive(String sender, ByteBuffer data, long now) throws IOException {
        var packet = ScenePacket.read(data).filter(p -> p.scene().equals(scene));
        if (packet.isEmpty() || sender.equals(me)) {
            return Optional.empty();
        }
        var in = new Input(packet.get().data());
        if (in.octet() != BINARY || in.octet() != VERSION) {
            throw new IOException("a message of another version");
        }
        boolean isMine = !in.flag() || in.address().equals(me);
        return isMine ? message(sender, in.rest(), now) : Optional.empty();
    }

    private Optional<SessionMessage> message(String sender, ByteBuffer bytes, long now)
            throws IOException {
        return switch (read(bytes)) {
            case Chunk chunk -> {
                var whole = assemblies.take(sender, chunk, now);
                yield whole.isPresent() ? Optional.of(whole(whole.get())) : Optional.empty();
            }
            case SessionMessage message -> Optional.of(message);
        };
    }

    private static SessionMessage whole(byte[] bytes) throws IOException {
        var message = read(ByteBuffer.wrap(bytes));
        if (message instanceof Chunk) {
            throw new IOException("a part of a part");
        }
        return message;
    }

    void expire(long now) {
        assemblies.expire(now);
    }

    void forget(String sender) {
        assemblies.forget(sender);
    }
}
