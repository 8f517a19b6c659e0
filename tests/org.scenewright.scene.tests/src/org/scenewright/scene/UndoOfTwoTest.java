// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Two people edit one scene at random, and one of them takes everything back; seeded. */
class UndoOfTwoTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    /** One number, text or list of a component. */
    private record Leaf(Entity entity, String component, FieldPath path) {
        Optional<Value> in(SceneSnapshot scene) {
            return scene.value(entity, component).flatMap(value -> value.at(path));
        }
    }

    /** Both people with what they have yet to send, and who wrote which field last. */
    private static final class Pair {
        final Random random;
        final List<Batch> mine = new ArrayList<>();
        final List<Batch> yours = new ArrayList<>();
        final Scene me;
        final Scene you;
        final Map<Leaf, Boolean> isMine = new HashMap<>();

        Pair(long seed) {
            random = new Random(seed);
            var start = SceneText.read("Box at 1,2,3\n  Lid\nCrate\nLamp at 4,5,6\n");
            me = new Scene(start);
            you = new Scene(start);
            me.share("ann", mine::add);
            you.share("bob", yours::add);
        }

        private Edit edit(Scene scene) {
            var entities = scene.snapshot().entities();
            var entity = entities.get(1 + random.nextInt(entities.size() - 1));
            String[] fields = {"position.x", "position.y", "position", "scale.z"};
            var path = FieldPath.parse(fields[random.nextInt(fields.length)]);
            Value number = Value.of(random.nextInt(100));
            Value all =
                    Value.fields("x", number)
                            .with(FieldPath.of("y"), Value.of(7))
                            .with(FieldPath.of("z"), Value.of(8));
            return new Edit.Set(
                    entity, SceneSnapshot.TRANSFORM, path, path.steps().size() == 1 ? all : number);
        }

        void step() {
            switch (random.nextInt(4)) {
                case 0 -> note(me.apply(edit(me), Origin.USER), true);
                case 1 -> you.apply(edit(you), Origin.USER);
                default -> exchange();
            }
        }

        void exchange() {
            yours.forEach(batch -> note(me.merge(batch, PEER).changes(), false));
            mine.forEach(batch -> you.merge(batch, PEER));
            yours.clear();
            mine.clear();
        }

        private void note(Outcome outcome, boolean byMe) {
            switch (outcome) {
                case Outcome.Accepted(var changes) -> note(changes, byMe);
                case Outcome.Refused(var reason) -> throw new AssertionError(reason);
            }
        }

        private void note(Changes changes, boolean byMe) {
            for (var change : changes.list()) {
                if (change instanceof Change.Written(var e, var c, var before, var after)) {
                    after.map(value -> FieldDiff.paths(before, value))
                            .orElse(List.of())
                            .forEach(path -> isMine.put(new Leaf(e, c, path), byMe));
                }
            }
        }

        int undoAll() {
            int steps = 0;
            while (me.undo().isPresent()) {
                steps++;
            }
            return steps;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void takingEverythingOfMineBackLeavesEverythingOfYours(long seed) {
        var pair = new Pair(seed);
        for (int i = 0; i < 200; i++) {
            pair.step();
        }
        pair.exchange();
        pair.exchange();
        var before = pair.me.snapshot();
        assertTrue(pair.undoAll() > 0);
        pair.isMine.forEach(
                (leaf, byMe) -> {
                    if (!byMe) {
                        assertEquals(leaf.in(before), leaf.in(pair.me.snapshot()), "" + leaf);
                    }
                });
        pair.exchange();
        assertEquals(
                SceneInvariants.content(pair.me.snapshot()),
                SceneInvariants.content(pair.you.snapshot()));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whoeverIsAloneUndoesEverythingAndDoesItAgain(long seed) {
        var scene = new Scene(SceneText.read("Box at 1,2,3\n  Lid\nCrate\nLamp at 4,5,6\n"));
        var start = SceneInvariants.content(scene.snapshot());
        var edits = new RandomEdits(seed);
        for (int i = 0; i < 150; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.USER);
        }
        var end = SceneInvariants.content(scene.snapshot());
        while (scene.undo().isPresent()) {
            SceneInvariants.check(scene.snapshot());
        }
        assertEquals(start, SceneInvariants.content(scene.snapshot()));
        Fragment.copy(scene.snapshot(), scene.snapshot().entities());
        while (scene.redo().isPresent()) {
            SceneInvariants.check(scene.snapshot());
        }
        assertEquals(end, SceneInvariants.content(scene.snapshot()));
    }
}
