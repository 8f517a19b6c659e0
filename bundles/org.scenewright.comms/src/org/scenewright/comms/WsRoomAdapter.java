// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.jspecify.annotations.Nullable;
import org.scenewright.comms.WsStay.Place;
import org.scenewright.comms.WsStay.State;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A participant in a room behind a WebSocket. */
final class WsRoomAdapter implements CommsAdapter {
    private static final long PATIENCE_SECONDS = 10;
    private static final int PINGS = 3;

    /**
     * The way to a room.
     *
     * @param silence after which the server is taken for gone
     */
    record Way(Supplier<HttpClient> client, URI address, Duration silence) {}

    private final Way way;
    private final ByteBuffer identification;
    private final Identity me;
    private final Consumer<CommsEvent> listener;
    private final RoomPeers peers = new RoomPeers();
    private final WsPackets<RoomPacket> packets =
            new WsPackets<>(RoomPacket::read, this::receive, this::broken);
    private final WsOutbox outbox = new WsOutbox(error -> end(false, Optional.of(error)));
    private final WsStay stay = new WsStay(outbox);
    private boolean isAsked;

    WsRoomAdapter(Way way, Identity me, Consumer<CommsEvent> listener) {
        this.way = way;
        // Ready before the server waits for it, which it does for a second only.
        this.identification = new RoomPacket.Identification(me.address()).toBytes();
        this.me = me;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> connect() {
        if (!stay.moves(State.NEW, State.CONNECTING)) {
            return CompletableFuture.failedFuture(new CommsException(Sizes.ONCE));
        }
        way.client()
                .get()
                .newWebSocketBuilder()
                .subprotocols("rfc5")
                .buildAsync(way.address(), packets)
                .whenComplete(this::opened);
        stay.connected()
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete(
                        (done, failure) -> {
                            if (failure instanceof TimeoutException) {
                                broken(new CommsException("The server does not answer."));
                            }
                        });
        return stay.connected();
    }

    private void opened(WebSocket socket, @Nullable Throwable failure) {
        if (stay.opened(socket, failure, new Place("room", way.address()), this::broken)) {
            outbox.add(identification, true);
        }
    }

    private void say(RoomPacket packet) {
        outbox.add(packet.toBytes(), true);
    }

    private void broken(CommsException error) {
        end(false, Optional.of(error));
    }

    /** On the thread of the socket, one after the other. */
    private void receive(RoomPacket packet) {
        switch (packet) {
            case RoomPacket.Challenge asked -> answer(asked);
            case RoomPacket.Welcome welcome -> enter(welcome);
            case RoomPacket.PeerJoin peer -> peers.join(peer).ifPresent(this::tell);
            case RoomPacket.PeerLeave peer -> peers.leave(peer).ifPresent(this::tell);
            case PeerUpdate update -> peers.message(update).ifPresent(this::tell);
            case RoomPacket.Kicked kicked ->
                    end(true, Optional.of(CommsException.kicked(Reason.of(kicked.reason()))));
            case RoomPacket.SignedChallenge toServers -> {}
            case RoomPacket.Identification toServers -> {}
            case RoomPacket.Unknown ofLater -> {}
        }
    }

    /** Once, as who signs whatever comes can be made to sign what is meant for others. */
    private void answer(RoomPacket.Challenge asked) {
        if (stay.is(State.CONNECTING) && !isAsked) {
            isAsked = true;
            me.answer(asked.challenge())
                    .whenComplete(
                            (chain, refusal) -> {
                                if (refusal == null) {
                                    say(new RoomPacket.SignedChallenge(chain));
                                } else {
                                    broken(new CommsException(refusal.getMessage(), refusal));
                                }
                            });
        }
    }

    private void enter(RoomPacket.Welcome welcome) {
        if (stay.enters()) {
            stay.entered();
            peers.welcome(welcome).forEach(this::tell);
            watch();
        }
    }

    /** A network that is gone says nothing about it. */
    private void watch() {
        long millis = way.silence().toMillis() / PINGS;
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(this::look);
    }

    private void look() {
        if (!stay.is(State.CONNECTED)) {
            return;
        }
        if (System.nanoTime() - packets.heard() > way.silence().toNanos()) {
            broken(new CommsException("The server fell silent."));
            return;
        }
        outbox.ping();
        watch();
    }

    private void tell(CommsEvent event) {
        stay.tell(() -> listener.accept(event));
    }

    /** Ends at once, whatever still waits. */
    private void end(boolean isKicked, Optional<CommsException> error) {
        finish(isKicked, error);
        outbox.abort();
    }

    private void finish(boolean isKicked, Optional<CommsException> error) {
        stay.finish(error, () -> listener.accept(new CommsEvent.Disconnected(isKicked, error)));
    }

    @Override
    public void send(ByteBuffer data, SendHints hints) {
        Sizes.check(data);
        List<Integer> only = hints.only().flatMap(peers::alias).stream().toList();
        boolean isForNobody = hints.only().isPresent() && only.isEmpty();
        if (stay.is(State.CONNECTED) && !isForNobody) {
            var update = new PeerUpdate(0, data.duplicate(), !hints.isReliable(), only);
            outbox.add(update.toBytes(), hints.isReliable());
        }
    }

    @Override
    public int mostBytes() {
        return Sizes.MOST_BYTES;
    }

    @Override
    public long waitingBytes() {
        return outbox.waitingBytes();
    }

    @Override
    public CompletableFuture<Void> disconnect(Optional<CommsException> error) {
        finish(false, error);
        return outbox.close();
    }
}
