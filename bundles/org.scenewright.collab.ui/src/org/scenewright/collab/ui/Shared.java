// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.scenewright.collab.Door;
import org.scenewright.collab.SharedSession;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomServer;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** A scene that is shared, with the rooms of this workbench that it meets in; any thread. */
final class Shared implements AutoCloseable {
    private final SharedSession session;
    // In a former one are those who have not come along yet.
    private final List<Room> rooms = new CopyOnWriteArrayList<>();

    Shared(SharedSession session) {
        this.session = session;
    }

    /**
     * A room of this workbench.
     *
     * @param way leads in
     */
    record Room(RoomServer server, ConnectionString way) {}

    SharedSession session() {
        return session;
    }

    /** Keeps a room until the session ends; who was sent away is not let in there. */
    void keep(Room room) {
        rooms.add(room);
        session.onDoor(Door.of(room.server()));
        session.ended().thenRunAsync(room.server()::close, Shared::beside);
    }

    /** Whether people meet in a room of this workbench. */
    boolean isHere() {
        var place = session.link().connection();
        return rooms.stream().anyMatch(room -> room.way().equals(place));
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
     * @return complete when the scene is free for another session
     */
    CompletableFuture<Void> leave() {
        session.close();
        return session.ended();
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("room").start(work);
    }

    @Override
    public void close() {
        leave();
    }
}
