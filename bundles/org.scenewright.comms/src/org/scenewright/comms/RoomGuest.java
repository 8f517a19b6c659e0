// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One connection to the server, from the first byte to the last; its thread only. */
final class RoomGuest {
    private static final int FEW_BYTES = 4 << 10;
    private static final int ROUNDS = 16;

    /** How many times as long as a step of the login its proof may wait for those of others. */
    static final int PROOF_PATIENCE = 12;

    private static final int WELL = 1000;
    private static final int BREACH = 1002;

    private final RoomLoop loop;
    private final Transport transport;
    private final SelectionKey key;
    private final GuestOutbox outbox = new GuestOutbox();
    private final WsFrames frames = new WsFrames(Sizes.MOST_PACKET);
    private final Allowance allowance;
    private ByteBuffer in = ByteBuffer.allocate(FEW_BYTES);
    private Consumer<RoomPacket> expects = this::identify;
    private String room = "";
    private String address = "";
    private String challenge = "";
    private int alias;
    private long heard;
    private long received;
    private long deadline;
    private boolean isUpgraded;
    private boolean isInvited;
    private boolean isLeaving;
    private boolean isPaused;
    private boolean isToRead;
    private boolean isTooSlow;

    RoomGuest(RoomLoop loop, Transport transport, SelectionKey key) {
        this.loop = loop;
        this.transport = transport;
        this.key = key;
        this.allowance = new Allowance(loop.limits(), loop.now());
        this.heard = loop.now();
        await(4);
    }

    /** The next step is due after so many times the patience for one. */
    private void await(int times) {
        deadline =
                loop.now() + TimeUnit.MILLISECONDS.toNanos(loop.limits().handshakeMillis() * times);
    }

    SelectionKey key() {
        return key;
    }

    /** The machine that it comes from. */
    String origin() {
        return key.channel() instanceof SocketChannel channel
                ? String.valueOf(channel.socket().getInetAddress())
                : "";
    }

    String room() {
        return room;
    }

    String address() {
        return address;
    }

    int alias() {
        return alias;
    }

    /** Whether it came by a token that held then. */
    boolean isInvited() {
        return isInvited;
    }

    long waitingBytes() {
        return outbox.waitingBytes();
    }

    /** Something may be there to be read. */
    void read() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            makeRoom();
            boolean isMore = take(transport.read(in));
            if (!isLeaving && !allowance.isLeft(loop.now())) {
                pause(true);
                return;
            }
            if (!isMore) {
                return;
            }
        }
        readSoon();
    }

    /** Others come first. */
    private void readSoon() {
        if (!isToRead) {
            isToRead = true;
            loop.post(() -> loop.attempt(this, RoomGuest::readAgain));
        }
    }

    private void readAgain() throws IOException {
        isToRead = false;
        if (!isPaused) {
            read();
        }
    }

    /** Takes what came; whether there may be more. */
    private boolean take(int bytes) {
        if (bytes < 0) {
            throw new CommsException("The guest hung up.");
        }
        if (transport.holdsBytes()) {
            loop.flushSoon(this);
        }
        long frame = frames.frames();
        if (bytes > 0) {
            heard = loop.now();
            take();
        }
        allowance.take(frames.frames() - frame, transport.received() - received);
        received = transport.received();
        return bytes > 0;
    }

    /** For what is announced, which is never more than is allowed. */
    private void makeRoom() {
        int needed = isUpgraded ? frames.needed() : Upgrade.LONGEST;
        if (!in.hasRemaining()) {
            int capacity = Math.max(needed, in.capacity() * 2);
            in = ByteBuffer.allocate(capacity).put(in.flip());
        }
    }

    private void take() {
        in.flip();
        if (!isUpgraded && !isLeaving) {
            Upgrade.read(in).ifPresent(this::upgrade);
        }
        while (isUpgraded && !isLeaving) {
            var message = frames.next(in);
            if (message.isEmpty()) {
                break;
            }
            hear(message.get());
        }
        if (isLeaving) {
            in.position(in.limit());
        }
        in.compact();
    }

    private void upgrade(Upgrade upgrade) {
        byte[] answer = upgrade.answer().getBytes(StandardCharsets.US_ASCII);
        tell(new WsFrame(ByteBuffer.wrap(answer), true));
        isUpgraded = upgrade.room().isPresent();
        isLeaving = !isUpgraded;
        room = upgrade.room().orElse("");
        isInvited = loop.invitations().holds(room, upgrade.invitation(), Instant.now());
        await(1);
    }

    private void hear(WsFrames.Message message) {
        switch (message.opcode()) {
            case WsFrame.BINARY -> expects.accept(RoomPacket.read(message.payload()));
            case WsFrame.PING -> tell(WsFrame.of(WsFrame.PONG, message.payload()));
            case WsFrame.PONG -> {}
            case WsFrame.CLOSE -> leave(WELL);
            default -> leave(BREACH);
        }
    }

    private void identify(RoomPacket packet) {
        if (!(packet instanceof RoomPacket.Identification said)) {
            throw new CommsException("A guest says who it is first.");
        }
        address = Address.normal(said.address());
        challenge = loop.challenge();
        expects = this::verify;
        await(1);
        tell(WsFrame.of(new RoomPacket.Challenge(challenge, loop.rooms().isPresent(address))));
    }

    private void verify(RoomPacket packet) {
        if (!(packet instanceof RoomPacket.SignedChallenge signed)) {
            throw new CommsException("A guest proves who it is next.");
        }
        expects = tooEarly -> leave(BREACH);
        // Many may come before this one, which is no fault of the guest's.
        await(PROOF_PATIENCE);
        loop.prove(this, () -> proven(signed));
    }

    /** On a thread of its own. */
    private RoomLoop.Step proven(RoomPacket.SignedChallenge signed) {
        try {
            String owner = AuthChain.read(signed.chain()).owner(challenge, Instant.now());
            return guest -> guest.enter(owner);
        } catch (CommsException refused) {
            return guest -> {
                throw refused;
            };
        }
    }

    /** Who signed has to be who it said it is. */
    private void enter(String owner) {
        if (isLeaving) {
            return;
        }
        if (!owner.equals(address)) {
            throw new CommsException("A guest claims the address of another.");
        }
        alias = loop.rooms().nextAlias();
        expects = this::relay;
        deadline = Long.MAX_VALUE;
        loop.rooms().enter(this);
    }

    private void relay(RoomPacket packet) {
        // What nobody knows may mean something to those who come later.
        if (packet instanceof PeerUpdate update) {
            loop.rooms().relay(this, update);
        }
    }

    /** Queues a frame. */
    void tell(WsFrame frame) {
        if (isTooSlow) {
            return;
        }
        if (!outbox.add(frame)) {
            loop.figures().drop();
        }
        loop.flushSoon(this);
        isTooSlow = outbox.waitingBytes() > loop.limits().waitingBytes();
        if (isTooSlow) {
            loop.dropSoon(this, "A guest is too slow.");
        }
    }

    /** Says why, and good-bye. */
    void kick(String reason) {
        tell(WsFrame.of(new RoomPacket.Kicked(reason)));
        leave(WELL);
    }

    void leave(int code) {
        leave(code, "");
    }

    /** As the other, and says why. */
    void leave(int code, String reason) {
        if (!isLeaving) {
            tell(WsFrame.close(code, reason));
            isLeaving = true;
            await(1);
            loop.rooms().leave(this);
        }
    }

    void flush(ByteBuffer scratch) throws IOException {
        outbox.flush(transport, scratch);
        boolean isDone = outbox.isEmpty() && !transport.holdsBytes();
        if (isDone && isLeaving && isUpgraded) {
            // The other end closes: closing first could take back what was just sent.
            loop.hangUp(this);
        } else if (isDone && isLeaving) {
            throw new CommsException("A guest asked for what is not there.");
        }
        listen(isDone);
    }

    private void listen(boolean isDone) {
        if (key.isValid()) {
            key.interestOps(
                    (isPaused ? 0 : SelectionKey.OP_READ) | (isDone ? 0 : SelectionKey.OP_WRITE));
        }
    }

    private void pause(boolean pauses) {
        isPaused = pauses;
        listen(outbox.isEmpty() && !transport.holdsBytes());
    }

    /** Now and then. */
    void tick() throws IOException {
        if (loop.now() > deadline) {
            throw new CommsException("A guest takes too long.");
        }
        if (loop.now() - heard > TimeUnit.MILLISECONDS.toNanos(loop.limits().idleMillis())) {
            throw new CommsException("A guest was silent for long.");
        }
        if (isPaused && allowance.isLeft(loop.now())) {
            pause(false);
            read();
        }
        if (in.position() == 0 && in.capacity() > FEW_BYTES) {
            in = ByteBuffer.allocate(FEW_BYTES);
        }
    }
}
