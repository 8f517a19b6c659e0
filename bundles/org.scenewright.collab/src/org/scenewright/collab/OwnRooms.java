// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomServer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The rooms of this process where those of a shared session meet, or met; any thread. */
public final class OwnRooms {
    static final String ELSEWHERE =
            "The owner meets elsewhere now; ask for the link that leads there.";
    static final String ENDED =
            "%s ended the room; you go on alone, until they open it again or give you a new link.";

    // Who was told where the owner goes may still come along.
    private static final long GRACE_SECONDS = 60;
    // What is said at last has to fit into a frame of a WebSocket, which counts bytes.
    private static final int LONGEST_NAME = 40;

    private final SharedSession session;
    private final Executor later;
    private final List<Room> rooms = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<Void>> ends = new CopyOnWriteArrayList<>();
    private volatile Optional<ConnectionString> place = Optional.empty();

    /**
     * A room of this process.
     *
     * @param way leads in
     */
    public record Room(RoomServer server, ConnectionString way) {}

    public OwnRooms(SharedSession session) {
        this(
                session,
                CompletableFuture.delayedExecutor(
                        GRACE_SECONDS, TimeUnit.SECONDS, OwnRooms::beside));
    }

    /**
     * With patience of one's own.
     *
     * @param later does what is to be done when all had time to come along
     */
    OwnRooms(SharedSession session, Executor later) {
        this.session = session;
        this.later = later;
    }

    private static void beside(Runnable work) {
        Thread.ofVirtual().name("room").start(work);
    }

    /** Keeps a room until the session ends; who was sent away is not let in there. */
    public void keep(Room room) {
        rooms.add(room);
        session.onDoor(Door.of(room.server()));
        ends.add(session.ended().thenRunAsync(() -> end(room), OwnRooms::beside));
    }

    private void end(Room room) {
        room.server().end(ENDED.formatted(cut(session.name())));
    }

    /** The beginning of a name for which there is room. */
    static String cut(String name) {
        int end = 0;
        int bytes = 0;
        while (end < name.length() && bytes <= LONGEST_NAME) {
            int next = name.offsetByCodePoints(end, 1);
            bytes += name.substring(end, next).getBytes(StandardCharsets.UTF_8).length;
            end = bytes <= LONGEST_NAME ? next : end;
        }
        return name.substring(0, end);
    }

    /** Whether people meet in one of them. */
    public boolean isHere() {
        var there = session.link().connection();
        return rooms.stream().anyMatch(room -> room.way().equals(there));
    }

    /** How many others are in the room, if it is one of them. */
    public int guests() {
        boolean isLive = session.status().stage() == Stage.LIVE;
        return isLive && isHere() ? Math.max(0, session.people().size() - 1) : 0;
    }

    /**
     * Opens a former one again, as people are about to meet there.
     *
     * @param way that leads to one of them, or elsewhere
     */
    public void reopen(ConnectionString way) {
        for (var room : rooms) {
            if (room.way().equals(way)) {
                // What is still to be shut is not shut then.
                place = Optional.of(way);
                room.server().reopen();
            }
        }
    }

    /** Ends a former one that is in the way of another. */
    public void free(int port) {
        var there = session.link().connection();
        rooms.stream()
                .filter(room -> room.server().address().getPort() == port)
                .filter(room -> !room.way().equals(there))
                .forEach(room -> room.server().end(ELSEWHERE));
    }

    /**
     * People meet elsewhere from now on. Where the owner is the person here nobody finds the
     * session in the former ones any more, which are shut when all had time to come along.
     */
    public void moved(ConnectionString to) {
        place = Optional.of(to);
        if (session.me().equals(session.link().owner())) {
            later.execute(() -> rooms.forEach(this::shutUnlessUsed));
        }
    }

    private void shutUnlessUsed(Room room) {
        if (!place.equals(Optional.of(room.way()))) {
            room.server().shut(ELSEWHERE);
        }
    }

    /** Complete when the session has ended, and the rooms with it. */
    public CompletableFuture<Void> ended() {
        return session.ended()
                .thenCompose(
                        done -> CompletableFuture.allOf(ends.toArray(CompletableFuture<?>[]::new)));
    }
}
