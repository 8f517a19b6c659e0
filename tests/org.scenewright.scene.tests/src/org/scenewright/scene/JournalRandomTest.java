// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Random;

class JournalRandomTest {
    private static final String START =
            "Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2 at 0,1,0\nLamp\n";
    private static final int EDITS = 120;

    @TempDir Path directory;

    /** What a restless person does, undo and redo included; the same for the same seed. */
    private static final class Restless {
        private final RandomEdits edits;
        private final Random random;

        Restless(long seed) {
            edits = new RandomEdits(seed);
            random = new Random(seed);
        }

        void act(Scene scene) {
            switch (random.nextInt(12)) {
                case 0, 1, 2 -> scene.undo();
                case 3, 4 -> scene.redo();
                case 5 -> scene.cancelGesture(1 + random.nextInt(2));
                default -> scene.apply(edits.next(scene.snapshot()), edits.origin());
            }
        }

        boolean rarely() {
            return random.nextInt(12) == 0;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 15})
    void whatComesBackGoesOnAsIfNothingHadHappened(long seed) {
        var person = new Restless(seed);
        int crashes = 0;
        try (var live = JournaledScene.create(directory, START)) {
            for (int i = 0; i < EDITS; i++) {
                person.act(live.scene());
                if (person.rarely()) {
                    checkCrash(live, directory.resolve("crash" + crashes++), seed + i);
                } else if (person.rarely()) {
                    live.save();
                }
            }
        }
        assertTrue(crashes > 3, crashes + " crashes");
    }

    private static void checkCrash(JournaledScene live, Path copy, long seed) {
        try (var back = live.crashed(copy)) {
            checkSame(live, back);
            var here = new Restless(seed);
            var there = new Restless(seed);
            for (int i = 0; i < 15; i++) {
                here.act(live.scene());
                there.act(back.scene());
                checkSame(live, back);
            }
            back.close(true);
        }
        try (var again = JournaledScene.open(copy)) {
            checkSame(live, again);
        }
    }

    private static void checkSame(JournaledScene live, JournaledScene back) {
        JournaledScene.checkSame(live.scene(), back.scene());
        assertEquals(live.isDirty(), back.isDirty());
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24})
    void undoingAllThatCameBackIsTheStart(long seed) {
        var person = new Restless(seed);
        try (var live = JournaledScene.create(directory, START)) {
            var start = SceneInvariants.content(live.scene().snapshot());
            var edits = new RandomEdits(seed);
            for (int i = 0; i < EDITS; i++) {
                live.scene().apply(edits.next(live.scene().snapshot()), Origin.USER);
                if (person.rarely()) {
                    live.save();
                }
            }
            var end = SceneInvariants.content(live.scene().snapshot());
            try (var back = live.crashed(directory.resolve("crash"))) {
                int steps = 0;
                while (back.scene().undo().isPresent()) {
                    steps++;
                }
                assertTrue(steps > EDITS / 4, steps + " steps");
                assertEquals(start, SceneInvariants.content(back.scene().snapshot()));
                while (back.scene().redo().isPresent()) {
                    steps--;
                }
                assertEquals(0, steps);
                assertEquals(end, SceneInvariants.content(back.scene().snapshot()));
            }
        }
    }
}
