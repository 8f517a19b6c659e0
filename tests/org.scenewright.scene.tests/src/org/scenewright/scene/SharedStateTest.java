// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Ann gives what her document is, Bob adopts it. */
class SharedStateTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private final List<Batch> fromAnn = new ArrayList<>();
    private final List<Batch> fromBob = new ArrayList<>();
    private final Scene ann = new Scene(SceneText.read("Box at 1,2,3\n  Lid\nCrate\n"));
    private final Scene bob = new Scene(SceneText.read("Lamp\nBox_9\n"));

    @BeforeEach
    void share() {
        ann.lease(new NumberBlock(1000, 500));
        ann.share("ann", fromAnn::add);
        bob.share("bob", fromBob::add);
    }

    /** As it comes over the wire. */
    static SharedState sent(Scene scene) {
        try {
            var bytes = scene.shared().state().toBytes(SceneText.TYPES);
            return SharedState.read(bytes, SceneText.TYPES);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private Changes adopt() {
        var changes = bob.shared().adopt(sent(ann), List.of(), PEER);
        bob.lease(new NumberBlock(2000, 500));
        return changes;
    }

    private void deliver() {
        new ArrayList<>(fromBob).forEach(batch -> ann.merge(batch, PEER));
        new ArrayList<>(fromAnn).forEach(batch -> bob.merge(batch, PEER));
    }

    static void checkSame(Scene one, Scene other) {
        SceneInvariants.check(other.snapshot());
        assertEquals(List.of(), Difference.between(one.snapshot(), other.snapshot()));
        one.snapshot()
                .entities()
                .forEach(e -> assertEquals(one.snapshot().key(e), other.snapshot().key(e)));
    }

    @Test
    void whoAdoptsADocumentHoldsWhatItHolds() {
        accepted(ann, set("Box", "core::Transform.position.x", "7"));
        adopt();
        checkSame(ann, bob);
    }

    @Test
    void linksHearOfAllDifferencesAtOnce() {
        var lamp = SceneText.find(bob.snapshot(), "Lamp");
        var changes = adopt();
        assertEquals(bob.snapshot().revision(), changes.revision());
        assertTrue(changes.list().contains(new Change.Spawned(new Entity(514))));
        var renamed =
                changes.list().stream()
                        .anyMatch(
                                change ->
                                        change instanceof Change.Written written
                                                && written.entity().equals(lamp)
                                                && written.component().equals(SceneSnapshot.NAME));
        assertTrue(renamed, "what is called Lamp here is called Box there");
    }

    @Test
    void whoAdoptsWhatItHoldsAlreadyIsTheSameDocument() {
        adopt();
        long state = bob.state();
        assertEquals(List.of(), adopt().list());
        assertEquals(state, bob.state());
    }

    @Test
    void bothGoOnFromThere() {
        accepted(ann, set("Box", "core::Transform.position.x", "7"));
        adopt();
        accepted(bob, set("Box", "core::Transform.position.y", "8"));
        accepted(bob, spawn("Vase", "Box"));
        accepted(ann, rename("Lid", "Cover"));
        accepted(ann, spawn("Bowl", "Crate"));
        deliver();
        checkSame(ann, bob);
        assertEquals(8, bob.snapshot().pose(SceneText.find(bob.snapshot(), "Box")).position().y());
    }

    @Test
    void whatWasWrittenBeforeJoiningDoesNotWinByItsClock() {
        for (int i = 0; i < 9; i++) {
            accepted(bob, rename(bob.snapshot().name(new Entity(512)), "Lamp" + i));
        }
        accepted(ann, rename("Box", "Chest"));
        adopt();
        fromBob.clear();
        accepted(ann, rename("Chest", "Trunk"));
        deliver();
        assertEquals("Trunk", bob.snapshot().name(new Entity(512)));
    }

    @Test
    void undoLeavesWhatTheOthersHold() {
        accepted(bob, rename("Lamp", "Torch"));
        adopt();
        bob.undo();
        checkSame(ann, bob);
    }

    @Test
    void undoTakesBackWhatStillHolds() {
        adopt();
        accepted(bob, rename("Box", "Chest"));
        accepted(bob, set("Chest", "core::Transform.position.x", "7"));
        deliver();
        accepted(ann, set("Chest", "core::Transform.position.x", "9"));
        adopt();
        bob.undo();
        assertEquals(9, bob.snapshot().pose(new Entity(512)).position().x());
        bob.undo();
        assertEquals("Box", bob.snapshot().name(new Entity(512)));
        deliver();
        checkSame(ann, bob);
    }

    @Test
    void noNumberIsGivenAwayThatIsNotLeased() {
        bob.shared().adopt(sent(ann), List.of(), PEER);
        assertEquals(0, bob.unspentNumbers());
        var refused = bob.apply(spawn("Vase", "Box").apply(bob.snapshot()), Origin.USER);
        assertTrue(refused instanceof Outcome.Refused, refused.toString());
    }

    @Test
    void whatUndoBringsBackTakesNoNumberThatSomebodyElseMayHave() {
        accepted(bob, spawn("Vase", "Lamp"));
        var vase = SceneText.find(bob.snapshot(), "Vase");
        for (int i = 0; i < 4; i++) {
            accepted(bob, spawn("Bowl" + i, "Lamp"));
        }
        accepted(bob, despawn("Bowl3"));
        assertEquals(514, vase.number());
        adopt();
        bob.undo();
        checkSame(ann, bob);
    }

    @Test
    void offlineWorkOfBothSidesIsThereInTheEnd() {
        adopt();
        deliver();
        fromBob.clear();
        fromAnn.clear();
        var edits = new RandomEdits(5);
        for (int i = 0; i < 1000; i++) {
            ann.apply(edits.next(ann.snapshot()), Origin.USER);
            bob.apply(edits.next(bob.snapshot()), Origin.USER);
        }
        bob.apply(new Edit.Spawn("OfBob", Edit.Place.TOP, new LinkedHashMap<>()), Origin.USER);
        ann.apply(new Edit.Spawn("OfAnn", Edit.Place.TOP, new LinkedHashMap<>()), Origin.USER);
        bob.shared().adopt(sent(ann), fromBob, PEER);
        fromBob.forEach(batch -> ann.merge(batch, PEER));
        settle();
        checkSame(ann, bob);
        for (String name : List.of("OfBob", "OfAnn")) {
            assertTrue(ann.snapshot().holds(SceneText.find(bob.snapshot(), name)));
        }
    }

    private void settle() {
        var all = Set.of("ann", "bob");
        ann.present(all);
        bob.present(all);
        for (int i = 0; i < 4; i++) {
            deliver();
        }
    }

    @Test
    void whoIsToldHeardOfWhatTheStateHeard() {
        accepted(ann, rename("Box", "Chest"));
        adopt();
        assertEquals(ann.shared().heard(), bob.shared().heard());
        assertEquals("bob", bob.shared().author().orElseThrow().address());
        assertTrue(bob.merge(fromAnn.getFirst(), PEER).changes().list().isEmpty(), "it was heard");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatItIsSaidNotToHoldComesAgainAndChangesNothing(long seed) {
        var edits = new RandomEdits(seed);
        for (int i = 0; i < 100; i++) {
            ann.apply(edits.next(ann.snapshot()), Origin.USER);
        }
        bob.shared().adopt(sent(ann).hearing(VersionVector.NOTHING), List.of(), PEER);
        assertEquals(VersionVector.NOTHING, bob.shared().heard());
        assertEquals(List.of(), bob.shared().merge(fromAnn, PEER).changes().list());
        assertEquals(ann.shared().heard(), bob.shared().heard());
        assertEquals(SceneText.print(ann.snapshot()), SceneText.print(bob.snapshot()));
    }

    @Test
    void nothingIsSaidOfThePersonWhoGivesIt() {
        accepted(ann, rename("Box", "Secret"));
        accepted(ann, rename("Secret", "Chest"));
        ann.forgetLosses(0);
        var text =
                new String(
                        ann.shared().state().toBytes(SceneText.TYPES), StandardCharsets.ISO_8859_1);
        assertTrue(text.contains("Chest"));
        assertFalse(text.contains("Secret"));
        assertFalse(text.contains("Rename"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theBytesAreThoseOfTheStateAndNothingElse(long seed) throws IOException {
        var edits = new RandomEdits(seed);
        for (int i = 0; i < 300; i++) {
            ann.apply(edits.next(ann.snapshot()), Origin.USER);
        }
        var state = ann.shared().state().with(new FileTexts(new byte[] {1, 2}, new byte[] {3}));
        var bytes = state.toBytes(SceneText.TYPES);
        var read = SharedState.read(bytes, SceneText.TYPES);
        assertArrayEquals(bytes, read.toBytes(SceneText.TYPES));
        assertEquals(state.texts(), read.texts());
        assertEquals(state.heard(), read.heard());
    }

    @Test
    void aCrashRightAfterAdoptingLosesNothing(@TempDir Path directory) {
        try (var live = JournaledScene.create(directory.resolve("a"), "Lamp\n")) {
            live.scene().share("bob", fromBob::add);
            live.scene().shared().adopt(sent(ann), List.of(), PEER);
            try (var back = live.crashed(directory.resolve("b"))) {
                checkSame(ann, back.scene());
                assertEquals(0, back.scene().unspentNumbers());
                assertTrue(back.isDirty());
            }
        }
    }

    @Test
    void aCrashAfterTheFirstThingDoneWasToAdoptLosesNothing(@TempDir Path directory) {
        try (var live = JournaledScene.create(directory.resolve("a"), "Lamp\n")) {
            live.scene().shared().adopt(sent(ann), List.of(), PEER);
            accepted(live.scene(), rename("Box", "Chest"));
            try (var back = live.crashed(directory.resolve("b"))) {
                checkSame(live.scene(), back.scene());
                assertEquals(live.scene().undoLabel(), back.scene().undoLabel());
            }
        }
    }
}
