// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.testing.Participant;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The diagram of ADR-81: two servers of rooms, and a director that sends from one to the other. */
class DiagramTest {
    private final Identity me = OwnIdentity.generate();
    private final HandDriven time = new HandDriven();
    private final RoomServer abc = rooms();
    private final RoomServer xyz = rooms();
    private final Counted adapters = new Counted(new WsRoomProtocol());
    private final Directors directors = new Directors(time);
    private final IslandServer director = new IslandServer(this::room, () -> time.advance(1));
    private final Told<CommunicationsEvent> told = new Told<>(() -> time.advance(1));
    private final Communications communications =
            new Communications(new Adapters(List.of(adapters)), me, time, told);

    private static RoomServer rooms() {
        return RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN);
    }

    /** As the document spells it for the one, and ADR-180 for the other. */
    private String room(String island) {
        return island.equals("I1")
                ? abc.connection("abc").parameters()
                : xyz.connection("xyz").text();
    }

    @AfterEach
    void close() {
        communications.close();
        told.until(all -> adapters.alive() == 0);
        director.close();
        abc.close();
        xyz.close();
    }

    private void untilTold(String line) {
        told.until(all -> all.stream().map(Chronicle::line).anyMatch(line::equals));
    }

    private List<String> lines() {
        return told.all().stream().map(Chronicle::line).toList();
    }

    private Participant guest(ConnectionString room) {
        var identity = OwnIdentity.generate();
        var guest =
                new Participant(
                        identity,
                        listener -> new WsRoomProtocol().adapter(room, identity, listener));
        guest.connect().join();
        return guest;
    }

    /** Something goes to somebody, and something comes back. */
    private void talk(Participant with, long generation) {
        untilTold("heard " + generation + " came");
        byte[] text = ("to " + generation).getBytes(StandardCharsets.UTF_8);
        assertTrue(communications.send(ByteBuffer.wrap(text), SendHints.RELIABLE));
        told.until(all -> with.events().stream().anyMatch(DiagramTest::isMessage));
        with.send("from " + generation, SendHints.RELIABLE);
        untilTold("heard " + generation + " from " + generation);
    }

    private static boolean isMessage(CommsEvent event) {
        return event instanceof CommsEvent.Message;
    }

    private void begin() {
        communications.notifyPosition(new Position(0, 0, 0));
        communications.direct(directors.director(director.connection(), me));
        untilTold("connected 1");
    }

    private void walk() {
        communications.notifyPosition(new Position(500, 0, 0));
        time.advance(ArchipelagoDirector.HEARTBEAT_MILLIS);
        director.heard().untilTold("at 500 0");
    }

    /** Somebody who keeps the first island when others leave it. */
    private CommunicationsDirector neighbour() {
        CommunicationsDirector neighbour =
                directors
                        .director(director.connection(), OwnIdentity.generate())
                        .director(event -> {});
        neighbour.notifyPosition(new Position(0, 0, 0));
        neighbour.connect().join();
        director.heard().untilTold("at 0 0");
        return neighbour;
    }

    @Test
    void theDiagramIsPlayedInFull() {
        CommunicationsDirector neighbour = neighbour();
        begin();
        Participant atAbc = guest(abc.connection("abc"));
        talk(atAbc, 1);
        walk();
        untilTold("connected 2");
        Participant atXyz = guest(xyz.connection("xyz"));
        talk(atXyz, 2);
        atAbc.send("too late", SendHints.RELIABLE);
        told.until(all -> !atAbc.sees(self()));
        assertEquals(
                List.of(
                        "directed",
                        "bound 1",
                        "connected 1",
                        "heard 1 came",
                        "heard 1 from 1",
                        "unbound 1",
                        "bound 2",
                        "connected 2",
                        "heard 2 came",
                        "heard 2 from 2"),
                lines());
        assertEquals(1, adapters.most());
        atAbc.leave().join();
        atXyz.leave().join();
        neighbour.disconnect().join();
    }

    private Participant self() {
        return new Participant(me, listener -> new BrokenRoom(""));
    }

    @Test
    void aFailingAdapterIsShownAndTriedAgain() {
        CommunicationsDirector neighbour = neighbour();
        begin();
        InetSocketAddress place = xyz.address();
        xyz.close();
        walk();
        untilTold("failed, again");
        assertFalse(communications.send(ByteBuffer.allocate(1), SendHints.RELIABLE));
        try (RoomServer again = RoomServer.start(place, RoomRules.OPEN)) {
            told.until(
                    all -> {
                        time.advance(50);
                        return lines().getLast().startsWith("connected");
                    });
            assertEquals(1, adapters.most());
            communications.close();
            told.until(all -> adapters.alive() == 0);
        }
        neighbour.disconnect().join();
    }

    @Test
    void anotherDirectorEndsTheFormerAndTheAdapterStaysUntilItDecides() {
        begin();
        communications.direct(listener -> new ConnectionList(List.of()).director(listener));
        director.heard().untilTold("gone " + me.address());
        assertTrue(communications.send(ByteBuffer.allocate(1), SendHints.RELIABLE));
        communications.direct(new ConnectionList(List.of(xyz.connection("xyz"))));
        untilTold("connected 2");
        assertEquals(1, adapters.most());
    }

    @Test
    void aDirectorThatIsLostComesBackWhileTheAdapterStays() {
        begin();
        director.cut(me);
        untilTold("director failed, again");
        assertTrue(communications.send(ByteBuffer.allocate(1), SendHints.RELIABLE));
        told.until(
                all -> {
                    time.advance(20);
                    return lines().stream().filter("directed"::equals).count() == 2;
                });
        assertFalse(lines().contains("unbound 1"));
    }

    @Test
    void whoIsKickedByTheRoomStaysAway() {
        begin();
        abc.kick(me.address(), "Enough.");
        stayAway();
    }

    @Test
    void whoIsKickedByTheDirectorStaysAway() {
        begin();
        director.kick(me);
        stayAway();
    }

    private void stayAway() {
        untilTold("kicked");
        told.until(all -> adapters.alive() == 0);
        director.heard().untilTold("gone " + me.address());
        time.advance(1_000_000);
        assertEquals(List.of("directed", "bound 1", "connected 1"), lines().subList(0, 3));
        assertEquals(List.of("kicked", "unbound 1"), lines().subList(3, lines().size()));
    }
}
