// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class RandomEditsTest {
    private static final String START =
            "Box at 1,2,3\n  Lid\n    Knob\nCrate\n  Lid_2 at 0,1,0\nLamp\n";
    private static final int EDITS = 120;

    private static Scene edited(long seed) {
        var scene = new Scene(SceneText.read(START));
        var edits = new RandomEdits(seed);
        for (int i = 0; i < EDITS; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.USER);
        }
        return scene;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everySnapshotIsSound(long seed) {
        var scene = new Scene(SceneText.read(START));
        var edits = new RandomEdits(seed);
        int accepted = 0;
        for (int i = 0; i < EDITS; i++) {
            accepted +=
                    scene.apply(edits.next(scene.snapshot()), edits.origin())
                                    instanceof Outcome.Accepted
                            ? 1
                            : 0;
            SceneInvariants.check(scene.snapshot());
            SceneInvariants.checkNames(scene.snapshot());
            if (!edits.often()) {
                scene.undo();
                SceneInvariants.check(scene.snapshot());
            }
        }
        assertTrue(accepted > EDITS / 4, "only " + accepted + " accepted");
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40
            })
    void undoingAllIsTheStartAndRedoingAllTheEnd(long seed) {
        var start = SceneInvariants.content(SceneText.read(START));
        var scene = edited(seed);
        var end = SceneInvariants.content(scene.snapshot());
        long endState = scene.state();
        var states = new ArrayList<Map<String, Object>>(List.of(end));
        while (scene.undo().isPresent()) {
            SceneInvariants.check(scene.snapshot());
            states.add(SceneInvariants.content(scene.snapshot()));
        }
        assertEquals(start, SceneInvariants.content(scene.snapshot()));
        assertEquals(0, scene.state());
        for (int i = states.size() - 2; i >= 0; i--) {
            scene.redo();
            assertEquals(states.get(i), SceneInvariants.content(scene.snapshot()));
        }
        assertEquals(endState, scene.state());
        assertTrue(scene.redo().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45, 46, 47, 48, 49, 50})
    void aCancelledGestureLeavesNoTrace(long seed) {
        var scene = new Scene(SceneText.read(START));
        var edits = new RandomEdits(seed);
        for (int i = 0; i < EDITS; i++) {
            scene.apply(edits.next(scene.snapshot()), Origin.gesture(7));
        }
        scene.cancelGesture(7);
        assertEquals(
                SceneInvariants.content(SceneText.read(START)),
                SceneInvariants.content(scene.snapshot()));
        assertEquals(0, scene.state());
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52, 53, 54, 55, 56, 57, 58, 59, 60})
    void replacingBySomethingElseCanBeUndone(long seed) {
        var scene = edited(seed);
        var before = SceneInvariants.content(scene.snapshot());
        var goal = edited(seed + 1000).snapshot();
        scene.replace(goal, Origin.link(Origin.Kind.DISK, ""), "Revert");
        assertEquals(SceneInvariants.content(goal), SceneInvariants.content(scene.snapshot()));
        scene.undo();
        assertEquals(before, SceneInvariants.content(scene.snapshot()));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62, 63, 64, 65, 66, 67, 68, 69, 70})
    void fragmentsSurviveTheClipboard(long seed) {
        var snapshot = edited(seed).snapshot();
        var fragment = Fragment.copy(snapshot, snapshot.entities());
        assertEquals(
                fragment.items(),
                Fragment.fromJson(fragment.toJson()).map(Fragment::items).orElse(List.of()));
    }
}
