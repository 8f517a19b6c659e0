// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SharedStatus.Stage;

import java.util.Optional;
import java.util.OptionalLong;

/** How far a session came, and why no further. Not thread-safe. */
final class Progress {
    /** So long one who holds the session may take to be found, in milliseconds. */
    static final long PATIENCE = 5000;

    static final String NOBODY =
            "Nobody in this room holds the session yet; waiting for somebody who does.";

    private Stage end = Stage.LIVE;
    private Optional<String> problem = Optional.empty();
    private Optional<String> lack = Optional.empty();
    private OptionalLong since = OptionalLong.empty();
    private boolean wasSettled;

    void connected() {
        problem = Optional.empty();
        found();
    }

    private void found() {
        lack = Optional.empty();
        since = OptionalLong.empty();
    }

    /**
     * Takes note whether somebody is sought who gives the session, and nobody there does.
     *
     * @param now in milliseconds
     */
    void forsaken(boolean isForsaken, long now) {
        if (isForsaken && since.isEmpty()) {
            since = OptionalLong.of(now);
        }
        lack = Optional.of(NOBODY).filter(no -> isForsaken && now - since.orElse(now) >= PATIENCE);
    }

    void disconnected(boolean isKicked, Optional<String> why) {
        found();
        problem = why;
        if (isKicked) {
            end = Stage.KICKED;
        }
    }

    /** Takes note that what is here is what the others hold, or is not. */
    void settled(boolean now) {
        wasSettled |= now;
    }

    void left() {
        end = Stage.LEFT;
    }

    /** Why there is no connection, or nothing of the session, as a sentence. */
    Optional<String> problem() {
        return problem.or(() -> lack);
    }

    /**
     * Where it stands.
     *
     * @param isOpen whether there is a connection
     * @param isSettled whether what is here is what the others hold
     */
    Stage stage(boolean isOpen, boolean isSettled) {
        settled(isSettled);
        if (end != Stage.LIVE) {
            return end;
        }
        if (isOpen) {
            return isSettled ? Stage.LIVE : Stage.JOINING;
        }
        return wasSettled ? Stage.OFFLINE : Stage.CONNECTING;
    }
}
