// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Matrix4f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Texture;
import org.scenewright.assets.Texture.Wrap;
import org.scenewright.render.DrawList.Batch;

/**
 * What single surfaces look like to an eye at (0, 0, -2) that looks along +Z; squares there cover
 * the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurfaceTest {
    private final JoglDevice device = JoglDevice.open();

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void unlitColoursArriveUnchanged() {
        check(square(Looks.unlit(0x3366CC)), 0.5, 0.5, 0x3366CC);
    }

    @Test
    void unlitWhiteIsNotBentByTheHighlightCurve() {
        check(square(Looks.unlit(0xFFFFFF)), 0.5, 0.5, 0xFFFFFF);
    }

    @Test
    void backsAreNotDrawn() {
        check(turned(Looks.unlit(0xFF0000)), 0.5, 0.5, 0x000000);
    }

    @Test
    void backsOfDoubleSidedSurfacesAreDrawn() {
        check(turned(Looks.unlit(0xFF0000).withDoubleSided()), 0.5, 0.5, 0xFF0000);
    }

    @Test
    void mirroredInstancesShowTheirFronts() {
        check(
                Sketch.batch(
                        Shapes.square(), Looks.unlit(0x00FF00), new Matrix4f().scale(-1, 1, 1)),
                0.5,
                0.5,
                0x00FF00);
    }

    @Test
    void plusXIsRight() {
        check(
                Sketch.batch(Shapes.square(), Looks.unlit(0xFF0000), Sketch.at(0.8f, 0, 0)),
                0.8,
                0.5,
                0xFF0000);
    }

    @Test
    void plusYIsUp() {
        check(
                Sketch.batch(Shapes.square(), Looks.unlit(0xFF0000), Sketch.at(0, 0.8f, 0)),
                0.5,
                0.1,
                0xFF0000);
    }

    @Test
    void plusZIsFartherInWhateverOrder() {
        var near = square(Looks.unlit(0xFF0000));
        var far = Sketch.batch(Shapes.square(), Looks.unlit(0x0000FF), Sketch.at(0, 0, 1).scale(3));
        draw(sketch().opaque(near).opaque(far)).check(0.5, 0.5, 0xFF0000);
        draw(sketch().opaque(far).opaque(near)).check(0.5, 0.5, 0xFF0000);
    }

    @Test
    void allInstancesOfABatchAreDrawn() {
        var both =
                Sketch.batch(
                        Shapes.square(),
                        Looks.unlit(0xFF0000),
                        Sketch.at(-0.8f, 0, 0),
                        Sketch.at(0.8f, 0, 0));
        var picture = draw(sketch().opaque(both));
        picture.check(0.2, 0.5, 0xFF0000);
        picture.check(0.8, 0.5, 0xFF0000);
        picture.check(0.5, 0.5, 0x000000);
    }

    @Test
    void arraysMayBeLongerThanTheNumberOfInstances() {
        var rows = Sketch.rows(new Matrix4f(), Sketch.at(0.8f, 0, 0));
        check(
                new Batch(Shapes.square(), Looks.unlit(0xFF0000), rows, 1, false),
                0.8,
                0.5,
                0x000000);
    }

    @Test
    void theTopRowOfAPictureIsUp() {
        var picture = draw(sketch().opaque(square(Looks.textured(Looks.sharp(fourColors())))));
        picture.check(0.4, 0.35, 0xFF0000);
        picture.check(0.6, 0.35, 0x00FF00);
        picture.check(0.4, 0.65, 0x0000FF);
        picture.check(0.6, 0.65, 0xFFFF00);
    }

    @Test
    void picturesRepeat() {
        var twice = new Texture(fourColors(), Wrap.REPEAT, false, 2, 2, 0, 0);
        check(square(Looks.textured(twice)), 0.53, 0.35, 0xFF0000);
    }

    @Test
    void picturesEndAtTheirEdges() {
        var once = new Texture(fourColors(), Wrap.CLAMP, false, 2, 2, 0, 0);
        check(square(Looks.textured(once)), 0.53, 0.35, 0x00FF00);
    }

    @Test
    void picturesAreMirrored() {
        var twice = new Texture(fourColors(), Wrap.MIRROR, false, 2, 2, 0, 0);
        check(square(Looks.textured(twice)), 0.6, 0.35, 0xFF0000);
    }

    @Test
    void picturesAreMovedByTheirOffset() {
        var moved = new Texture(fourColors(), Wrap.REPEAT, false, 1, 1, 0.5f, 0.5f);
        check(square(Looks.textured(moved)), 0.6, 0.35, 0x0000FF);
    }

    @Test
    void picturesMultiplyTheBaseColour() {
        var gray = Texture.of(Looks.picture(1, 0xFFFFFFFF));
        check(square(Looks.unlit(0x804020).withBase(gray)), 0.5, 0.5, 0x804020);
    }

    @Test
    void tintsMultiplyTheBaseColour() {
        var tint = Srgb.linear(0x20C040);
        float[] tints = {tint.x, tint.y, tint.z, 1};
        var rows = Sketch.rows(new Matrix4f());
        check(
                new Batch(Shapes.square(), Looks.unlit(0xFFFFFF), rows, tints, 1, false),
                0.5,
                0.5,
                0x20C040);
    }

    @Test
    void eachInstanceHasItsOwnTint() {
        var rows = Sketch.rows(Sketch.at(-0.8f, 0, 1), Sketch.at(0.8f, 0, 0));
        float[] tints = {1, 0, 0, 1, 0, 0, 1, 1};
        var batch = new Batch(Shapes.square(), Looks.unlit(0xFFFFFF), rows, tints, 2, false);
        var picture = draw(sketch().opaque(batch));
        picture.check(0.3, 0.5, 0xFF0000);
        picture.check(0.8, 0.5, 0x0000FF);
    }

    @Test
    void coloursOfVerticesMultiplyTheBaseColour() {
        var picture =
                draw(
                        sketch().opaque(
                                        Sketch.batch(
                                                Shapes.paintedSquare(),
                                                Looks.unlit(0xFFFFFF),
                                                new Matrix4f())));
        assertTrue((picture.at(0.355, 0.695) >> 16 & 0xFF) > 200, "red at the lower left");
        assertTrue((picture.at(0.645, 0.695) >> 8 & 0xFF) > 200, "green at the lower right");
        assertTrue((picture.at(0.645, 0.305) & 0xFF) > 200, "blue at the upper right");
    }

    @Test
    void holesOfCutOutSurfacesShowWhatIsBehind() {
        var picture =
                draw(
                        sketch().opaque(
                                        square(
                                                Looks.cutOut(
                                                        Looks.picture(
                                                                2,
                                                                0x70FF0000,
                                                                0x90FF0000,
                                                                -1,
                                                                -1)))));
        picture.check(0.4, 0.35, 0x000000);
        picture.check(0.6, 0.35, 0xFF0000);
    }

    @Test
    void seeThroughSurfacesAreMixedAsLight() {
        var white = square(Looks.unlit(0xFFFFFF));
        var half =
                Sketch.batch(Shapes.square(), Looks.glass(0x000000, 0.5f), Sketch.at(0, 0, -0.2f));
        draw(sketch().opaque(white).blended(half)).check(0.5, 0.5, 0xBCBCBC);
    }

    @Test
    void seeThroughSurfacesAreDrawnInTheOrderGiven() {
        var red = Sketch.batch(Shapes.square(), Looks.glass(0xFF0000, 0.5f), Sketch.at(0, 0, 0.1f));
        var blue = square(Looks.glass(0x0000FF, 0.5f));
        draw(sketch().blended(red).blended(blue)).check(0.5, 0.5, 0x8900BC);
        draw(sketch().blended(blue).blended(red)).check(0.5, 0.5, 0xBC0089);
    }

    @Test
    void seeThroughSurfacesHideBehindSolidOnes() {
        var behind = Sketch.batch(Shapes.square(), Looks.glass(0xFF0000, 0.5f), Sketch.at(0, 0, 1));
        draw(sketch().opaque(square(Looks.unlit(0x00FF00))).blended(behind))
                .check(0.5, 0.5, 0x00FF00);
    }

    @Test
    void aMeshThatNamesMissingVerticesIsNotDrawn() {
        var square = Shapes.square();
        int[] indices = {0, 1, 9};
        var broken =
                new Mesh(
                        new Mesh.Vertices(square.positions(), square.normals(), square.uvs()),
                        indices);
        check(Sketch.batch(broken, Looks.unlit(0xFF0000), new Matrix4f()), 0.5, 0.5, 0x000000);
    }

    @Test
    void aMeshNeedsNeitherNormalsNorTextureCoordinates() {
        var square = Shapes.square();
        var bare =
                new Mesh(
                        new Mesh.Vertices(square.positions(), new float[0], new float[0]),
                        square.indices());
        check(Sketch.batch(bare, Looks.unlit(0xFF0000), new Matrix4f()), 0.5, 0.5, 0xFF0000);
    }

    private void check(Batch opaque, double x, double y, int expected) {
        draw(sketch().opaque(opaque)).check(x, y, expected);
    }

    private Picture draw(Sketch sketch) {
        return Picture.whole(device, sketch.list(), new Quality(1, 1));
    }

    private static Sketch sketch() {
        return new Sketch(160, 120);
    }

    private static Batch square(Material material) {
        return Sketch.batch(Shapes.square(), material, new Matrix4f());
    }

    private static Batch turned(Material material) {
        return Sketch.batch(Shapes.square(), material, new Matrix4f().rotateY((float) Math.PI));
    }

    private static Bitmap fourColors() {
        return Looks.picture(2, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFF00);
    }
}
