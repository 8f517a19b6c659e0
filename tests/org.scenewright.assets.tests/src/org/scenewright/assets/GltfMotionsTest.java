// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.testing.GlbBuilder;

import java.util.List;
import java.util.Random;

/** Animations that are damaged or mean harm: what can be moved is, and the rest is told. */
class GltfMotionsTest extends RigFixture {
    private void checkRefused(String reason) {
        var model = model();
        assertTrue(model.rig().isEmpty(), "rig");
        assertEquals(1, model.parts().size());
        assertTrue(String.join("", model.warnings()).contains(reason), model.warnings().toString());
    }

    @Test
    void channelsWithoutANodeAreNoFault() {
        rising();
        channels.add(ordered("sampler", 0, "target", ordered("path", "translation")));
        samplers.add(ordered("input", 0, "output", 0));
        clip("nothing");
        var model = model();
        assertEquals(List.of(), model.warnings());
        assertEquals(1, model.rig().orElseThrow().clips().size());
    }

    @Test
    void oneBrokenChannelLeavesTheOthers() {
        int node = node(triangle());
        moves(node, "translation", file.floats("VEC3", RISE));
        moves(node, "rotation", 4711);
        clip("half");
        file.scene(node);
        var model = model();
        assertTrue(model.warnings().getFirst().contains("Animation half, channel 1"));
        checkNumbers(place(model, 1), 0, 4, 0);
    }

    private void timed(float... times) {
        int node = node(triangle());
        var values = new float[times.length * 3];
        int output = file.floats("VEC3", values);
        moves(node, "translation", file.floats("SCALAR", times), output, new Object[0]);
        clip("odd");
        file.scene(node);
    }

    @Test
    void timesThatDescendAreRefused() {
        timed(0, 2, 1);
        checkRefused("do not ascend");
    }

    @Test
    void timesBeforeTheBeginningAreRefused() {
        timed(-1, 2);
        checkRefused("do not ascend");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void timesAreNumbers(float time) {
        int node = node(triangle());
        int times = file.accessor("SCALAR", 5126, 2, GlbBuilder.bytes(0, time));
        moves(node, "translation", times, file.floats("VEC3", 0, 0, 0, 1, 1, 1), new Object[0]);
        clip("odd");
        file.scene(node);
        checkRefused("not a number");
    }

    @Test
    void twoTimesMayBeTheSame() {
        timed(0, 1, 1);
        checkNumbers(place(model(), 1), 0, 0, 0);
    }

    @Test
    void asManyValuesAsTimesAreNeeded() {
        rising();
        int node = node(triangle());
        moves(node, "translation", file.floats("VEC3", 0, 0, 0));
        clip("short");
        assertTrue(model().warnings().getFirst().contains("3 numbers for 3 times"));
    }

    @Test
    void splinesNeedThreeTimesAsMany() {
        rising("interpolation", "CUBICSPLINE");
        checkRefused("9 numbers for 3 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pointer", "visibility", ""})
    void otherPropertiesAreRefused(String path) {
        int node = node(triangle());
        moves(node, path, file.floats("VEC3", RISE));
        clip("odd");
        file.scene(node);
        checkRefused("it moves");
    }

    @Test
    void aNodeWithAMatrixIsNotMoved() {
        int node =
                node(triangle(), "matrix", List.of(1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1));
        moves(node, "translation", file.floats("VEC3", RISE));
        clip("odd");
        file.scene(node);
        checkRefused("whose place is a matrix");
    }

    @Test
    void weightsNeedMorphTargets() {
        int node = node(triangle());
        moves(node, "weights", file.floats("SCALAR", 0, 1, 0));
        clip("odd");
        file.scene(node);
        checkRefused("has no morph targets");
    }

    @Test
    void aNodeThatIsNotThereIsRefused() {
        file.scene(node(triangle()));
        moves(99, "translation", file.floats("VEC3", RISE));
        clip("odd");
        checkRefused("there is no node 99");
    }

    @Test
    void samplersAndAccessorsMustBeThere() {
        file.scene(node(triangle()));
        moves(0, "translation", 77, 78, new Object[0]);
        clip("odd");
        checkRefused("there is no accessor 77");
    }

    @Test
    void timesAreScalars() {
        int node = node(triangle());
        int output = file.floats("VEC3", RISE);
        moves(node, "translation", file.floats("VEC3", 0, 0, 0), output, new Object[0]);
        clip("odd");
        file.scene(node);
        checkRefused("no plain numbers");
    }

    @Test
    void twoChannelsForOnePropertyAreOneTooMany() {
        int node = node(triangle());
        moves(node, "translation", file.floats("VEC3", RISE));
        moves(node, "translation", file.floats("VEC3", new float[9]));
        clip("twice");
        file.scene(node);
        checkNumbers(place(model(), 1), 0, 4, 0);
        assertTrue(model().warnings().getFirst().contains("moves the same"));
    }

    @Test
    void channelsWithoutEndAreReadAsFarAsTheyGo() {
        int node = node(triangle());
        int values = file.floats("VEC3", RISE);
        int times = file.floats("SCALAR", 0, 1, 2);
        for (int i = 0; i < 70_000; i++) {
            moves(node, "translation", times, values, new Object[0]);
            if (i % 10_000 == 0) {
                clip("clip " + i);
            }
        }
        clip("last");
        file.scene(node);
        assertTrue(model().rig().orElseThrow().clips().size() > 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void damagedAnimationsNeverThrow(long seed) {
        var random = new Random(seed);
        skinned();
        morphing();
        var whole = file.glb();
        for (int i = 0; i < 200; i++) {
            var damaged = whole.clone();
            damaged[random.nextInt(20, damaged.length)] = (byte) random.nextInt(256);
            if (read(damaged).outcome() instanceof Loading.Ready<Model>(var model)) {
                model.rig().ifPresent(rig -> bend(rig, model.parts().size()));
            }
        }
    }

    private static void bend(Rig rig, int parts) {
        var bent = rig.bent(new Posture(List.of(new Posture.Playing(0, 0.5f, 1))));
        for (int part = 0; part < parts; part++) {
            assertEquals(16, bent.transform(part).length);
            assertEquals(rig.bends(part), bent.vertices(part).length > 0);
            bent.bounds(part);
        }
    }
}
