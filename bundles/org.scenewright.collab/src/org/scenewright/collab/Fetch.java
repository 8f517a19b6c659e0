// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.State;

/**
 * A document that somebody gives, while its pieces come and it is looked at beside whether all is
 * proven that is said of it. Not thread-safe.
 */
final class Fetch {
    private static final int TRIES = 3;

    private final Parts parts;
    private final State state;
    private final Pulling pulling;
    private final Proving proving;
    private final Listener listener;
    private final LeastRate rate;
    private int tries = TRIES;
    private long deadline;
    private boolean isProven;
    private boolean isOver;

    /** Who asks for pieces, and is told once what comes of it. */
    interface Listener {
        void ask(Pull pieces);

        void complete(byte[] bytes, State state);

        /** Nothing comes any more. */
        void stalled();

        /** What comes does so too slowly. */
        void tooSlow();

        /** It is not what somebody who means well gives. */
        void broken(String why);
    }

    /**
     * @param slowRounds how often all gave too slowly before
     */
    Fetch(Parts parts, Offer offer, int slowRounds, Listener listener) {
        this.parts = parts;
        this.state = offer.contents().state().orElseThrow();
        this.pulling = new Pulling(offer.transfer(), offer.contents());
        this.proving = parts.proving(state);
        this.listener = listener;
        this.rate = new LeastRate(slowRounds, parts.now());
    }

    /** Asks for the first pieces. */
    void begin() {
        pull();
        proving.begin(parts.beside())
                .thenAcceptAsync(proven -> ifGoing(() -> looked(proven)), parts.executor());
    }

    private void ifGoing(Runnable then) {
        if (!isOver) {
            then.run();
        }
    }

    private void looked(boolean proven) {
        isProven = proven;
        if (proven) {
            finishIfComplete();
        } else {
            end();
            listener.broken("is said to hold edits that nobody signed");
        }
    }

    void tick() {
        if (isOver || pulling.isComplete()) {
            return;
        }
        if (rate.isMissed(parts.now())) {
            end();
            listener.tooSlow();
        } else if (parts.now() >= deadline) {
            pullAgain();
        }
    }

    private void pullAgain() {
        if (--tries < 0) {
            end();
            listener.stalled();
        } else {
            pull();
        }
    }

    private void pull() {
        deadline = parts.now() + Joining.PATIENCE;
        pulling.next().ifPresent(listener::ask);
    }

    void piece(Piece piece) {
        if (isOver || !pulling.take(piece)) {
            return;
        }
        tries = TRIES;
        deadline = parts.now() + Joining.PATIENCE;
        rate.took(piece.bytes().length);
        if (pulling.isComplete()) {
            finishIfComplete();
        } else if (pulling.isWindowFull()) {
            pull();
        }
    }

    private void finishIfComplete() {
        if (!pulling.isComplete()) {
            return;
        }
        if (!pulling.isTrue()) {
            end();
            listener.broken("was not what was offered");
        } else if (isProven) {
            end();
            listener.complete(pulling.bytes().orElseThrow(), state);
        }
    }

    /** Nothing comes of it any more. */
    void end() {
        isOver = true;
        proving.giveUp();
    }
}
