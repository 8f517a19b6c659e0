// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionList;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.DirectorEvent;
import org.scenewright.comms.Position;
import org.scenewright.runtime.Presence;
import org.scenewright.scene.Pose;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ann and Bob go wherever a director says, and edit on. */
class DirectedSessionTest extends TwoPeople {
    private final Crossroads rooms = new Crossroads();
    private final Adapters adapters = new Adapters(List.of(rooms));
    private final ConnectionList list = new ConnectionList(List.of(Crossroads.to("a")));

    @Override
    Adapters adapters() {
        return adapters;
    }

    @BeforeEach
    void meet() {
        share(Crossroads.to("a"), Role.EDITOR);
        join();
    }

    private void direct() {
        anns.direct(list);
        bobs.direct(list);
    }

    @Test
    void whatIsEditedOnTheWayArrivesWhereTheDirectorLeads() throws IOException {
        direct();
        for (int i = 1; i <= 10; i++) {
            list.choose(Crossroads.to("room" + i));
            ann.move("x", i);
            bob.move("y", i);
        }
        ann.await(s -> s.pose(Workplace.BOX).position().y() == 10);
        bob.awaitAt(10);
        assertEquals(ann.saved(), bob.saved());
        assertEquals(1, rooms.most());
    }

    @Test
    void whoGoesAheadEditsUntilTheOthersCome() {
        direct();
        anns.direct(new ConnectionList(List.of(Crossroads.to("ahead"))));
        awaitPeople(bobs, 1);
        ann.move("x", 3);
        bob.move("y", 4);
        bobs.direct(new ConnectionList(List.of(Crossroads.to("ahead"))));
        ann.await(s -> s.pose(Workplace.BOX).position().y() == 4);
        bob.awaitAt(3);
        assertEquals(1, rooms.most());
    }

    @Test
    void aRoomThatIsClosedIsToldAndTriedAgain() {
        direct();
        rooms.close("b");
        list.choose(Crossroads.to("b"));
        var told = Optional.of("The door is closed.");
        await(bobs, status -> status.stage() == Stage.OFFLINE && status.problem().equals(told));
        bob.move("x", 5);
        rooms.open("b");
        await(bobs, status -> status.stage() == Stage.LIVE && status.problem().isEmpty());
        await(anns, status -> status.stage() == Stage.LIVE);
        ann.awaitAt(5);
        assertTrue(rooms.attempts() >= 2);
        assertEquals(1, rooms.most());
    }

    @Test
    void anotherDirectorDisconnectsTheFormer() {
        var first = new Guide(Crossroads.to("a"));
        var second = new Guide(Crossroads.to("b"));
        bobs.direct(first);
        anns.direct(second);
        awaitPeople(anns, 1);
        assertEquals(1, first.followers());
        bobs.direct(second);
        awaitPeople(anns, 2);
        assertEquals(0, first.followers());
        first.tell(new DirectorEvent.Use(Crossroads.to("c")));
        bob.move("x", 2);
        ann.awaitAt(2);
    }

    @Test
    void aDirectorMayNameNoRoomForAWhile() {
        var guide = new Guide(Crossroads.to("a"));
        bobs.direct(guide);
        bob.move("x", 1);
        ann.awaitAt(1);
        guide.useNone();
        await(bobs, status -> status.stage() == Stage.OFFLINE);
        bob.move("x", 2);
        guide.use(Crossroads.to("a"));
        ann.awaitAt(2);
    }

    @Test
    void aDirectorThatIsLostLeavesTheRoomAsItIs() {
        var guide = new Guide(Crossroads.to("a"));
        bobs.direct(guide);
        var heard = new CompletableFuture<String>();
        try (var registration = bobs.onNotice(heard::complete)) {
            bob.move("x", 1);
            ann.awaitAt(1);
            guide.tell(
                    new DirectorEvent.Disconnected(
                            false, Optional.of(new CommsException("The guide is ill."))));
            assertEquals("The guide is ill.", now(heard));
        }
        bob.move("x", 2);
        ann.awaitAt(2);
        assertEquals(Stage.LIVE, bobs.status().stage());
    }

    @Test
    void aConnectionStringMayNameADirectorThatIsNotThere() {
        bobs.move(ConnectionString.parse("archipelago:ws://127.0.0.1:1/ws"));
        bobs.move(ConnectionString.parse("archipelago:ws://127.0.0.1:1/ws"));
        var heard = new CompletableFuture<String>();
        try (var registration = bobs.onNotice(heard::complete)) {
            assertTrue(now(heard).contains("127.0.0.1:1"), now(heard));
        }
        bob.move("x", 2);
        ann.awaitAt(2);
    }

    @Test
    void theDirectorKnowsWhereTheCameraOrElseThePlayerIs() throws InterruptedException {
        var guide = new Guide(Crossroads.to("a"));
        bobs.direct(guide);
        var awareness = bob.scene().sharing().awareness();
        var eye = new Pose.Vec(1, 2, 3);
        var sight = Optional.of(new Presence.Sight(eye, new Pose.Vec(0, 0, 0)));
        awareness.mine(me -> me.withSight(sight));
        // The scene begins at parcel 2,-3.
        assertEquals(new Position(33, 2, -45), guide.awaitPosition(p -> p.y() == 2));
        awareness.player(() -> Optional.of(new Pose.Vec(8, 0.5, 8)));
        assertEquals(new Position(40, 0.5f, -40), guide.awaitPosition(p -> p.y() == 0.5f));
        awareness.player(() -> Optional.of(new Pose.Vec(Double.NaN, 0, 0)));
        awareness.player(Optional::empty);
        assertEquals(new Position(33, 2, -45), guide.awaitPosition(p -> p.y() == 2));
    }
}
