// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.jspecify.annotations.Nullable;
import org.scenewright.comms.WsStay.Place;
import org.scenewright.comms.WsStay.State;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A service behind a WebSocket that puts those who are near each other on one island, and says
 * where that one meets (ADR-35).
 */
final class ArchipelagoDirector implements CommunicationsDirector {
    static final String ONCE = "A director connects once only.";
    static final long PATIENCE_MILLIS = 10_000;
    static final long HEARTBEAT_MILLIS = 1000;

    /**
     * Where the service is and how to get there.
     *
     * @param schedule for the heartbeats and the deadline
     */
    record Service(Supplier<HttpClient> client, URI address, Schedule schedule) {}

    private final Service service;
    private final Identity me;
    private final Consumer<DirectorEvent> listener;
    private final WsOutbox outbox = new WsOutbox(this::broken);
    private final WsStay stay = new WsStay(outbox);

    private volatile Optional<Position> position = Optional.empty();
    private Optional<DirectorEvent> decision = Optional.empty();
    private long nextDecision = Long.MIN_VALUE;
    private boolean isAsked;

    ArchipelagoDirector(Service service, Identity me, Consumer<DirectorEvent> listener) {
        this.service = service;
        this.me = me;
        this.listener = listener;
    }

    @Override
    public CompletableFuture<Void> connect() {
        if (!stay.moves(State.NEW, State.CONNECTING)) {
            return CompletableFuture.failedFuture(new CommsException(ONCE));
        }
        service.client()
                .get()
                .newWebSocketBuilder()
                .subprotocols("archipelago")
                .buildAsync(
                        service.address(),
                        new WsPackets<>(IslandNews::read, this::receive, this::broken))
                .whenComplete(this::opened);
        service.schedule().after(PATIENCE_MILLIS, this::giveUp);
        return stay.connected();
    }

    private void giveUp() {
        if (stay.is(State.CONNECTING)) {
            broken(new CommsException("The director does not answer."));
        }
    }

    private void opened(WebSocket socket, @Nullable Throwable failure) {
        if (stay.opened(socket, failure, new Place("director", service.address()), this::broken)) {
            say(new IslandRequest.ChallengeRequest(me.address()), true);
        }
    }

    private void say(IslandRequest request, boolean isReliable) {
        outbox.add(request.toBytes(), isReliable);
    }

    private void broken(CommsException error) {
        end(false, Optional.of(error));
    }

    /** On the thread of the socket, one after the other. */
    private void receive(IslandNews news) {
        switch (news) {
            case IslandNews.Challenge(var challenge) -> answer(challenge);
            case IslandNews.Welcome welcome -> enter();
            case IslandNews.Changed(var island, var connection) -> decide(use(connection));
            case IslandNews.Left(var island, var peer) -> left(peer);
            case IslandNews.Kicked kicked ->
                    end(true, Optional.of(CommsException.kicked(kicked.sentence())));
            case IslandNews.Unknown ofOthers -> {}
        }
    }

    /** Once, as who signs whatever comes can be made to sign what is meant for others. */
    private void answer(String challenge) {
        if (!stay.is(State.CONNECTING) || isAsked) {
            return;
        }
        isAsked = true;
        if (!challenge.startsWith("dcl-")) {
            broken(new CommsException("The director wants something signed that is no challenge."));
            return;
        }
        me.answer(challenge)
                .whenComplete(
                        (chain, refusal) -> {
                            if (refusal == null) {
                                say(new IslandRequest.SignedChallenge(chain), true);
                            } else {
                                broken(new CommsException(refusal.getMessage(), refusal));
                            }
                        });
    }

    private void enter() {
        if (stay.enters()) {
            // Before anybody lets time pass.
            service.schedule().after(0, this::beat);
            stay.entered();
        }
    }

    private void beat() {
        if (stay.is(State.CONNECTED)) {
            // Even who has no position finds out so that nobody listens any more.
            position.ifPresentOrElse(
                    at -> say(new IslandRequest.Heartbeat(at), false), outbox::ping);
            service.schedule().after(HEARTBEAT_MILLIS, this::beat);
        }
    }

    private static DirectorEvent use(String connection) {
        try {
            return new DirectorEvent.Use(ConnectionString.ofOthers(connection));
        } catch (CommsException none) {
            return new DirectorEvent.Failed(
                    new CommsException(
                            "The director names something that nobody can connect to: "
                                    + none.getMessage(),
                            none));
        }
    }

    private void left(String peer) {
        if (peer.equalsIgnoreCase(me.address())) {
            decide(new DirectorEvent.UseNone());
        }
    }

    /**
     * Says it, or in a while if it said something just now: whoever decides a thousand times in a
     * second must not make anybody connect as often. The last one holds.
     */
    private void decide(DirectorEvent event) {
        stay.tell(
                () -> {
                    boolean isFirst = decision.isEmpty();
                    decision = Optional.of(event);
                    if (isFirst) {
                        long now = service.schedule().millis();
                        service.schedule().after(Math.max(now, nextDecision) - now, this::announce);
                    }
                });
    }

    private void announce() {
        stay.tell(
                () -> {
                    var event = decision;
                    decision = Optional.empty();
                    nextDecision = service.schedule().millis() + HEARTBEAT_MILLIS;
                    event.ifPresent(listener::accept);
                });
    }

    /** Ends at once. */
    private void end(boolean isKicked, Optional<CommsException> error) {
        finish(isKicked, error);
        outbox.abort();
    }

    private void finish(boolean isKicked, Optional<CommsException> error) {
        stay.finish(error, () -> listener.accept(new DirectorEvent.Disconnected(isKicked, error)));
    }

    @Override
    public void notifyPosition(Position at) {
        position = Optional.of(at);
    }

    @Override
    public CompletableFuture<Void> disconnect() {
        finish(false, Optional.empty());
        return outbox.close();
    }
}
