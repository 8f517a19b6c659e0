// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joml.Matrix4f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Bent;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Model;
import org.scenewright.assets.Posture;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Batch;
import org.scenewright.testing.GoldenImage;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Meshes whose vertices are others than those they were made with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BentTest {
    private static final Quality SETTLED = new Quality(4, 1);

    private final JoglDevice device = JoglDevice.open();
    private AssetLibrary library;
    private Model flower;

    @BeforeAll
    void load(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("flower.glb"), SampleRig.glb());
        library = new AssetLibrary(folder);
        library.model(AssetSource.of("flower.glb"));
        library.settled().join();
        flower = library.model(AssetSource.of("flower.glb")).ready().orElseThrow();
    }

    @AfterAll
    void close() {
        device.close();
        library.close();
    }

    private Bent bent(float bend, float spin) {
        return flower.rig()
                .orElseThrow()
                .bent(
                        new Posture(
                                List.of(
                                        new Posture.Playing(0, bend, 1),
                                        new Posture.Playing(1, spin, 1))));
    }

    private Batch batch(int part, Bent bent) {
        return batch(part, bent, new Matrix4f());
    }

    private Batch batch(int part, Bent bent, Matrix4f at) {
        var mesh = flower.parts().get(part).mesh();
        var place = at.mul(new Matrix4f().set(bent.transform(part)));
        var vertices = bent.vertices(part);
        return new Batch(
                mesh,
                flower.parts().get(part).material(),
                Sketch.rows(place),
                new float[0],
                1,
                false,
                Optional.of(vertices)
                        .filter(v -> v.length > 0)
                        .map(v -> new DrawList.Form(v, bent.bounds(part))));
    }

    private static Sketch sketch() {
        return new Sketch(192, 192).before(Sketch.LIGHT).from(1.5f, 2.2f, -4).to(0, 1, 0);
    }

    private Sketch flower(float bend, float spin) {
        var bent = bent(bend, spin);
        return sketch().opaque(batch(0, bent)).opaque(batch(1, bent));
    }

    private Picture picture(Sketch sketch) {
        device.render(sketch.list(), SETTLED);
        return Picture.whole(device, sketch.list(), SETTLED);
    }

    private void check(String name, Sketch sketch) {
        new GoldenImage(BentTest.class, name).check(picture(sketch).image());
    }

    @Test
    void aFlowerAtRest() {
        check("flower-rest", flower(0, 0));
    }

    @Test
    void aFlowerThatBowsAndTurnsItsVane() {
        check("flower-bent", flower(1, 0.5f));
    }

    @Test
    void aSelectedFlowerIsOutlinedWhereItIs() {
        var bent = bent(1, 1);
        check("flower-selected", sketch().selected(batch(0, bent)).selected(batch(1, bent)));
    }

    @Test
    void oneBentMeshLeavesTheOthersAsTheyAre() {
        var still =
                Sketch.batch(
                        flower.parts().getFirst().mesh(),
                        Looks.pbr(0xE0E0E0, 0, 1),
                        new Matrix4f());
        var before = picture(sketch().opaque(still));
        picture(flower(1, 1));
        assertEquals(0, different(before, picture(sketch().opaque(still))), "one after the other");
        var behind = batch(0, bent(1, 1), new Matrix4f().translation(0, 0, -30));
        var both = sketch().opaque(behind).opaque(still).opaque(behind);
        assertEquals(0, different(before, picture(both)), "both");
    }

    private static long different(Picture one, Picture other) {
        return Stream.iterate(0, i -> i + 1)
                .limit(one.rgb().length)
                .filter(i -> one.rgb()[i] != other.rgb()[i])
                .count();
    }

    @Test
    void aFormOfAnotherMeshIsNotDrawn() {
        var mesh = flower.parts().getFirst().mesh();
        var look = Looks.pbr(0xE0E0E0, 0, 1);
        var plain = Sketch.batch(mesh, look, new Matrix4f());
        var form = Optional.of(new DrawList.Form(new float[3], Bounds.EMPTY));
        var odd = new Batch(mesh, look, plain.transforms(), new float[0], 1, false, form);
        assertEquals(0, different(picture(sketch().opaque(plain)), picture(sketch().opaque(odd))));
    }
}
