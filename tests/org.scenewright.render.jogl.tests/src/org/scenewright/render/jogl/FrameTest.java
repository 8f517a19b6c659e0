// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Matrix4f;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Backdrop;
import org.scenewright.render.DrawList.Batch;
import org.scenewright.render.DrawList.Lines;

/** What a frame is made of. */
class FrameTest {
    private final JoglDevice device = JoglDevice.open();
    private final Mesh square = Shapes.square();

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void backdropColoursArriveUnchanged() {
        var picture =
                draw(
                        new Sketch(160, 120)
                                .before(new Backdrop(0x406080, 0x406080, 0x302010, false)));
        picture.check(0.5, 0.02, 0x406080);
        picture.check(0.5, 0.98, 0x302010);
    }

    @Test
    void theGridIsDrawnOnTheGroundOnly() {
        var flat = new Backdrop(0x202020, 0x202020, 0x202020, true);
        var picture = draw(new Sketch(160, 120).before(flat).from(0.5f, 2, -2).to(0.5f, 1, 3));
        assertTrue(differing(picture, 0x202020, 0.5, 1) > 300);
        assertEquals(0, differing(picture, 0x202020, 0, 0.2));
    }

    @Test
    void floorsAtHeightZeroHideTheGrid() {
        var floor =
                batch(Looks.unlit(0x404040), new Matrix4f().rotateX((float) Math.PI / 2).scale(50));
        var picture =
                draw(
                        new Sketch(160, 120)
                                .before(Sketch.DARK)
                                .from(0.5f, 2, -2)
                                .to(0.5f, 1, 3)
                                .opaque(floor));
        assertEquals(0, differing(picture, 0x404040, 0.6, 1));
    }

    @Test
    void onlyWhatIsSelectedIsOutlined() {
        var left = batch(Looks.unlit(0x404040), Sketch.at(-0.8f, 0, 0));
        var right = batch(Looks.unlit(0x404040), Sketch.at(0.8f, 0, 0));
        var picture = draw(sketch().opaque(left).selected(right));
        assertTrue(picture.orange() > 100);
        assertEquals(0, draw(sketch().opaque(left).opaque(right)).orange());
        picture.check(0.8, 0.5, 0x404040);
        picture.check(0.2, 0.5, 0x404040);
    }

    @ParameterizedTest
    @ValueSource(floats = {1, 2, 3, 4, 8})
    void outlinesAreAsWideAsWantedAndWithoutGaps(float pixels) {
        for (float wide : new float[] {1, 0.02f}) {
            var thing = batch(Looks.unlit(0x404040), new Matrix4f().scale(wide, 1, 1));
            var picture = draw(sketch().selected(thing).outlinePixels(pixels));
            assertEquals(pixels, leftEdge(picture), Math.max(1, pixels / 4));
        }
    }

    @Test
    void outlinesShowThroughWhatIsInFront() {
        var wall = batch(Looks.unlit(0x404040), Sketch.at(0, 0, -0.5f).scale(9));
        assertTrue(
                draw(sketch().selected(batch(Looks.unlit(0xFFFFFF), new Matrix4f())).opaque(wall))
                                .orange()
                        > 100);
    }

    @Test
    void outlinesFollowTheHolesOfCutOutPictures() {
        var solid = draw(sketch().selected(batch(Looks.unlit(0xFFFFFF), new Matrix4f()))).orange();
        var holes = Looks.cutOut(Looks.checkers(8, 0xFFFFFFFF, 0x00FFFFFF));
        assertTrue(draw(sketch().selected(batch(holes, new Matrix4f()))).orange() > solid * 2);
    }

    @Test
    void outlinesOfWhatReachesBehindTheEyeAreWhole() {
        var strip =
                new Matrix4f()
                        .translation(0.7f, -0.5f, 0)
                        .rotateX((float) Math.PI / 2)
                        .scale(1, 100, 1);
        assertTrue(draw(sketch().selected(batch(Looks.unlit(0x404040), strip))).orange() > 100);
    }

    @Test
    void outlinesLeaveNothingBehindWhenTheSelectionMoves() {
        for (int samples : new int[] {1, 4}) {
            device.render(selectedAt(0), samples);
            var moved = Picture.of(device.render(selectedAt(0.2f), samples));
            try (var other = JoglDevice.open()) {
                assertArrayEquals(
                        Picture.of(other.render(selectedAt(0.2f), samples)).rgb(), moved.rgb());
            }
        }
    }

    @Test
    void aLargeSelectionLeavesNothingAroundASmallOne() {
        var all = sketch().selected(batch(Looks.unlit(0x404040), new Matrix4f().scale(20)));
        device.render(all.list(), 4);
        var small = sketch().selected(batch(Looks.unlit(0x404040), Sketch.at(0, 0, 2))).list();
        var after = Picture.of(device.render(small, 4));
        try (var other = JoglDevice.open()) {
            assertArrayEquals(Picture.of(other.render(small, 4)).rgb(), after.rgb());
        }
    }

    @Test
    void nothingIsOutlinedFromWithin() {
        var around =
                Sketch.batch(Shapes.box(), Looks.unlit(0x0000FF), Sketch.at(0, 0, -2).scale(3));
        assertEquals(0, draw(sketch().selected(around)).orange());
    }

    @Test
    void whatIsOnTopShowsThroughEverything() {
        var wall = batch(Looks.unlit(0x404040), new Matrix4f().scale(9));
        var handle = batch(Looks.unlit(0x00FF00), Sketch.at(0, 0, 5));
        draw(sketch().opaque(wall).onTop(handle)).check(0.5, 0.5, 0x00FF00);
    }

    @Test
    void whatIsOnTopHidesItselfByDepth() {
        var near = batch(Looks.unlit(0x00FF00), Sketch.at(0, 0, 4));
        var far = batch(Looks.unlit(0xFF0000), Sketch.at(0, 0, 5).scale(9));
        draw(sketch().onTop(near).onTop(far)).check(0.5, 0.5, 0x00FF00);
    }

    @Test
    void linesHaveTheirColourAndWidth() {
        var picture = draw(sketch().lines(horizontal(0, 6, false)));
        picture.check(0.5, 0.5, 0x3366CC);
        assertEquals(6, filled(picture), 1);
    }

    @Test
    void linesThatPassTheEyeStayStraight() {
        checkLinePassingTheEyeAt(0, 0.5, 0.9);
        checkLinePassingTheEyeAt(1, 0.9, 0.657);
    }

    @Test
    void linesFromBehindTheEyeLookAsIfTheyBeganInFrontOfIt() {
        var whole = draw(belowEye().lines(slanting(-9)));
        var part = draw(belowEye().lines(slanting(-1.5f)));
        int apart = 0;
        for (int i = 0; i < whole.rgb().length; i++) {
            apart += whole.rgb()[i] == part.rgb()[i] ? 0 : 1;
        }
        assertTrue(apart < 20, apart + " pixels differ");
    }

    @Test
    void linesHideBehindSurfaces() {
        var wall = batch(Looks.unlit(0x404040), new Matrix4f().scale(9));
        draw(sketch().opaque(wall).lines(horizontal(1, 6, false))).check(0.5, 0.5, 0x404040);
    }

    @Test
    void linesOnTopDoNot() {
        var wall = batch(Looks.unlit(0x404040), new Matrix4f().scale(9));
        draw(sketch().opaque(wall).lines(horizontal(1, 6, true))).check(0.5, 0.5, 0x3366CC);
    }

    @Test
    void aSmallerScaleChangesNeitherSizeNorPlaces() {
        var list = sketch().opaque(batch(Looks.unlit(0x3366CC), Sketch.at(0.8f, 0, 0))).list();
        for (int samples : new int[] {1, 4}) {
            var picture = Picture.of(device.render(list, new Quality(samples, 0.5f)));
            assertEquals(160, picture.width());
            picture.check(0.8, 0.5, 0x3366CC);
            picture.check(0.2, 0.5, 0x000000);
        }
    }

    @Test
    void moreSamplesSmoothEdges() {
        var slanted = batch(Looks.unlit(0xFFFFFF), new Matrix4f().rotateZ(0.3f));
        assertEquals(0, between(Picture.of(device.render(sketch().opaque(slanted).list(), 1))));
        assertTrue(between(Picture.of(device.render(sketch().opaque(slanted).list(), 4))) > 50);
    }

    @Test
    void moreSamplesSmoothTheHolesOfCutOutPictures() {
        var holes = Looks.cutOut(Looks.checkers(8, 0xFFFFFFFF, 0x00FFFFFF));
        var list = sketch().opaque(batch(holes, new Matrix4f().rotateZ(0.3f).scale(9))).list();
        assertEquals(0, between(Picture.of(device.render(list, 1))));
        assertTrue(between(Picture.of(device.render(list, 4))) > 50);
    }

    @Test
    void alphaIsOpaqueEverywhere() {
        var frame =
                device.render(
                        sketch().blended(batch(Looks.glass(0xFF0000, 0.3f), new Matrix4f())).list(),
                        1);
        for (int i = 3; i < frame.bgra().length; i += 4) {
            assertEquals((byte) 255, frame.bgra()[i]);
        }
    }

    private void checkLinePassingTheEyeAt(float x, double right, double down) {
        float[] ends = {x, 0, -9, 1, 0, 0, 1, x, 0, 9, 1, 0, 0, 1};
        var picture = draw(belowEye().lines(new Lines(ends, 1, 4, false)));
        picture.check(right, down, 0xFF0000);
        picture.check(1 - right - 0.3, down, 0x000000);
    }

    /**
     * How many orange pixels follow each other where the middle row, from the left, first has one.
     */
    private static int leftEdge(Picture picture) {
        int at = picture.height() / 2 * picture.width();
        while (!isOrange(picture.rgb()[at])) {
            at++;
        }
        int first = at;
        while (isOrange(picture.rgb()[at])) {
            at++;
        }
        return at - first;
    }

    /** Whether a pixel before black is orange at least in part. */
    private static boolean isOrange(int rgb) {
        return (rgb >> 16 & 0xFF) > 90 && (rgb & 0xFF) < 40;
    }

    private DrawList selectedAt(float x) {
        return sketch().selected(batch(Looks.unlit(0x404040), Sketch.at(x, 0, 0))).list();
    }

    private Picture draw(Sketch sketch) {
        return Picture.of(device.render(sketch.list(), 1));
    }

    private Batch batch(Material material, Matrix4f... places) {
        return Sketch.batch(square, material, places);
    }

    private static Sketch belowEye() {
        return sketch().from(0, 0.5f, -2).to(0, 0, 2);
    }

    /** A line on the ground to (-1, 0, 9) that reaches back to some depth. */
    private static Lines slanting(float z) {
        float[] ends = {(9 - z) / 3 - 1, 0, z, 1, 0, 0, 1, -1, 0, 9, 1, 0, 0, 1};
        return new Lines(ends, 1, 6, false);
    }

    private static Sketch sketch() {
        return new Sketch(160, 120);
    }

    private static Lines horizontal(float z, float pixels, boolean onTop) {
        float[] ends = {-5, 0, z, 0.2f, 0.4f, 0.8f, 1, 5, 0, z, 0.2f, 0.4f, 0.8f, 1};
        return new Lines(ends, 1, pixels, onTop);
    }

    /** How many pixels of the middle column are not black. */
    private static int filled(Picture picture) {
        int count = 0;
        for (int y = 0; y < picture.height(); y++) {
            count += picture.at(0.5, (y + 0.5) / picture.height()) == 0 ? 0 : 1;
        }
        return count;
    }

    /** How many pixels of some rows, given as shares of the height, do not have a colour. */
    private static int differing(Picture picture, int color, double from, double to) {
        int count = 0;
        for (int i = (int) (from * picture.height()) * picture.width();
                i < to * picture.height() * picture.width();
                i++) {
            count += Math.abs((picture.rgb()[i] & 0xFF) - (color & 0xFF)) > 3 ? 1 : 0;
        }
        return count;
    }

    /** How many pixels are neither black nor white. */
    private static int between(Picture picture) {
        int count = 0;
        for (int c : picture.rgb()) {
            count += c == 0 || c == 0xFFFFFF ? 0 : 1;
        }
        return count;
    }
}
