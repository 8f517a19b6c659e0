// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.jogamp.opengl.GL3;

import org.joml.Matrix4f;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.Material;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Texture;
import org.scenewright.render.DrawList;
import org.scenewright.render.DrawList.Batch;
import org.scenewright.render.DrawList.Lines;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** What a device tells, keeps and frees. */
class JoglDeviceTest {
    private static final int BIG = 1280;
    private static final int MANY = 8;

    private final JoglDevice device = JoglDevice.open();
    private final Mesh square = Shapes.square();

    @AfterEach
    void close() {
        device.close();
    }

    @Test
    void framesHaveTheSizeOfTheView() {
        for (int width : new int[] {160, 321, 64}) {
            var frame = device.render(new Sketch(width, 90).list(), 1);
            assertEquals(width * 90 * 4, frame.bgra().length);
        }
    }

    @Test
    void aFrameIsKeptUntilTheSecondNextOne() {
        var first = device.render(sketch().list(), 1);
        var second = device.render(sketch().list(), 1);
        assertNotSame(first.bgra(), second.bgra());
        assertSame(first.bgra(), device.render(sketch().list(), 1).bgra());
    }

    @Test
    void noFrameShowsInTheNextOne() {
        var plain =
                sketch().opaque(batch(Looks.pbr(0x808080, 0, 1), Sketch.at(0.3f, 0, 0)))
                        .blended(batch(Looks.glass(0xFF0000, 0.5f), Sketch.at(-0.3f, 0, -0.1f)))
                        .lines(line(false))
                        .list();
        for (int samples : new int[] {1, 4}) {
            var before = Picture.of(device.render(plain, samples));
            device.render(everything(), samples);
            assertArrayEquals(before.rgb(), Picture.of(device.render(plain, samples)).rgb());
            device.render(everything(), new Quality(samples, 0.5f));
            assertArrayEquals(before.rgb(), Picture.of(device.render(plain, samples)).rgb());
        }
    }

    @Test
    void twoViewportsKeepTheirTargets() {
        var one = sketch().list();
        var other = new Sketch(200, 150).list();
        device.render(one, 1);
        device.render(other, 1);
        int targets = device.targets();
        for (int i = 0; i < 9; i++) {
            device.render(i % 2 == 0 ? one : other, 1);
        }
        assertEquals(targets, device.targets());
    }

    @Test
    void targetsOfFormerSizesAreFreed() {
        for (int width = 100; width < 200; width++) {
            device.render(new Sketch(width, 100).list(), 4);
        }
        assertTrue(device.targets() <= 16);
    }

    @Test
    void sweepingFreesWhatNoFrameNeedsAnyMore() {
        device.render(sketch().opaque(batch(Looks.textured(big()), new Matrix4f())).list(), 1);
        assertEquals(2, device.residents());
        device.sweep();
        assertEquals(2, device.residents());
        device.sweep();
        assertEquals(0, device.residents());
    }

    @Test
    void sweepingKeepsWhatFramesNeed() {
        var list = sketch().opaque(batch(Looks.unlit(0xFF0000), new Matrix4f())).list();
        for (int i = 0; i < 5; i++) {
            device.render(list, 1);
            device.sweep();
        }
        assertEquals(1, device.residents());
    }

    @Test
    void manyPicturesArriveOverSeveralFrames() {
        var sketch = many();
        int frames = 1;
        while (device.render(sketch.list(), 1).incomplete()) {
            frames++;
        }
        // How many go at once depends on the machine, but one always does.
        assertTrue(1 < frames && frames <= MANY, "frames: " + frames);
        assertEquals(MANY + 1, device.residents());
    }

    /** More than any machine takes in one frame. */
    private Sketch many() {
        var sketch = sketch();
        for (int i = 0; i < MANY; i++) {
            sketch.opaque(batch(Looks.textured(big()), Sketch.at(0, 0, i)));
        }
        return sketch;
    }

    private static JoglDevice limited() {
        var context = Context.open(DisplayServer.ofThisMachine());
        return JoglDevice.open(context, gl -> new Painter(gl, 1));
    }

    @Test
    void beyondTheLimitOnlyWhatIsShownStays() {
        try (var small = limited()) {
            var first = Looks.textured(big());
            var second = Looks.textured(big());
            var both = sketch().opaque(batch(first, new Matrix4f()));
            both.opaque(batch(second, Sketch.at(1, 0, 0)));
            for (int i = 0; i < 20; i++) {
                small.render(both.list(), 1);
            }
            assertEquals(3, small.residents());
            assertTrue(small.residentBytes() > 2 * BIG * BIG * 4);
            var one = sketch().opaque(batch(second, new Matrix4f()));
            for (int i = 0; i < 20; i++) {
                small.render(one.list(), 1);
            }
            assertEquals(2, small.residents());
        }
    }

    @Test
    void theLoadTellsWhatIsInSightAndWhatElseStays() {
        var first = sketch().opaque(batch(Looks.textured(big()), new Matrix4f()));
        var second = sketch().opaque(batch(Looks.textured(big()), new Matrix4f()));
        device.render(first.list(), 1);
        long one = device.load().bytes();
        assertEquals(one, device.load().inSight());
        assertTrue(device.load().uploading().toNanos() > 0);
        device.render(second.list(), 1);
        assertEquals(one, device.load().inSight());
        assertEquals(one + BIG * BIG * 4, device.load().bytes());
        device.render(second.list(), 1);
        assertEquals(0, device.load().uploading().toNanos());
    }

    @Test
    void withinTheLimitStaysWhatIsNotShown() {
        var first = sketch().opaque(batch(Looks.textured(big()), new Matrix4f()));
        var second = sketch().opaque(batch(Looks.textured(big()), new Matrix4f()));
        device.render(first.list(), 1);
        for (int i = 0; i < 20; i++) {
            device.render(second.list(), 1);
        }
        assertEquals(3, device.residents());
    }

    @Test
    void whatWasPreparedIsWholeAtOnce() {
        var list = many().list();
        int frames = 1;
        while (!device.prepare(list)) {
            frames++;
        }
        assertTrue(frames <= MANY, "frames: " + frames);
        assertFalse(device.render(list, 1).incomplete());
    }

    @Test
    void aPictureBeyondTheBudgetArrivesAllTheSame() {
        var huge = Looks.textured(Looks.sharp(Looks.checkers(2048, 0xFF00FF00, 0xFF00FF00)));
        var list = sketch().opaque(batch(huge, new Matrix4f())).list();
        assertTrue(device.render(list, 1).incomplete());
        var frame = device.render(list, 1);
        assertFalse(frame.incomplete());
        Picture.of(frame).check(0.5, 0.5, 0x00FF00);
    }

    @Test
    void framesTellHowManyTrianglesTheyShow() {
        var frame =
                device.render(
                        sketch().opaque(batch(Looks.unlit(0), new Matrix4f(), Sketch.at(1, 0, 0)))
                                .list(),
                        1);
        assertEquals(4, frame.triangles());
        assertEquals(2, frame.drawCalls());
        assertTrue(frame.nanos() > 0);
    }

    @Test
    void framesOfNothingAreDrawn() {
        assertEquals(
                0,
                device.render(
                                sketch().opaque(batch(Looks.unlit(0)))
                                        .blended(batch(Looks.unlit(0)))
                                        .list(),
                                4)
                        .triangles());
    }

    @Test
    void aPictureThatIsTooLargeIsRefusedAndTheNextOneDrawn() {
        var refusal =
                assertThrows(
                        GlException.class, () -> device.render(new Sketch(99_999, 1).list(), 1));
        assertTrue(refusal.getMessage().contains("99999 x 1"), refusal.getMessage());
        assertEquals(160, device.render(sketch().list(), 1).width());
    }

    @Test
    void aTargetThatTheGraphicsCardRefusesLeavesNothingThere() {
        var context = Context.open(DisplayServer.ofThisMachine());
        var format = new Target.Format(99_999, 1, 1, false);
        context.run(
                gl -> {
                    long before = renderbuffers(gl);
                    assertThrows(GlException.class, () -> new Target(gl, format));
                    assertEquals(before, renderbuffers(gl));
                });
        context.close();
    }

    @Test
    void aDriverThatFailsAtTheStartIsUnavailable() {
        var context = Context.open(DisplayServer.ofThisMachine());
        var refusal =
                assertThrows(
                        GlUnavailableException.class,
                        () ->
                                JoglDevice.open(
                                        context,
                                        gl -> {
                                            throw new GlException("no such shader");
                                        }));
        assertTrue(refusal.getMessage().contains("no such shader"), refusal.getMessage());
    }

    @Test
    void otherThreadsAreRefused() {
        var attempt = CompletableFuture.runAsync(device::sweep);
        var refusal = assertThrows(CompletionException.class, attempt::join);
        assertSame(IllegalStateException.class, refusal.getCause().getClass());
    }

    @Test
    void theGraphicsCardIsNamed() {
        assertTrue(device.description().contains("OpenGL"), device.description());
    }

    /** A list of which every pass draws something. */
    private DrawList everything() {
        var holes = Looks.cutOut(Looks.checkers(8, 0xFFFFFFFF, 0x00FFFFFF));
        return sketch().before(Sketch.DARK)
                .opaque(batch(Looks.pbr(0xFFFFFF, 1, 0), new Matrix4f().scale(-1, 1, 1)))
                .opaque(Sketch.batch(Shapes.paintedSquare(), Looks.glowing(-1), new Matrix4f()))
                .selected(batch(holes, Sketch.at(0, 0.5f, 0)))
                .blended(batch(Looks.pane(0x00FF00, 0.5f), Sketch.at(0, 0, -0.5f)))
                .onTop(batch(Looks.unlit(0x0000FF), Sketch.at(0, -0.5f, 0)))
                .lines(line(false))
                .lines(line(true))
                .list();
    }

    private static Lines line(boolean onTop) {
        float[] ends = {-5, 0, 1, 1, 0, 0, 1, 5, 0.5f, 1, 1, 0, 0, 1};
        return new Lines(ends, 1, 3, onTop);
    }

    private static long renderbuffers(GL3 gl) {
        return IntStream.range(1, 100).filter(gl::glIsRenderbuffer).count();
    }

    private Batch batch(Material material, Matrix4f... places) {
        return Sketch.batch(square, material, places);
    }

    private static Sketch sketch() {
        return new Sketch(160, 120);
    }

    private static Texture big() {
        return Looks.sharp(Looks.checkers(BIG, 0xFFFFFFFF, 0xFF808080));
    }
}
