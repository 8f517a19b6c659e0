// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Boxes are where the layout of the explorers puts them. */
class YogaTest {
    private static final double TOLERANCE = 0.5;

    /** Larger than this, Yoga has divided by what rounding left. */
    private static final double ABSURD = 10_000;

    @Test
    void randomTreesAreLaidOutAsYogaDoes() throws Exception {
        var trees = LongStream.range(0, 3000).mapToObj(s -> new RandomBoxes(s).root()).toList();
        var official = official(trees);
        int compared = 0;
        for (int i = 0; i < trees.size(); i++) {
            if (official.get(i).stream().allMatch(place -> Math.abs(place) < ABSURD)) {
                check(trees.get(i), official.get(i));
                compared++;
            }
        }
        assertTrue(compared > 2800, compared + " compared");
    }

    private static void check(RandomBoxes.Tree tree, List<Double> expected) {
        var actual = places(tree);
        assertEquals(expected.size(), actual.size(), tree::json);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), actual.get(i), TOLERANCE, tree::json);
        }
    }

    private static List<Double> places(RandomBoxes.Tree tree) {
        var box = tree.box();
        FlexPass.layOut(box, 800, 600);
        var places = new ArrayList<Double>();
        collect(box, places);
        return places;
    }

    private static void collect(FlexBox box, List<Double> to) {
        to.add((double) box.position(Axis.HORIZONTAL));
        to.add((double) box.position(Axis.VERTICAL));
        to.add((double) box.size(Axis.HORIZONTAL));
        to.add((double) box.size(Axis.VERTICAL));
        box.children().forEach(child -> collect(child, to));
    }

    private static List<List<Double>> official(List<RandomBoxes.Tree> trees) throws Exception {
        var yoga = OfficialYoga.fetched();
        assumeTrue(yoga.isPresent(), "the official layout was not fetched");
        var lines = trees.stream().map(RandomBoxes.Tree::json).collect(Collectors.joining("\n"));
        var out = yoga.get().layOut(lines + "\n");
        return out.lines().map(YogaTest::numbers).toList();
    }

    private static List<Double> numbers(String line) {
        return ValueJson.parse("{\"all\":" + line + "}").items("all").stream()
                .map(v -> v instanceof Value.Num(double n) ? n : Double.NaN)
                .toList();
    }
}
