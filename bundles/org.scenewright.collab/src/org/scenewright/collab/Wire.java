// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Chunk;
import org.scenewright.collab.SessionMessage.Hello;
import org.scenewright.collab.SessionMessage.Squeezed;
import org.scenewright.comms.CommsAdapter;
import org.scenewright.comms.SendHints;
import org.scenewright.runtime.Packed;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The messages of one session over whatever adapter there is at the moment; where there is none,
 * nothing is sent. Not thread-safe.
 */
final class Wire {
    private static final int MOST = 12 << 10;

    // What the packet, the frame and the part say beside the bytes of a message.
    private static final int OVERHEAD = 192;

    private static final int BINARY = 2;
    private static final int VERSION = 1;

    private final String scene;
    private final String me;
    private final Assemblies assemblies = new Assemblies();
    private final Unpacking unpacking = new Unpacking();
    private Optional<CommsAdapter> adapter = Optional.empty();
    private Supplier<Optional<List<String>>> circle = Optional::empty;
    private Function<String, Optional<Role>> roles = sender -> Optional.empty();
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

    /**
     * Says who may do what of those who proved who they are; what others send has to be whole and
     * not squeezed.
     */
    void trust(Function<String, Optional<Role>> proven) {
        roles = proven;
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
        byte[] small = MessageCodec.write(new Squeezed(packed));
        boolean isTaken = message.length <= Unpacking.largest(packed.length);
        return isTaken && small.length < message.length ? small : message;
    }

    private ByteBuffer packed(byte[] message, SendHints hints) {
        var frame = new Output().octet(BINARY).octet(VERSION).flag(hints.only().isPresent());
        hints.only().ifPresent(frame::address);
        var data = ByteBuffer.wrap(frame.raw(message).toBytes());
        return ByteBuffer.wrap(new ScenePacket(scene, data).toBytes());
    }

    /**
     * Reads what came; nothing where it is not for this session or not for me, or where parts of it
     * are missing yet. What strangers sent in parts or squeezed stays that.
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
        var message = MessageCodec.read(bytes);
        var role = roles.apply(sender);
        if (role.isEmpty()) {
            return Optional.of(message);
        }
        var from = new Unpacking.Sender(sender, role.get(), now);
        if (message instanceof Chunk chunk) {
            var whole = assemblies.take(sender, chunk, now);
            return whole.isPresent()
                    ? Optional.of(plain(from, MessageCodec.read(ByteBuffer.wrap(whole.get()))))
                    : Optional.empty();
        }
        return Optional.of(plain(from, message));
    }

    private SessionMessage plain(Unpacking.Sender from, SessionMessage message) throws IOException {
        var plain =
                message instanceof Squeezed squeezed
                        ? MessageCodec.read(ByteBuffer.wrap(unpacking.unpack(from, squeezed)))
                        : message;
        if (plain instanceof Chunk || plain instanceof Squeezed) {
            throw new IOException("a part of a part");
        }
        return plain;
    }

    void expire(long now) {
        assemblies.expire(now);
    }

    void forget(String sender) {
        assemblies.forget(sender);
    }
}
