// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SharedStatus.Stage;

import java.util.Optional;

/** How far a session came, and why no further. Not thread-safe. */
final class Progress {
    private Stage end = Stage.LIVE;
    private Optional<String> problem = Optional.empty();
    private boolean wasSettled;

    void connected() {
        problem = Optional.empty();
    }

    void disconnected(boolean isKicked, Optional<String> why) {
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

    /** Why there is no connection, as a sentence. */
    Optional<String> problem() {
        return problem;
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
