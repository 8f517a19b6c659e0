// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two people, a script and whoever writes the files edit one scene, and the process of one of them
 * ends at any moment; seeded.
 */
class JournalOfTwoTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "bob");
    private static final Origin SCRIPT = Origin.link(Origin.Kind.SCRIPT, "");
    private static final String START =
            "Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2 at 0,1,0\nLamp\n";
    private static final int ACTS = 150;

    @TempDir Path directory;

    /** All who have a part in a scene. */
    private final class Crowd implements AutoCloseable {
        private final Random random;
        private final RandomEdits edits;
        private final JournaledScene mine;
        private final Scene yours;
        private final List<Batch> toMe = new ArrayList<>();
        private final List<Batch> toYou = new ArrayList<>();
        private final Scene script;
        private boolean isShared;

        Crowd(long seed, Path place) {
            random = new Random(seed);
            edits = new RandomEdits(seed);
            mine = JournaledScene.create(place, START);
            yours = new Scene(mine.scene().snapshot());
            script = new Scene(mine.scene().snapshot());
        }

        void act() {
            switch (random.nextInt(18)) {
                case 0, 1 -> mine.scene().undo();
                case 2 -> mine.scene().redo();
                case 3 -> mine.scene().cancelGesture(1 + random.nextInt(2));
                case 4, 5 -> edit(yours, Origin.USER);
                case 6, 7 -> exchange();
                case 8 -> runScript();
                case 9 -> someoneWritesTheFiles();
                case 10 -> share();
                case 11 -> present();
                case 12 -> mine.save();
                case 13 -> mine.compact();
                default -> edit(mine.scene(), edits.origin());
            }
        }

        private void edit(Scene scene, Origin origin) {
            // The same fields by both, often with the same value.
            if (random.nextInt(3) > 0) {
                scene.apply(move(scene), origin);
            } else {
                scene.apply(edits.next(scene.snapshot()), origin);
            }
        }

        private Edit move(Scene scene) {
            var all = scene.snapshot().entities();
            var entity = all.get(random.nextInt(Math.min(all.size(), 7)));
            var path = FieldPath.parse(random.nextBoolean() ? "position.x" : "scale.z");
            return new Edit.Set(entity, SceneSnapshot.TRANSFORM, path, Value.of(random.nextInt(3)));
        }

        private void share() {
            // Who comes back is another author.
            mine.scene().share("ann", toYou::add);
            if (!isShared) {
                isShared = true;
                yours.share("bob", toMe::add);
                mine.scene().lease(new NumberBlock(600, 40));
                yours.lease(new NumberBlock(700, 40));
            }
        }

        private void present() {
            mine.scene().present(random.nextBoolean() ? Set.of("ann") : Set.of("ann", "bob"));
        }

        private void exchange() {
            var now = new ArrayList<>(toMe);
            toMe.clear();
            // Some overtake others.
            Collections.shuffle(now, random);
            now.forEach(batch -> mine.scene().merge(batch, PEER));
            if (random.nextBoolean()) {
                var later = new ArrayList<>(toYou);
                toYou.clear();
                later.forEach(batch -> yours.merge(batch, PEER));
            }
        }

        private void runScript() {
            var outcome = script.apply(edits.next(script.snapshot()), Origin.USER);
            if (outcome instanceof Outcome.Accepted(var changes)) {
                var messages = new ArrayList<>(script.messages(changes));
                if (random.nextInt(4) == 0) {
                    messages.add(
                            new CrdtMessage.DeleteEntity(Entity.of(640 + random.nextInt(9), 0)));
                }
                mine.scene().merge(messages, SCRIPT);
            }
        }

        private void someoneWritesTheFiles() {
            var base = mine.scene().snapshot();
            var other = new Scene(base);
            other.apply(move(other), Origin.USER);
            mine.scene().takeIn(base, other.snapshot());
        }

        @Override
        public void close() {
            mine.close(true);
        }
    }

    /** Everything that a replica would tell somebody new, in any order. */
    private static Set<CrdtMessage> told(Scene scene) {
        var out = new CrdtWriter();
        scene.tellAll(out);
        return new HashSet<>(CrdtCodec.read(out.bytes()).messages());
    }

    private static void checkSame(Scene live, Scene back) {
        JournaledScene.checkSame(live, back);
        assertEquals(without(told(live), told(back)), without(told(back), told(live)), "times");
        assertEquals(live.losses(), back.losses(), "losses");
        assertEquals(live.lossCount(), back.lossCount(), "losses that there ever were");
        assertEquals(live.spared(), back.spared(), "numbers");
        assertEquals(live.unspentNumbers(), back.unspentNumbers(), "leases");
    }

    private static <T> Set<T> without(Set<T> all, Set<T> others) {
        var rest = new HashSet<>(all);
        rest.removeAll(others);
        return rest;
    }

    private static int undoAll(Scene scene) {
        int steps = 0;
        while (scene.undo().isPresent()) {
            steps++;
        }
        return steps;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void undoingEverythingOfMineAfterARestartIsTheSameAsWithout(long seed) {
        try (var crowd = new Crowd(seed, directory.resolve("live"))) {
            int end = 20 + new Random(seed).nextInt(ACTS);
            for (int i = 0; i < end; i++) {
                crowd.act();
            }
            try (var back = crowd.mine.crashed(directory.resolve("crash"))) {
                checkSame(crowd.mine.scene(), back.scene());
                assertEquals(undoAll(crowd.mine.scene()), undoAll(back.scene()));
                checkSame(crowd.mine.scene(), back.scene());
            }
        }
    }
}
