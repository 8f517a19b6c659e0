// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * How far one has come who stays behind a WebSocket for a while: each step is taken once, and what
 * is told is told one after the other, and nothing at last. Any thread.
 */
final class WsStay {
    enum State {
        NEW,
        CONNECTING,
        CONNECTED,
        ENDED
    }

    private final WsOutbox outbox;
    private final CompletableFuture<Void> connected = new CompletableFuture<>();

    /** Held while something is told. */
    private final ReentrantLock lock = new ReentrantLock();

    private volatile State state = State.NEW;

    WsStay(WsOutbox outbox) {
        this.outbox = outbox;
    }

    boolean is(State wanted) {
        return state == wanted;
    }

    /** Whether it takes a step from one state to the next now. */
    boolean moves(State from, State to) {
        lock.lock();
        try {
            boolean isFrom = state == from;
            state = isFrom ? to : state;
            return isFrom;
        } finally {
            lock.unlock();
        }
    }

    /** Complete once one is in; a copy of its own for each. */
    CompletableFuture<Void> connected() {
        return connected.copy();
    }

    /**
     * The socket is there, or not.
     *
     * @param what was looked for, and where
     * @param broken is told that it is not
     * @return whether it is
     */
    boolean opened(
            WebSocket socket,
            @Nullable Throwable failure,
            Place what,
            Consumer<CommsException> broken) {
        if (failure != null) {
            broken.accept(what.missing(failure));
            return false;
        }
        outbox.open(socket);
        if (state == State.ENDED) {
            outbox.abort();
        }
        return true;
    }

    /** What is looked for, and where. */
    record Place(String kind, URI address) {
        private CommsException missing(Throwable failure) {
            // Where nothing listens there is nothing more to say.
            var why = Optional.ofNullable(Failures.cause(failure).getMessage()).map(": "::concat);
            return new CommsException(
                    "There is no %s at %s%s."
                            .formatted(kind, address.getAuthority(), why.orElse("")),
                    failure);
        }
    }

    /** Whether one is in from now on; {@link #entered} says so to who waits. */
    boolean enters() {
        return moves(State.CONNECTING, State.CONNECTED);
    }

    void entered() {
        connected.complete(null);
    }

    /** Tells something to whoever is in. */
    void tell(Runnable telling) {
        lock.lock();
        try {
            if (state == State.CONNECTED) {
                telling.run();
            }
        } finally {
            lock.unlock();
        }
    }

    /** It is over, which is told at last to whoever was in. */
    void finish(Optional<CommsException> error, Runnable telling) {
        lock.lock();
        try {
            State former = state;
            state = State.ENDED;
            if (former == State.CONNECTED) {
                telling.run();
            }
        } finally {
            lock.unlock();
        }
        connected.completeExceptionally(
                error.orElseGet(() -> new CommsException("Disconnected while connecting.")));
    }
}
