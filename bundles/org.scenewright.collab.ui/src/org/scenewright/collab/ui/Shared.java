// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.OwnRooms;
import org.scenewright.collab.SharedSession;

import java.util.concurrent.CompletableFuture;

/** A scene that is shared, with the rooms of this workbench that it meets in; any thread. */
final class Shared {
    private final SharedSession session;
    private final OwnRooms rooms;

    Shared(SharedSession session) {
        this.session = session;
        this.rooms = new OwnRooms(session);
    }

    SharedSession session() {
        return session;
    }

    /** The rooms of this workbench. */
    OwnRooms rooms() {
        return rooms;
    }

    /** Whether it goes on no more, because somebody ended it. */
    boolean isOver() {
        return switch (session.status().stage()) {
            case KICKED, LEFT -> true;
            case CONNECTING, JOINING, LIVE, OFFLINE -> false;
        };
    }

    /**
     * Leaves it, and returns at once.
     *
     * @return complete when the scene is free for another session, and nobody is in its rooms
     */
    CompletableFuture<Void> leave() {
        session.close();
        return rooms.ended();
    }
}
