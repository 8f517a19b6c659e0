// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.rename;
import static org.scenewright.scene.SceneCheck.set;
import static org.scenewright.scene.SceneCheck.spawn;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.crdt.Entity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bob leaves the document that he edited with Ann, and comes back. */
class LeavingTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");
    private static final Entity BOX = new Entity(512);

    private final List<Batch> fromAnn = new ArrayList<>();
    private final List<Batch> fromBob = new ArrayList<>();
    private final Scene ann = new Scene(SceneText.read("Box at 1,2,3\nCrate\n"));
    private final Scene bob = new Scene(SceneText.read("Box at 1,2,3\nCrate\n"));

    @BeforeEach
    void share() {
        ann.share("ann", fromAnn::add);
        bob.share("bob", fromBob::add);
        bob.lease(new NumberBlock(2000, 5));
        accepted(ann, set("Box", "core::Transform.position.x", "7"));
        accepted(bob, set("Box", "core::Transform.position.y", "8"));
        fromAnn.forEach(batch -> bob.merge(batch, PEER));
        fromBob.forEach(batch -> ann.merge(batch, PEER));
        fromBob.clear();
    }

    @Test
    void nothingIsSentToThoseWhomSomebodyLeft() {
        bob.shared().leave();
        accepted(bob, rename("Box", "Chest"));
        assertEquals(List.of(), fromBob);
        assertEquals(Optional.empty(), bob.shared().author());
    }

    @Test
    void whatWasHeardBeforeCountsForNothingSince() {
        assertTrue(bob.shared().heard().covers(ann.shared().author().orElseThrow(), 1));
        bob.shared().leave();
        assertEquals(VersionVector.NOTHING, bob.shared().heard());
    }

    @Test
    void whoeverIsAloneMayGiveAnyNumber() {
        bob.shared().leave();
        assertEquals(Integer.MAX_VALUE, bob.unspentNumbers());
        accepted(bob, spawn("Vase", "Box"));
        assertEquals(514, SceneText.find(bob.snapshot(), "Vase").number());
    }

    @Test
    void whatIsWrittenAloneHolds() {
        bob.shared().leave();
        accepted(bob, set("Box", "core::Transform.position.x", "1"));
        accepted(bob, set("Box", "core::Transform.position.x", "2"));
        accepted(bob, set("Box", "core::Transform.position.z", "4"));
        var state = SharedStateTest.sent(bob);
        var other = new Scene(SceneText.read("Lamp\n"));
        other.shared().adopt(state, List.of(), PEER);
        SharedStateTest.checkSame(bob, other);
        assertEquals(2, other.snapshot().pose(BOX).position().x());
        bob.undo();
        bob.undo();
        assertEquals(1, bob.snapshot().pose(BOX).position().x());
    }

    @Test
    void whoComesBackIsAnotherAuthorAndGoesOn() {
        var before = bob.shared().author().orElseThrow();
        bob.shared().leave();
        accepted(ann, rename("Box", "Chest"));
        bob.share("bob", fromBob::add);
        bob.shared().adopt(SharedStateTest.sent(ann), List.of(), PEER);
        assertTrue(bob.shared().author().orElseThrow().follows(before));
        accepted(bob, set("Chest", "core::Transform.position.z", "9"));
        fromBob.forEach(batch -> ann.merge(batch, PEER));
        SharedStateTest.checkSame(ann, bob);
        assertEquals(9, ann.snapshot().pose(BOX).position().z());
    }

    @Test
    void aJournalKeepsThatSomebodyLeft(@TempDir Path directory) {
        try (var live = JournaledScene.create(directory.resolve("a"), "Box\nCrate\n")) {
            var scene = live.scene();
            scene.share("bob", fromBob::add);
            scene.lease(new NumberBlock(2000, 5));
            scene.shared().restate(List.of(new StateDigest.Bucket(SceneSnapshot.NAME, 2)));
            accepted(scene, rename("Box", "Chest"));
            scene.shared().leave();
            accepted(scene, spawn("Vase", "Chest"));
            try (var back = live.crashed(directory.resolve("b"))) {
                JournaledScene.checkSame(scene, back.scene());
                assertEquals(Optional.empty(), back.scene().shared().author());
                assertEquals(Integer.MAX_VALUE, back.scene().unspentNumbers());
            }
        }
    }
}
