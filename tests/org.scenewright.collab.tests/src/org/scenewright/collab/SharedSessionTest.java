// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.runtime.Participant;
import org.scenewright.scene.Difference;
import org.scenewright.scene.Outcome;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Ann shares an open scene, and Bob joins with one of his. */
class SharedSessionTest extends TwoPeople {
    private static final ConnectionString YARD = ConnectionString.parse("simulator:yard?delay=1");

    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));

    @Override
    Adapters adapters() {
        return adapters;
    }

    private void meet(Role others) {
        share(YARD, others);
        join();
    }

    @Test
    void whatOneDoesTheOtherSees() {
        ann.move("x", 3);
        meet(Role.EDITOR);
        bob.awaitAt(3);
        bob.move("x", 5);
        ann.awaitAt(5);
    }

    @Test
    void savedFilesAreAlike() throws IOException {
        meet(Role.EDITOR);
        ann.move("x", 3);
        bob.move("y", 4);
        await(bobs, status -> status.waiting() == 0);
        ann.await(s -> s.pose(Workplace.BOX).position().y() == 4);
        bob.awaitAt(3);
        assertEquals(ann.saved(), bob.saved());
    }

    @Test
    void othersLearnThatTheSceneIsSaved() throws IOException {
        meet(Role.EDITOR);
        awaitPeople(bobs, 2);
        var heard = new CompletableFuture<String>();
        try (var registration = bobs.onNotice(heard::complete)) {
            ann.saved();
            assertFalse(heard.isDone(), "what was saved already is no news");
            ann.move("x", 3);
            ann.saved();
            assertEquals("Ann saved the scene.", now(heard));
        }
    }

    @Test
    void undoStaysEverybodysOwn() {
        meet(Role.EDITOR);
        ann.move("x", 3);
        bob.awaitAt(3);
        bob.move("y", 4);
        ann.await(s -> s.pose(Workplace.BOX).position().y() == 4);
        now(ann.scene().undo());
        bob.awaitAt(0);
        assertEquals(4, bob.scene().snapshot().pose(Workplace.BOX).position().y());
    }

    @Test
    void bothMakeEntities() {
        meet(Role.EDITOR);
        bob.awaitNumbers();
        assertInstanceOf(Outcome.Accepted.class, bob.spawn("Lamp"));
        assertInstanceOf(Outcome.Accepted.class, ann.spawn("Lid"));
        ann.await(s -> s.size() == 4);
        bob.await(s -> s.size() == 4);
    }

    @Test
    void whatIsWrittenWithoutConnectionArrivesLater() {
        meet(Role.EDITOR);
        var elsewhere = ConnectionString.parse("simulator:nowhere");
        bobs.move(elsewhere);
        awaitPeople(anns, 1);
        bob.move("x", 7);
        ann.move("y", 8);
        bobs.move(YARD);
        ann.awaitAt(7);
        bob.await(s -> s.pose(Workplace.BOX).position().y() == 8);
    }

    @Test
    void whoLooksOnChangesNothing() {
        meet(Role.VIEWER);
        assertEquals(Role.VIEWER, bobs.status().role());
        bob.move("x", 9);
        bob.awaitAt(0);
        assertEquals(0, ann.scene().snapshot().pose(Workplace.BOX).position().x());
        anns.allow(bob.identity.address(), Role.EDITOR);
        await(bobs, status -> status.role() == Role.EDITOR);
        bob.move("x", 5);
        ann.awaitAt(5);
    }

    @Test
    void whoIsSentAwayDoesNotComeBackByThemselves() {
        meet(Role.EDITOR);
        var away = new CompletableFuture<String>();
        anns.onDoor(
                (address, isOpen) -> {
                    if (!isOpen) {
                        away.complete(address);
                    }
                });
        anns.kick(bob.identity.address());
        await(bobs, status -> status.stage() == Stage.KICKED);
        assertTrue(bobs.status().problem().orElseThrow().contains("sent you away"));
        bob.move("x", 5);
        awaitPeople(anns, 1);
        assertEquals(bob.identity.address(), now(away));
        bobs.reconnect();
        ann.move("y", 4);
        assertEquals(Stage.KICKED, bobs.status().stage());
        assertEquals(0, ann.scene().snapshot().pose(Workplace.BOX).position().x());
        assertEquals(0, bob.scene().snapshot().pose(Workplace.BOX).position().y());
    }

    @Test
    void whoWasSentAwayIsListedAndCanBeLetInAgain() {
        meet(Role.EDITOR);
        anns.kick(bob.identity.address());
        await(bobs, status -> status.stage() == Stage.KICKED);
        awaitPeople(anns, people -> people.size() == 1 && anns.away().size() == 1);
        var gone = anns.away().getFirst();
        assertEquals(new Profile("Bob", 0xFF0000), gone.profile());
        assertEquals(Role.BANNED, gone.role());
        bobs.close();
        now(bobs.ended());
        anns.letIn(bob.identity.address());
        awaitPeople(anns, people -> anns.away().isEmpty());
        bobs = now(SharedSession.join(bob.scene(), anns.link(), bob.access("Bob")));
        await(bobs, status -> status.stage() == Stage.LIVE && status.role() == Role.EDITOR);
        bob.move("x", 5);
        ann.awaitAt(5);
    }

    @Test
    void whoKeepsARoomThatIsOpenedLaterHearsWhoWasSentAwayBefore() {
        meet(Role.EDITOR);
        anns.kick(bob.identity.address());
        awaitPeople(anns, 1);
        var away = new CompletableFuture<String>();
        var back = new CompletableFuture<String>();
        anns.onDoor((address, isOpen) -> (isOpen ? back : away).complete(address));
        assertEquals(bob.identity.address(), now(away));
        anns.letIn(bob.identity.address());
        assertEquals(bob.identity.address(), now(back));
    }

    @Test
    void peopleSeeWhatOthersDo() {
        meet(Role.EDITOR);
        var seen = new CompletableFuture<Participant>();
        try (var registration =
                ann.scene()
                        .sharing()
                        .awareness()
                        .onOthers(
                                others ->
                                        others.stream()
                                                .filter(o -> !o.presence().selection().isEmpty())
                                                .forEach(seen::complete))) {
            bob.scene().sharing().awareness().mine(m -> m.withSelection(List.of(Workplace.BOX)));
            assertEquals("Bob", now(seen).name());
            assertEquals(List.of(Workplace.BOX), now(seen).presence().selection());
        }
    }

    @Test
    void whatWasNotSavedBeforeJoiningIsOfferedAndCanBeKept() {
        bob.move("x", 42);
        meet(Role.EDITOR);
        bob.awaitAt(0);
        var sharing = bob.scene().sharing();
        var aside = sharing.shelf().all().getFirst();
        assertEquals(
                List.of(FieldPath.of("position", "x")),
                aside.differences().stream().map(Difference::path).toList());
        now(sharing.keep(aside, aside.differences()));
        ann.awaitAt(42);
        assertEquals(List.of(), sharing.shelf().all());
    }

    @Test
    void nothingIsOfferedToWhoHadSavedAll() {
        ann.move("x", 3);
        meet(Role.EDITOR);
        bob.awaitAt(3);
        assertEquals(List.of(), bob.scene().sharing().shelf().all());
    }

    @Test
    void whoBecomesAViewerOfflineIsOfferedWhatTheyEdited() {
        meet(Role.EDITOR);
        bobs.move(ConnectionString.parse("simulator:nowhere"));
        awaitPeople(anns, 1);
        bob.move("x", 7);
        ann.move("y", 8);
        anns.allow(bob.identity.address(), Role.VIEWER);
        bobs.move(YARD);
        bob.await(s -> s.pose(Workplace.BOX).position().y() == 8);
        await(bobs, status -> status.role() == Role.VIEWER && status.stage() == Stage.LIVE);
        bob.awaitAt(0);
        var mine =
                bob.scene().sharing().shelf().all().stream()
                        .flatMap(aside -> aside.differences().stream())
                        .filter(d -> d.path().equals(FieldPath.of("position", "x")))
                        .flatMap(d -> d.after().stream())
                        .toList();
        assertEquals(List.of(Value.of(7)), mine);
    }

    @Test
    void whoLooksOnIsToldSo() {
        meet(Role.VIEWER);
        var refused = assertInstanceOf(Outcome.Refused.class, bob.move("x", 9));
        assertTrue(refused.reason().contains("look on"), refused.reason());
        bobs.close();
        now(bobs.ended());
        assertInstanceOf(Outcome.Accepted.class, bob.move("x", 9));
    }

    @Test
    void afterLeavingOneEditsAlone() {
        meet(Role.EDITOR);
        bobs.close();
        awaitPeople(anns, 1);
        now(bobs.ended());
        // Whoever writes for nobody sends nothing, however long one waits.
        assertEquals(Optional.empty(), now(bob.scene().sharing().author()));
        assertInstanceOf(Outcome.Accepted.class, bob.move("x", 9));
        assertInstanceOf(Outcome.Accepted.class, bob.spawn("Lamp"));
        assertEquals(9, bob.scene().snapshot().pose(Workplace.BOX).position().x());
        assertEquals(0, ann.scene().snapshot().pose(Workplace.BOX).position().x());
    }
}
