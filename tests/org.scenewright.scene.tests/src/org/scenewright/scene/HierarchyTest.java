// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

class HierarchyTest {
    private static final Entity A = new Entity(512);
    private static final Entity B = new Entity(513);

    private static void below(Draft draft, Entity entity, Entity parent) {
        var transform = Moving.below(Pose.IDENTITY.toValue(), parent);
        draft.write(entity, SceneSnapshot.TRANSFORM, Optional.of(transform));
    }

    /** Settles those who change places together, and takes that back move by move. */
    @Test
    void thoseWhoChangePlacesTogetherMakeNoRingOnTheWay() {
        var start = SceneText.read("A\n  B\n  X\n");
        var ledger = new Ledger(start);
        var draft = new Draft(start, ledger);
        below(draft, A, B);
        below(draft, B, Entity.ROOT);
        new Hierarchy(draft).settle(new TreeMap<>(Map.of(A, Entity.ROOT, B, A)));
        var changes = new Changes(1, Origin.USER, "", draft.changes());
        var swapped = draft.seal();
        assertEquals("B\n  A\n    X\n", SceneText.print(swapped));
        var back = new Draft(swapped, ledger);
        new Reversal(
                        back,
                        new Step(changes, draft.relocations(), new Step.Span(0, 1)),
                        true,
                        (cell, path) -> false)
                .run();
        assertEquals("A\n  B\n  X\n", SceneText.print(back.seal()));
    }

    @Test
    void aParentThatIsNoNumberOfAnEntityMeansTheRoot() {
        for (double parent : new double[] {-1, 0.5, Double.NaN, 0x1p32}) {
            var transform = Pose.IDENTITY.toValue().with(FieldPath.of("parent"), Value.of(parent));
            assertEquals(Entity.ROOT, Hierarchy.wanted(Optional.of(transform)));
        }
    }

    @Test
    void whoeverHangsBelowIsFoundAtAnyDepth() {
        var scene = SceneText.read("A\n  B\n    C\nD\n");
        assertTrue(Hierarchy.isBelow(scene, SceneText.find(scene, "C"), A));
        assertTrue(Hierarchy.isBelow(scene, A, A));
        assertFalse(Hierarchy.isBelow(scene, A, B));
        assertFalse(Hierarchy.isBelow(scene, SceneText.find(scene, "D"), A));
    }
}
