// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.comms.WsRoomProtocol;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Ann, who opened the room where they meet, goes elsewhere or leaves; Bob is still in there. */
class OwnRoomsTest extends TwoPeople {
    private final Adapters adapters = new Adapters(List.of(new WsRoomProtocol()));
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();
    private final OwnRooms.Room yard = room("yard", 0);
    private final OwnRooms.Room barn = room("barn", 0);
    private OwnRooms rooms;

    private static OwnRooms.Room room(String name, int port) {
        var server = RoomServer.start(new InetSocketAddress("127.0.0.1", port), RoomRules.OPEN);
        return new OwnRooms.Room(server, server.connection(name));
    }

    @Override
    Adapters adapters() {
        return adapters;
    }

    @BeforeEach
    void meet() {
        share(yard.way(), Role.EDITOR);
        rooms = new OwnRooms(anns, later::add);
        rooms.keep(yard);
        join();
    }

    @Override
    @AfterEach
    void close() throws Exception {
        super.close();
        Stream.of(yard, barn).forEach(room -> room.server().close());
    }

    private void move(SharedSession session, ConnectionString to) {
        rooms.reopen(to);
        rooms.moved(now(session.move(to)));
    }

    private void haveHadTime() {
        for (var deed = later.poll(); deed != null; deed = later.poll()) {
            deed.run();
        }
    }

    private static void awaitProblem(SharedSession session, String words) {
        await(session, status -> status.problem().equals(Optional.of(words)));
    }

    @Test
    void whoStaysWhenTheOwnerWentReadsSoAfterAWhileAndCanStillFollow() {
        move(anns, barn.way());
        awaitPeople(bobs, 1);
        assertEquals(Stage.LIVE, bobs.status().stage());
        haveHadTime();
        awaitProblem(bobs, OwnRooms.ELSEWHERE);
        assertEquals(Stage.OFFLINE, bobs.status().stage());
        bob.move("x", 7);
        bobs.move(barn.way());
        ann.awaitAt(7);
    }

    @Test
    void whoComesByAnOldLinkReadsThatTheOwnerIsElsewhere() {
        var old = bobs.link();
        bobs.close();
        now(bobs.ended());
        move(anns, barn.way());
        haveHadTime();
        bobs = now(SharedSession.join(bob.scene(), old, bob.access("Bob")));
        awaitProblem(bobs, OwnRooms.ELSEWHERE);
        assertEquals(Stage.CONNECTING, bobs.status().stage());
    }

    @Test
    void whoComesBackToARoomFindsItOpen() {
        move(anns, barn.way());
        haveHadTime();
        awaitProblem(bobs, OwnRooms.ELSEWHERE);
        move(anns, yard.way());
        haveHadTime();
        bobs.reconnect();
        awaitPeople(anns, 2);
        assertTrue(rooms.isHere());
    }

    @Test
    void aRoomIsNotShutWhileOneComesBack() {
        move(anns, barn.way());
        awaitPeople(anns, 1);
        rooms.reopen(yard.way());
        haveHadTime();
        anns.move(yard.way());
        awaitPeople(anns, 2);
    }

    private static void checkFits(String name) {
        String cut = OwnRooms.cut(name);
        assertTrue(name.startsWith(cut));
        int bytes = OwnRooms.ENDED.formatted(cut).getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes <= 123, bytes + " bytes");
        assertFalse(OwnRooms.ENDED.formatted(cut).contains("\uFFFD"));
    }

    @Test
    void whatIsSaidAtLastFitsWhateverOneIsCalled() {
        checkFits("Ann");
        checkFits("a".repeat(64));
        checkFits("Ж".repeat(64));
        checkFits("猫".repeat(64));
        checkFits("a" + "😀".repeat(32));
        assertEquals("Ann", OwnRooms.cut("Ann"));
        assertEquals("😀".repeat(10), OwnRooms.cut("😀".repeat(32)));
    }

    @Test
    void anotherRoomCanBeOpenedWhereAFormerOneIs() {
        int port = yard.server().address().getPort();
        move(anns, barn.way());
        rooms.free(port);
        room("yard", port).server().close();
    }

    @Test
    void whoWentWithoutTheOwnerLeavesTheirRoomOpen() {
        var bobsRooms = new OwnRooms(bobs, later::add);
        bobsRooms.keep(barn);
        bobs.move(barn.way());
        bobsRooms.moved(now(bobs.move(yard.way())));
        assertTrue(later.isEmpty());
    }

    @Test
    void whoIsInTheRoomIsCountedForWhoKeepsIt() {
        assertEquals(1, rooms.guests());
        bobs.close();
        awaitPeople(anns, 1);
        assertEquals(0, rooms.guests());
    }

    @Test
    void whoeverIsElsewhereIsNoGuest() {
        bobs.move(barn.way());
        now(anns.move(barn.way()));
        awaitPeople(anns, 2);
        assertFalse(rooms.isHere());
        assertEquals(0, rooms.guests());
    }

    @Test
    void whoIsInTheRoomReadsThatItEndedForAsLongAsItIs() {
        anns.close();
        now(rooms.ended());
        String words = OwnRooms.ENDED.formatted("Ann");
        awaitProblem(bobs, words);
        bobs.reconnect();
        bob.move("x", 5);
        await(bobs, status -> status.waiting() == 1);
        awaitProblem(bobs, words);
        assertEquals(Stage.OFFLINE, bobs.status().stage());
    }
}
