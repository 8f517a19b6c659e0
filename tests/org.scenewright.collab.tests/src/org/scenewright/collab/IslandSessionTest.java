// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.Position;
import org.scenewright.scene.Pose;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The link of a session leads to an archipelago, whose islands Ann and Bob go to. */
class IslandSessionTest extends TwoPeople {
    /** The scene begins at parcel 2,-3. */
    private static final Position HERE = new Position(40, 0, -40);

    private static final Position THERE = new Position(140, 0, -40);

    private final Crossroads rooms = new Crossroads();
    private final Adapters adapters = new Adapters(List.of(rooms));
    private Archipelago islands;

    @Override
    Adapters adapters() {
        return adapters;
    }

    @BeforeEach
    void meet() throws IOException {
        islands = new Archipelago(at -> Crossroads.to(at.x() < 100 ? "west" : "east"));
        stand(ann, HERE);
        stand(bob, HERE);
        share(islands.connection(), Role.EDITOR);
        join();
    }

    @Override
    @AfterEach
    void close() throws Exception {
        super.close();
        islands.close();
    }

    private static void stand(Workplace who, Position at) {
        var player = Optional.of(new Pose.Vec(at.x() - 32, at.y(), at.z() + 48));
        who.scene().sharing().awareness().player(() -> player);
    }

    private void checkWas(Workplace who, Position at) {
        var seen = new Archipelago.Seen(who.identity.address(), at);
        assertTrue(islands.seen().contains(seen), () -> islands.seen().toString());
    }

    @Test
    void whoMeetOnAnIslandEditTogether() throws IOException {
        ann.move("x", 3);
        bob.move("y", 4);
        checkAlike(3, 4);
        checkWas(ann, HERE);
        checkWas(bob, HERE);
        assertEquals(List.of(HERE), islands.seen().stream().map(s -> s.at()).distinct().toList());
    }

    @Test
    void whatIsEditedOnTwoIslandsArrivesWhenTheyShareOneAgain() throws IOException {
        stand(bob, THERE);
        awaitPeople(anns, 1);
        awaitPeople(bobs, 1);
        checkWas(bob, THERE);
        ann.move("x", 3);
        bob.move("y", 4);
        stand(ann, THERE);
        checkAlike(3, 4);
        awaitPeople(anns, 2);
        checkWas(ann, THERE);
        bob.move("x", 5);
        checkAlike(5, 4);
        assertEquals(1, rooms.most());
    }

    @Test
    void whoIsLedToWhereTheyAreIsThere() {
        assertEquals(Crossroads.to("west"), now(anns.move(islands.connection())));
        ann.move("x", 3);
        bob.awaitAt(3);
    }

    private void checkAlike(double x, double y) throws IOException {
        for (var who : List.of(ann, bob)) {
            who.awaitAt(x);
            who.await(s -> s.pose(Workplace.BOX).position().y() == y);
        }
        assertEquals(ann.saved(), bob.saved());
    }
}
