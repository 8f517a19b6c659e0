// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

class LossesTest {
    private final Losses losses = new Losses();

    private void lose(int entity, String text) {
        var type = SceneText.TYPES.find(SceneSnapshot.NAME).orElseThrow();
        var context = Batch.Context.after(VersionVector.NOTHING, new Author("ann", 1), 1);
        var lost = new Register(1, context, Optional.of(Value.of(text)), Optional.empty());
        losses.add(
                new Replica.Typed(new Entity(entity), type),
                new CellState.Overruled(FieldPath.of("value"), lost, "bob"));
    }

    private List<Integer> entities() {
        return losses.all().stream().map(loss -> loss.entity().number()).toList();
    }

    @Test
    void theNewestComesFirst() {
        lose(512, "a");
        lose(513, "b");
        lose(512, "a");
        assertEquals(List.of(512, 513), entities());
    }

    @Test
    void whatIsLostLaterIsNotForgotten() {
        lose(512, "a");
        lose(513, "b");
        long saved = losses.count();
        lose(514, "c");
        losses.forget(saved);
        assertEquals(List.of(514), entities());
    }

    @Test
    void whatIsLostAgainIsNotForgotten() {
        lose(512, "a");
        lose(513, "b");
        long saved = losses.count();
        lose(512, "a");
        losses.forget(saved);
        assertEquals(List.of(512), entities());
    }

    @Test
    void manyLongTextsFillNoMemory() {
        for (int i = 0; i < 100; i++) {
            lose(512 + i, "x".repeat(1 << 20));
        }
        assertTrue(losses.all().size() < 10, "kept: " + losses.all().size());
        assertEquals(611, entities().getFirst());
    }
}
