// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.SharedSession;
import org.scenewright.comms.RoomServer;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A scene that is shared.
 *
 * @param server the room where the people meet, if it is here
 */
record Shared(SharedSession session, Optional<RoomServer> server) implements AutoCloseable {

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
     * @return complete when the scene is free for another session
     */
    CompletableFuture<Void> leave() {
        session.close();
        return session.ended()
                .thenAcceptAsync(ended -> server.ifPresent(RoomServer::close), Shared::beside);
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("room").start(work);
    }

    @Override
    public void close() {
        leave();
    }
}
