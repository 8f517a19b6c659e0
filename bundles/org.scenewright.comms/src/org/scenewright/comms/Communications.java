// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * A connection by whichever adapter a director names (ADR-81); usable from any thread, and it never
 * blocks.
 *
 * <p>One adapter is bound at most: another one is made when the former is disconnected and unbound.
 * What fails is told and tried again after a while, but nothing after somebody was kicked. Director
 * and adapter do not live equally long: an adapter stays when its director is lost or replaced,
 * until the next one decides.
 */
public final class Communications {
    private static final OptionalLong NEVER = OptionalLong.empty();
    private static final String TOO_MUCH = "More came than could be taken.";

    private final Adapters adapters;
    private final Identity me;
    private final Schedule schedule;
    private final Consumer<CommunicationsEvent> listener;
    private final Succession directorLoop;
    private final Succession adapterLoop;
    private final AtomicLong unheard = new AtomicLong();
    private volatile Optional<CommsAdapter> open = Optional.empty();
    private volatile Optional<CommunicationsDirector> directing = Optional.empty();
    private volatile Optional<Position> position = Optional.empty();
    private Optional<CommunicationsDirector.Maker> chosen = Optional.empty();
    private Optional<ConnectionString> used = Optional.empty();
    private Optional<CommsAdapter> bound = Optional.empty();
    private boolean isOver;

    /**
     * Follows nobody yet.
     *
     * @param schedule on which all is decided and told
     * @param listener hears one event after the other; it hands over and goes
     */
    public Communications(
            Adapters adapters,
            Identity me,
            Schedule schedule,
            Consumer<CommunicationsEvent> listener) {
        this.adapters = adapters;
        this.me = me;
        this.schedule = schedule;
        this.listener = listener;
        this.directorLoop = new Succession(schedule, new Directing());
        this.adapterLoop = new Succession(schedule, new Binding());
    }

    /** Follows another director from now on; the former one is disconnected. */
    public void direct(CommunicationsDirector.Maker director) {
        schedule.after(0, () -> follow(director));
    }

    private void follow(CommunicationsDirector.Maker director) {
        if (!isOver) {
            chosen = Optional.of(director);
            directorLoop.follow(this::directorLine);
        }
    }

    /** Says where somebody is; the director knows within about a second. */
    public void notifyPosition(Position at) {
        position = Optional.of(at);
        directing.ifPresent(director -> director.notifyPosition(at));
    }

    /**
     * Sends with the bound adapter.
     *
     * @return false where none is connected, and so nothing was sent
     * @throws IllegalArgumentException when there are more bytes than it takes at once
     */
    public boolean send(ByteBuffer data, SendHints hints) {
        Optional<CommsAdapter> adapter = open;
        adapter.ifPresent(ready -> ready.send(data, hints));
        return adapter.isPresent();
    }

    /** Tries again at once what waits or was given up, also after somebody was kicked. */
    public void retry() {
        schedule.after(
                0,
                () -> {
                    if (used.isEmpty()) {
                        chosen.ifPresent(this::follow);
                    }
                    directorLoop.retry();
                    adapterLoop.retry();
                });
    }

    /** Ends it; complete when nothing is told any more. */
    public CompletableFuture<Void> close() {
        var closed = new CompletableFuture<Void>();
        schedule.after(0, () -> close(closed));
        return closed;
    }

    private void close(CompletableFuture<Void> closed) {
        isOver = true;
        endAll().whenComplete((done, failure) -> closed.complete(null));
    }

    private CompletableFuture<Void> endAll() {
        used = Optional.empty();
        return CompletableFuture.allOf(directorLoop.end(), adapterLoop.end());
    }

    private void tell(CommunicationsEvent event) {
        listener.accept(event);
    }

    private void kicked(CommsException why) {
        endAll();
        tell(new CommunicationsEvent.Kicked(why));
    }

    private static CommsException why(boolean isKicked, Optional<CommsException> error) {
        String reason = error.map(CommsException::getMessage).orElse("The connection ended.");
        return isKicked
                ? CommsException.kicked(reason)
                : error.filter(CommsException::isFarewell)
                        .orElseGet(() -> new CommsException(reason));
    }

    // The director's loop.

    private Succession.Line directorLine(long generation) {
        CommunicationsDirector director =
                chosen.orElseThrow()
                        .director(event -> schedule.after(0, () -> decided(generation, event)));
        position.ifPresent(director::notifyPosition);
        directing = Optional.of(director);
        return new Succession.Line() {
            @Override
            public CompletableFuture<Void> connect() {
                return director.connect();
            }

            @Override
            public CompletableFuture<Void> disconnect() {
                return director.disconnect();
            }
        };
    }

    private void decided(long generation, DirectorEvent event) {
        if (directorLoop.isPresent(generation)) {
            directorLoop.connected(generation);
            switch (event) {
                case DirectorEvent.Use(var connection) -> use(connection);
                case DirectorEvent.UseNone none -> useNone();
                case DirectorEvent.Failed(var error) ->
                        tell(new CommunicationsEvent.DirectorFailed(error, NEVER));
                case DirectorEvent.Disconnected(var isKicked, var error) ->
                        directorLoop.lost(generation, why(isKicked, error));
            }
        }
    }

    /** Nothing changes for who is there already. */
    private void use(ConnectionString connection) {
        boolean isUsed = used.equals(Optional.of(connection)) && adapterLoop.isPresent();
        used = Optional.of(connection);
        if (isUsed) {
            tell(new CommunicationsEvent.Stayed(connection));
        } else {
            adapterLoop.follow(generation -> adapterLine(connection, generation));
        }
    }

    private void useNone() {
        used = Optional.empty();
        adapterLoop.end();
    }

    private final class Directing implements Succession.Listener {
        @Override
        public void begins(long generation) {
            // Nobody waits for it.
        }

        @Override
        public void connected(long generation) {
            tell(new CommunicationsEvent.Directed());
        }

        @Override
        public void ends(long generation) {
            directing = Optional.empty();
        }

        @Override
        public void fails(CommsException error, OptionalLong againMillis) {
            if (error.isKicked()) {
                kicked(error);
            } else {
                tell(new CommunicationsEvent.DirectorFailed(error, againMillis));
            }
        }
    }

    // The adapter's loop.

    private Succession.Line adapterLine(ConnectionString connection, long generation) {
        CommsAdapter adapter = adapters.adapter(connection, me, event -> hear(generation, event));
        bound = Optional.of(adapter);
        return new Succession.Line() {
            @Override
            public CompletableFuture<Void> connect() {
                return adapter.connect();
            }

            @Override
            public CompletableFuture<Void> disconnect() {
                open = Optional.empty();
                return adapter.disconnect(Optional.empty());
            }
        };
    }

    /** On a thread of the adapter. */
    private void hear(long generation, CommsEvent event) {
        int size = event instanceof CommsEvent.Message message ? message.data().remaining() : 0;
        if (unheard.addAndGet(size) > Sizes.MOST_WAITING) {
            unheard.addAndGet(-size);
            schedule.after(0, () -> adapterLoop.lost(generation, new CommsException(TOO_MUCH)));
            return;
        }
        schedule.after(
                0,
                () -> {
                    unheard.addAndGet(-size);
                    heard(generation, event);
                });
    }

    private void heard(long generation, CommsEvent event) {
        if (adapterLoop.isPresent(generation)) {
            // What is heard first shows that it is connected, whatever is told first.
            adapterLoop.connected(generation);
            if (event instanceof CommsEvent.Disconnected(var isKicked, var error)) {
                adapterLoop.lost(generation, why(isKicked, error));
            } else {
                tell(new CommunicationsEvent.Heard(generation, event));
            }
        }
    }

    private final class Binding implements Succession.Listener {
        @Override
        public void begins(long generation) {
            used.ifPresent(to -> tell(new CommunicationsEvent.Bound(generation, to)));
        }

        @Override
        public void connected(long generation) {
            open = bound;
            bound.ifPresent(to -> tell(new CommunicationsEvent.Connected(generation, to)));
        }

        @Override
        public void ends(long generation) {
            bound = Optional.empty();
            tell(new CommunicationsEvent.Unbound(generation));
        }

        @Override
        public void fails(CommsException error, OptionalLong againMillis) {
            if (error.isKicked()) {
                kicked(error);
            } else {
                used.ifPresent(
                        to -> tell(new CommunicationsEvent.AdapterFailed(to, error, againMillis)));
            }
        }
    }
}
