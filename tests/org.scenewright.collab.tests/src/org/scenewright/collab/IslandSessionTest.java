// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.Position;
import org.scenewright.scene.Pose;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The link of a session leads to an archipelago, whose islands Ann and Bob go to. */
class IslandSessionTest {
    /** The scene begins at parcel 2,-3. */
    private static final Position HERE = new Position(40, 0, -40);

    private static final Position THERE = new Position(140, 0, -40);

    @TempDir Path directory;
    private final Crossroads rooms = new Crossroads();
    private final Adapters adapters = new Adapters(List.of(rooms));
    private Archipelago islands;
    private Workplace ann;
    private Workplace bob;
    private SharedSession anns;
    private SharedSession bobs;

    @BeforeEach
    void meet() throws IOException {
        islands = new Archipelago(at -> Crossroads.to(at.x() < 100 ? "west" : "east"));
        ann = new Workplace(directory.resolve("ann"), adapters);
        bob = new Workplace(directory.resolve("bob"), adapters);
        stand(ann, HERE);
        stand(bob, HERE);
        var link =
                new SessionLink(
                        islands.connection(),
                        SessionLink.newSession(),
                        ann.identity.address(),
                        Optional.empty());
        anns = now(SharedSession.share(ann.scene(), link, ann.access("Ann"), Role.EDITOR));
        var given = SessionLink.parse(link.text());
        bobs = now(SharedSession.join(bob.scene(), given, bob.access("Bob")));
        await(bobs, status -> status.stage() == Stage.LIVE);
        awaitPeople(anns, 2);
    }

    @AfterEach
    void close() throws IOException {
        anns.close();
        bobs.close();
        ann.close();
        bob.close();
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
