// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Histories that part from one scene and are merged again. */
class RandomMergeTest {
    private static final String START =
            "Box at 1,2,3\n"
                + "  Lid at 0,1,0\n"
                + "    Knob\n"
                + "Crate\n"
                + "  Inside at 0,1,0\n"
                + "Lamp\n"
                + "Door asset-packs::Actions={\"id\":1,\"value\":[{\"name\":\"Open\",\"type\":\"a\"}]}\n"
                + "Gate core-schema::Tags={\"tags\":[\"a\",\"b\",\"c\"]}\n"
                + "Roof at 0,9,0\n";
    private static final int HISTORIES = Integer.getInteger("scenewright.merges", 300);

    private static LongStream seeds() {
        return LongStream.range(0, 10);
    }

    private static SceneSnapshot edited(SceneSnapshot start, long seed, int edits) {
        var scene = new Scene(start);
        var random = new RandomEdits(seed);
        for (int i = 0; i < edits; i++) {
            scene.apply(random.next(scene.snapshot()), Origin.USER);
        }
        return scene.snapshot();
    }

    @Test
    void everyCellIsWhatTheRuleSaysAndEveryConflictIsTold() {
        int conflicts = 0;
        int taken = 0;
        int renumbered = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var base = edited(SceneText.read(START), seed, random.nextInt(10));
            var ours = edited(base, seed * 2 + 1_000_000, 1 + random.nextInt(8));
            var theirs = edited(base, seed * 2 + 1_000_001, 1 + random.nextInt(8));
            var merged = ThreeWay.merge(base, ours, theirs);
            SceneInvariants.check(merged.snapshot());
            var oracle = new MergeOracle(base, ours, theirs, merged);
            oracle.check("seed " + seed);
            conflicts += merged.conflicts().size();
            taken += oracle.taken();
            renumbered += merged.renumbered().size();
        }
        System.Logger log = System.getLogger(RandomMergeTest.class.getName());
        String told =
                HISTORIES
                        + " merges: "
                        + taken
                        + " fields of theirs taken, "
                        + conflicts
                        + " conflicts, "
                        + renumbered
                        + " renumbered";
        log.log(System.Logger.Level.INFO, told);
        assertTrue(taken > HISTORIES && conflicts > HISTORIES / 8 && renumbered > 0, told);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mergingWithTheBaseIsTheOtherSide(long seed) {
        var base = edited(SceneText.read(START), seed, 5);
        var other = edited(base, seed + 500, 40);
        var content = SceneInvariants.content(other);
        assertEquals(
                content, SceneInvariants.content(ThreeWay.merge(base, other, base).snapshot()));
        assertEquals(
                content, SceneInvariants.content(ThreeWay.merge(base, base, other).snapshot()));
        assertEquals(
                content, SceneInvariants.content(ThreeWay.merge(base, other, other).snapshot()));
        assertEquals(List.of(), ThreeWay.merge(base, other, base).conflicts());
        assertEquals(List.of(), ThreeWay.merge(base, base, other).conflicts());
        assertEquals(List.of(), ThreeWay.merge(base, other, other).conflicts());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theDifferencesLeadFromOneSceneToTheOther(long seed) {
        var before = edited(SceneText.read(START), seed, 20);
        var after = edited(before, seed + 700, 20);
        var cells = new TreeSet<Step.Cell>();
        for (var d : Difference.between(before, after)) {
            cells.add(new Step.Cell(d.entity(), d.component()));
            if (!d.component().equals(Comparison.SETTINGS)
                    && !d.component().equals(TreeOrder.NODES)) {
                assertEquals(
                        d.before(),
                        before.value(d.entity(), d.component()).flatMap(v -> v.at(d.path())));
                assertEquals(
                        d.after(),
                        after.value(d.entity(), d.component()).flatMap(v -> v.at(d.path())));
            }
        }
        var all = new TreeSet<>(before.entities());
        all.addAll(after.entities());
        for (Entity entity : all) {
            for (String name : MergeOracle.components(before, after, entity)) {
                boolean differs = !before.value(entity, name).equals(after.value(entity, name));
                assertEquals(differs, cells.contains(new Step.Cell(entity, name)), name);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void editsOfDifferentThingsAreAllMergedWhicheverSideIsOurs(long seed) {
        for (long s = seed * 50; s < seed * 50 + 50; s++) {
            var base = edited(SceneText.read(START), s, 3);
            var sides = new DisjointEdits(base, s);
            var ours = sides.side(0);
            var theirs = sides.side(1);
            var merged = ThreeWay.merge(base, ours, theirs);
            assertEquals(List.of(), merged.conflicts(), "seed " + s);
            var oracle = new MergeOracle(base, ours, theirs, merged);
            oracle.check("seed " + s);
            var other = ThreeWay.merge(base, theirs, ours);
            assertEquals(
                    SceneInvariants.content(merged.snapshot()),
                    SceneInvariants.content(other.snapshot()),
                    "seed " + s);
        }
    }
}
