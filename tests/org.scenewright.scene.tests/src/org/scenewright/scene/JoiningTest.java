// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.configure;
import static org.scenewright.scene.SceneCheck.despawn;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.reparentBefore;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bob, who has the files in an older or in another state, joins Ann. */
class JoiningTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final Entity BOX = new Entity(512);

    private final SceneSnapshot files = SceneText.read("Box at 1,2,3\n  Lid\nCrate\n");
    private final List<Batch> fromAnn = new ArrayList<>();
    private final List<Batch> fromBob = new ArrayList<>();
    private final Scene ann = new Scene(files);
    private final Scene bob = new Scene(files);
    private SceneSnapshot begun = files;

    JoiningTest() {
        ann.lease(new NumberBlock(1000, 500));
        ann.share("ann", fromAnn::add);
    }

    /** Bob begins to join: what he does from now on are edits of the shared scene. */
    private void begin() {
        begun = bob.snapshot();
        bob.share("bob", fromBob::add);
        bob.lease(new NumberBlock(2000, 500));
    }

    private Joined join() {
        fromBob.clear();
        return bob.shared().join(SharedStateTest.sent(ann), begun, Optional.of(files), PEER);
    }

    private void checkSame() {
        fromBob.forEach(batch -> ann.merge(batch, PEER));
        SharedStateTest.checkSame(ann, bob);
    }

    @Test
    void whatWasEditedWhileJoiningIsEditedAgain() {
        accepted(ann, set("Box", "core::Transform.position.x", "7"));
        begin();
        accepted(bob, set("Box", "core::Transform.position.y", "8"));
        accepted(bob, spawn("Vase", "Box"));
        var joined = join();
        assertEquals(List.of(), joined.conflicts());
        assertEquals(List.of(), joined.aside().differences());
        assertEquals(new Pose.Vec(7, 8, 3), bob.snapshot().pose(BOX).position());
        assertEquals(2000, SceneText.find(bob.snapshot(), "Vase").number());
        checkSame();
    }

    @Test
    void whatWasTheSharedSceneAlreadyKeepsItsRevision() {
        accepted(bob, set("Box", "core::Transform.position.x", "7"));
        accepted(ann, set("Box", "core::Transform.position.x", "7"));
        begin();
        long before = bob.snapshot().revision();
        var joined = join();
        assertEquals(List.of(), joined.changes().list());
        assertEquals(before, bob.snapshot().revision());
        assertEquals(before, joined.changes().revision());
        accepted(bob, set("Box", "core::Transform.position.y", "8"));
        assertEquals(before + 1, bob.snapshot().revision());
        checkSame();
    }

    @Test
    void theSharedSceneStandsAgainstWhatWasEditedWhileJoining() {
        accepted(ann, set("Box", "core::Transform.position.x", "7"));
        begin();
        for (int i = 0; i < 9; i++) {
            accepted(bob, set("Box", "core::Transform.position.x", "10" + i));
        }
        var joined = join();
        assertEquals(1, joined.conflicts().size());
        assertEquals("core::Transform.position.x", joined.conflicts().getFirst().field());
        assertEquals(7, bob.snapshot().pose(BOX).position().x());
        checkSame();
    }

    @Test
    void whatGotANumberThatOthersMayHaveGetsAnother() {
        begun = bob.snapshot();
        accepted(bob, spawn("Vase", "Box"));
        assertEquals(515, SceneText.find(bob.snapshot(), "Vase").number());
        bob.share("bob", fromBob::add);
        bob.lease(new NumberBlock(2000, 500));
        join();
        assertEquals(2000, SceneText.find(bob.snapshot(), "Vase").number());
        checkSame();
    }

    @Test
    void whatGetsNoNumberIsSetAsideWithAllElse() {
        accepted(bob, spawn("Vase", "Box"));
        accepted(bob, rename("Lid", "Cover"));
        bob.share("bob", fromBob::add);
        var joined = join();
        SharedStateTest.checkSame(ann, bob);
        var refused = bob.shared().keep(joined.aside(), joined.aside().differences());
        assertInstanceOf(Outcome.Refused.class, refused.outcome());
        bob.lease(new NumberBlock(2000, 500));
        bob.shared().keep(joined.aside(), joined.aside().differences());
        assertEquals(2000, SceneText.find(bob.snapshot(), "Vase").number());
        assertEquals("Cover", bob.snapshot().name(new Entity(513)));
        checkSame();
    }

    @Test
    void whatOnlyTheOthersChangedIsNoDifferenceOfOurs() {
        accepted(ann, rename("Box", "Chest"));
        accepted(ann, despawn("Crate"));
        begin();
        assertEquals(List.of(), join().aside().differences());
    }

    @Test
    void whatWasThereBeforeIsSetAsideAndKeptAsOneEdit() {
        accepted(ann, rename("Box", "Chest"));
        accepted(bob, set("Box", "core::Transform.position.y", "8"));
        accepted(bob, rename("Box", "Trunk"));
        accepted(bob, spawn("Vase", "Box".replace("Box", "Trunk")));
        accepted(bob, despawn("Crate"));
        accepted(bob, configure("display.title", "\"Yard\""));
        accepted(bob, reparentBefore(List.of("Vase"), "Lid"));
        begin();
        var aside = join().aside();
        SharedStateTest.checkSame(ann, bob);
        var kept = bob.shared().keep(aside, aside.differences());
        assertEquals(List.of(), kept.conflicts());
        var now = bob.snapshot();
        assertEquals("Trunk", now.name(BOX));
        assertEquals(8, now.pose(BOX).position().y());
        assertEquals("Yard", now.settings().text("display.title", ""));
        assertFalse(now.holds(new Entity(514)), "the Crate is gone");
        assertEquals(List.of(SceneText.find(now, "Vase"), new Entity(513)), now.children(BOX));
        checkSame();
        assertEquals(Optional.of("Keep Mine"), bob.undoLabel());
        bob.undo();
        assertEquals("Chest", bob.snapshot().name(BOX));
        assertTrue(bob.snapshot().holds(new Entity(514)), "the Crate is back");
        checkSame();
    }

    @Test
    void someOfItIsKeptAndTheRestDropped() {
        accepted(bob, set("Box", "core::Transform.position.y", "8"));
        accepted(bob, rename("Box", "Trunk"));
        accepted(bob, spawn("Vase", "Trunk"));
        begin();
        var aside = join().aside();
        var names =
                aside.differences().stream()
                        .filter(d -> d.entity().equals(BOX) && d.component().contains("Name"))
                        .toList();
        assertEquals(1, names.size());
        bob.shared().keep(aside, names);
        assertEquals("Trunk", bob.snapshot().name(BOX));
        assertEquals(2, bob.snapshot().pose(BOX).position().y());
        assertEquals(4, bob.snapshot().size());
    }

    @Test
    void whatOthersChangedSinceStays() {
        accepted(bob, rename("Box", "Trunk"));
        begin();
        var aside = join().aside();
        accepted(ann, rename("Box", "Chest"));
        fromAnn.forEach(batch -> bob.merge(batch, PEER));
        var kept = bob.shared().keep(aside, aside.differences());
        assertEquals("Chest", bob.snapshot().name(BOX));
        assertEquals(1, kept.conflicts().size());
    }

    @Test
    void whoHasAnotherSceneAltogetherCanKeepItOrDropIt() {
        var other = new Scene(SceneText.read("Tree at 9,9,9\n  Leaf\n"));
        var before = other.snapshot();
        other.share("bob", fromBob::add);
        other.lease(new NumberBlock(2000, 500));
        var joined = other.shared().join(SharedStateTest.sent(ann), before, Optional.empty(), PEER);
        SharedStateTest.checkSame(ann, other);
        other.shared().keep(joined.aside(), joined.aside().differences());
        assertEquals(List.of(), Difference.between(before, other.snapshot()));
        other.undo();
        SharedStateTest.checkSame(ann, other);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void whateverBothDidTheyHoldTheSameAndKeepingAllLosesNothing(long seed) {
        var edits = new RandomEdits(seed);
        edit(ann, edits, 60);
        edit(bob, edits, 60);
        begin();
        edit(bob, edits, 30);
        var aside = join().aside();
        SceneInvariants.check(bob.snapshot());
        checkSame();
        bob.shared().keep(aside, aside.differences().subList(0, aside.differences().size() / 2));
        SceneInvariants.check(bob.snapshot());
        checkSame();
        bob.undo();
        checkSame();
        assertInstanceOf(
                Outcome.Accepted.class, bob.shared().keep(aside, aside.differences()).outcome());
        SceneInvariants.check(bob.snapshot());
        checkSame();
    }

    static void edit(Scene scene, RandomEdits edits, int times) {
        for (int i = 0; i < times; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.USER);
        }
    }
}
