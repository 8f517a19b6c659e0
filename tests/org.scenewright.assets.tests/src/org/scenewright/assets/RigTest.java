// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Models that their clips move; in the scene's space, so that x points the other way. */
class RigTest extends RigFixture {
    private static final double HALF = Math.sqrt(0.5);

    @Test
    void aModelWithoutClipsHasNoRig() {
        file.scene(node(triangle()));
        assertTrue(model().rig().isEmpty());
    }

    @Test
    void clipsHaveNamesAndTakeTheirTime() {
        rising();
        var clip = model().rig().orElseThrow().clips().getFirst();
        assertEquals("rise", clip.name());
        assertEquals(2, clip.seconds());
    }

    @Test
    void linearValuesAreMixed() {
        rising();
        checkNumbers(place(model(), 0.5f), 0, 2, 0);
        checkNumbers(place(model(), 1.75f), 0, 7, 0);
    }

    @Test
    void stepsWaitForTheNextTime() {
        rising("interpolation", "STEP");
        checkNumbers(place(model(), 0.99f), 0, 0, 0);
        checkNumbers(place(model(), 1), 0, 4, 0);
    }

    @Test
    void beforeAndAfterAllTimesNothingMoves() {
        rising();
        checkNumbers(place(model(), -3), 0, 0, 0);
        checkNumbers(place(model(), 30), 0, 8, 0);
    }

    @Test
    void splinesFollowTheirTangents() {
        int node = node(triangle());
        float[] flat = {0, 0, 0, 0, 0, 0, 0, 0, 0};
        float[] steep = {0, 0, 0, 0, 8, 0, 0, 0, 0};
        var values = Arrays.copyOf(flat, 18);
        System.arraycopy(steep, 0, values, 9, 9);
        int times = file.floats("SCALAR", 0, 2);
        var way = new Object[] {"interpolation", "CUBICSPLINE"};
        moves(node, "translation", times, file.floats("VEC3", values), way);
        clip("spline");
        file.scene(node);
        checkNumbers(place(model(), 0.5f), 0, 8 * 0.15625, 0);
        checkNumbers(place(model(), 1), 0, 4, 0);
    }

    @Test
    void splinesTakeTangentsBySeconds() {
        int node = node(triangle());
        // From rest at 0 with 1 metre a second, to rest at 0 two seconds later.
        float[] values = {0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        int times = file.floats("SCALAR", 0, 2);
        var way = new Object[] {"interpolation", "CUBICSPLINE"};
        moves(node, "translation", times, file.floats("VEC3", values), way);
        clip("spline");
        file.scene(node);
        checkNumbers(place(model(), 1), 0, 0.25, 0);
    }

    @Test
    void rotationsGoTheShorterWay() {
        int node = node(triangle());
        float h = (float) HALF;
        // A quarter turn around Y, the second time written as its negative.
        int turns = file.floats("VEC4", 0, 0, 0, 1, 0, h, 0, h, 0, -h, 0, -h);
        moves(node, "rotation", turns);
        clip("turn");
        file.scene(node);
        var at = bent(model(), 0.5f, 1).transform(0);
        assertEquals(Math.cos(Math.PI / 4), at[0], 1e-5);
        // Mirrored: what turns x to -z turns it to z.
        assertEquals(Math.sin(Math.PI / 4), at[2], 1e-5);
        assertEquals(0, bent(model(), 1.5f, 1).transform(0)[0], 1e-5);
    }

    @Test
    void wholeNumbersAreSpreadAsTheirAccessorSays() {
        int node = node(triangle());
        int turns = file.bytes("VEC4", 0, 0, 0, 255, 0, 255, 0, 0, 0, 255, 0, 0);
        file.entry("accessors", turns).put("normalized", true);
        moves(node, "rotation", turns);
        clip("turn");
        file.scene(node);
        assertEquals(-1, bent(model(), 1, 1).transform(0)[0], 1e-5);
    }

    @Test
    void scalesAndWhatHangsBelowMoveToo() {
        int child = node(triangle(), "translation", List.of(1, 0, 0));
        int parent = file.add("nodes", ordered("children", List.of(child)));
        moves(parent, "scale", file.floats("VEC3", 1, 1, 1, 3, 3, 3, 5, 5, 5));
        clip("grow");
        file.scene(parent);
        checkNumbers(place(model(), 1), -3, 0, 0);
        assertTrue(model().rig().orElseThrow().moves(0));
    }

    @Test
    void whatNoClipMovesStaysWhereItIs() {
        int still = node(triangle(), "translation", List.of(0, 0, 7));
        int other = node(triangle());
        moves(other, "translation", file.floats("VEC3", RISE));
        clip("rise");
        file.scene(still, other);
        var rig = model().rig().orElseThrow();
        assertFalse(rig.moves(0));
        assertTrue(rig.moves(1));
        assertFalse(rig.bends(1));
        checkNumbers(place(model(), 1), 0, 0, 7);
    }

    @Test
    void theRestPoseMakesUpForSmallWeights() {
        rising();
        checkNumbers(place(bent(model(), 2, 0.25f)), 0, 2, 0);
        checkNumbers(place(bent(model(), 2, 0)), 0, 0, 0);
        checkNumbers(place(bent(model(), 2, Float.NaN)), 0, 0, 0);
    }

    private Model twoClips() {
        int node = node(triangle(), "translation", List.of(0, 0, 9));
        moves(node, "translation", file.floats("VEC3", RISE));
        clip("rise");
        moves(node, "translation", file.floats("VEC3", 0, 0, 0, 0, 0, 4, 0, 0, 8));
        clip("recede");
        file.scene(node);
        return model();
    }

    private static Bent both(Model model, float first, float second) {
        return model.rig()
                .orElseThrow()
                .bent(
                        new Posture(
                                List.of(
                                        new Posture.Playing(0, 2, first),
                                        new Posture.Playing(1, 2, second))));
    }

    @Test
    void clipsShareWhereTheirWeightsAreTooMuch() {
        checkNumbers(place(both(twoClips(), 3, 1)), 0, 6, 2);
    }

    @Test
    void clipsAndTheRestPoseMix() {
        checkNumbers(place(both(twoClips(), 0.5f, 0.25f)), 0, 4, 2 + 9 * 0.25);
    }

    @Test
    void opposingQuaternionsOfOneRotationDoNotCancel() {
        int node = node(triangle());
        float h = (float) HALF;
        moves(node, "rotation", file.floats("VEC4", 0, h, 0, h, 0, h, 0, h, 0, h, 0, h));
        clip("one");
        moves(node, "rotation", file.floats("VEC4", 0, -h, 0, -h, 0, -h, 0, -h, 0, -h, 0, -h));
        clip("same");
        file.scene(node);
        var at = both(model(), 0.5f, 0.5f).transform(0);
        checkNumbers(Arrays.copyOf(at, 3), 0, 0, 1);
    }

    @Test
    void jointsCarryVerticesAndTheirNormals() {
        var bent = bent(skinned(), 1, 1);
        checkNumbers(positions(bent), 0, 3, 0, -1, 3, 0, 0, 4, 0);
        checkNumbers(normals(bent), 0, 0, 1, 0, 0, 1, 0, 0, 1);
        checkNumbers(place(bent), 0, 0, 0);
    }

    @Test
    void theRestPoseIsThatOfTheMesh() {
        var model = skinned();
        var part = part(model);
        var still = model.rig().orElseThrow().bent(new Posture(List.of()));
        assertTrue(model.rig().orElseThrow().bends(0));
        checkNumbers(part.mesh().positions(), 0, 0, 0, -1, 0, 0, 0, 1, 0);
        checkNumbers(positions(still), 0, 0, 0, -1, 0, 0, 0, 1, 0);
    }

    @Test
    void theBoxOfWhatIsBentGoesAlong() {
        assertEquals(new Bounds(-1, 3, 0, 0, 4, 0), bent(skinned(), 1, 1).bounds(0));
    }

    @Test
    void weightsMoveMorphTargets() {
        var bent = bent(morphing(), 1, 1);
        checkNumbers(positions(bent), -2, 0, 0, -1, 0, 0, 0, 3, 0);
    }

    /** Four weights are as many numbers as a rotation has. */
    @Test
    void fourMorphTargetsAreNoRotation() {
        int up = file.floats("VEC3", 0, 0, 0, 0, 0, 0, 0, 2, 0);
        var target = Map.of("POSITION", up);
        int node =
                node(
                        triangle("targets", List.of(target, target, target, target)),
                        "weights",
                        List.of(0, 0, 0, 0));
        moves(node, "weights", file.floats("SCALAR", 3, 0, 0, 4, 3, 0, 0, 4, 3, 0, 0, 4));
        clip("talk");
        file.scene(node);
        checkNumbers(positions(bent(model(), 0, 1)), 0, 0, 0, -1, 0, 0, 0, 15, 0);
    }

    @Test
    void theBoxOfAMorphedPartHoldsIt() {
        var box = bent(morphing(), 1, 1).bounds(0);
        assertTrue(box.minX() <= -2 && box.maxY() >= 3, box.toString());
    }

    @Test
    void partsKnowTheirPath() {
        int child = node(triangle(), "name", "Blade");
        int parent = file.add("nodes", ordered("name", "Mill", "children", List.of(child)));
        file.scene(parent);
        assertEquals("Mill/Blade", part(model()).path());
    }
}
