// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.ConnectionString;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Ann and Bob edit one scene wherever they meet; the server is real, and comes and goes. */
abstract class MeetingContract extends TwoPeople {

    /** Lets the server be there from now on, at the same address each time. */
    abstract void serve(Path directory) throws Exception;

    /** The server is gone. */
    abstract void vanish() throws Exception;

    /** Where they meet. */
    abstract ConnectionString room();

    @Override
    @BeforeEach
    void open() throws Exception {
        serve(directory);
        super.open();
    }

    @Override
    @AfterEach
    void close() throws Exception {
        super.close();
        vanish();
    }

    void share() {
        share(room(), Role.EDITOR);
    }

    private void checkAlike(Predicate<SceneSnapshot> wanted) throws Exception {
        ann.await(wanted);
        bob.await(wanted);
        await(anns, status -> status.waiting() == 0);
        await(bobs, status -> status.waiting() == 0);
        assertEquals(ann.saved(), bob.saved());
    }

    private static Predicate<SceneSnapshot> at(double x, double y) {
        return s ->
                s.pose(Workplace.BOX).position().x() == x
                        && s.pose(Workplace.BOX).position().y() == y;
    }

    @Test
    void bothEditAndEndAlike() throws Exception {
        ann.move("x", 1);
        share();
        ann.move("x", 3);
        join();
        bob.awaitAt(3);
        bob.move("y", 4);
        for (int i = 0; i < 50; i++) {
            ann.move("x", 10 + i);
            bob.move("y", 100 + i);
        }
        checkAlike(at(59, 149));
    }

    @Test
    void bothMakeEntities() throws Exception {
        share();
        join();
        bob.awaitNumbers();
        assertInstanceOf(Outcome.Accepted.class, bob.spawn("Lamp"));
        assertInstanceOf(Outcome.Accepted.class, ann.spawn("Lid"));
        checkAlike(s -> s.size() == 4);
    }

    @Test
    void whatIsEditedWhileTheServerIsGoneArrivesWhenItIsBack() throws Exception {
        share();
        join();
        bob.move("x", 2);
        ann.awaitAt(2);
        vanish();
        for (int i = 0; i < 20; i++) {
            ann.move("x", 10 + i);
            bob.move("y", 100 + i);
        }
        serve(directory);
        Stream.of(anns, bobs).forEach(SharedSession::reconnect);
        checkAlike(at(29, 119));
        bob.move("x", 7);
        checkAlike(at(7, 119));
    }

    @Test
    void eachSeesWhatTheOtherSelects() {
        share();
        join();
        bob.scene().sharing().awareness().mine(m -> m.withSelection(List.of(Workplace.BOX)));
        Workplace.awaitPeople(
                anns,
                people ->
                        people.stream()
                                .anyMatch(
                                        p ->
                                                p.profile().name().equals("Bob")
                                                        && p.presence()
                                                                .selection()
                                                                .contains(Workplace.BOX)));
    }

    @Test
    void theFileThatAnAssetNeedsComesAlong() throws Exception {
        var bytes = new byte[600_000];
        new Random(1).nextBytes(bytes);
        share();
        join();
        ann.write("assets/lamp.glb", bytes);
        assertInstanceOf(Outcome.Accepted.class, ann.show("assets/lamp.glb"));
        bob.awaitFile("assets/lamp.glb");
        assertArrayEquals(bytes, Files.readAllBytes(bob.directory().resolve("assets/lamp.glb")));
    }

    @Test
    void whoIsSentAwayStaysAway() {
        share();
        join();
        anns.kick(bob.identity.address());
        await(bobs, status -> status.stage() == Stage.KICKED);
        awaitPeople(anns, 1);
    }
}
