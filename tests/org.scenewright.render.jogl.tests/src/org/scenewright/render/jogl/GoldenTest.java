// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Texture;
import org.scenewright.render.DrawList.Backdrop;
import org.scenewright.render.DrawList.Lines;
import org.scenewright.render.Lighting;
import org.scenewright.render.Lighting.Lamp;
import org.scenewright.testing.GoldenImage;

import java.util.List;

/** Whole pictures, compared with ones that people found beautiful. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GoldenTest {
    private static final Quality SETTLED = new Quality(4, 1);

    private final JoglDevice device = JoglDevice.open();
    private final Mesh box = Shapes.box();
    private final Mesh ball = Shapes.sphere(24);

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void materialsBeforeADarkBackdrop() {
        check("materials-dark", materials(Sketch.DARK), SETTLED);
    }

    @Test
    void materialsBeforeALightBackdrop() {
        check("materials-light", materials(Sketch.LIGHT), SETTLED);
    }

    @Test
    void materialsWhileTheCameraMoves() {
        check("materials-moving", materials(Sketch.DARK), new Quality(1, 0.75f));
    }

    @Test
    void theGroundFromAbove() {
        check("ground", sketch(Sketch.DARK).from(30, 24, -45).to(0, 0, 0), SETTLED);
    }

    @Test
    void aSelectionWithHandles() {
        check("selection", handles(selection()), SETTLED);
    }

    @Test
    void lampsAtNight() {
        check("lamps", lamps(), SETTLED);
    }

    private Sketch materials(Backdrop backdrop) {
        var sketch = sketch(backdrop).from(2.6f, 2.6f, -4.6f).to(0, 0.75f, 0);
        for (int i = 0; i < 4; i++) {
            sketch.opaque(
                    Sketch.batch(
                            ball,
                            Looks.pbr(0xF9CF91, 1, i / 3f),
                            Sketch.at(i * 1.1f - 1.65f, 0.5f, 1.4f)));
            sketch.opaque(
                    Sketch.batch(
                            ball,
                            Looks.pbr(0xD93030, 0, i / 3f),
                            Sketch.at(i * 1.1f - 1.65f, 1.6f, 1.4f)));
        }
        var checkers = Texture.of(Looks.checkers(64, 0xFFFFFFFF, 0xFF406080));
        sketch.opaque(
                Sketch.batch(
                        box, Looks.pbr(0xFFFFFF, 0, 0.8f).withBase(checkers), turned(-1.5f, 0.4f)));
        var holes = Looks.cutOut(Looks.checkers(64, 0xFF60A040, 0x0060A040));
        sketch.opaque(Sketch.batch(box, holes, turned(1.5f, 0.8f)));
        return sketch.blended(Sketch.batch(box, Looks.pane(0x9FD0E8, 0.4f), turned(0, -0.3f)));
    }

    private Sketch selection() {
        return sketch(Sketch.LIGHT)
                .from(2.2f, 2.2f, -3)
                .to(0, 0.5f, 0)
                .selected(Sketch.batch(box, Looks.pbr(0x5B8DE0, 0, 0.6f), turned(0, 0.5f)))
                .opaque(Sketch.batch(box, Looks.pbr(0xE0E0E0, 0, 0.6f), turned(-1.1f, 0.2f)))
                .lines(parcel());
    }

    private Sketch handles(Sketch sketch) {
        int[] colors = {0xF0404D, 0x80D933, 0x4080FF};
        for (int axis = 0; axis < 3; axis++) {
            var way = new Vector3f().setComponent(axis, 1);
            var shaft = new Vector3f(0.04f).setComponent(axis, 1.2f);
            var look = Looks.unlit(colors[axis]);
            sketch.onTop(
                    Sketch.batch(
                            box,
                            look,
                            Sketch.at(way.x * 0.6f, 0.5f + way.y * 0.6f, way.z * 0.6f)
                                    .scale(shaft)));
            sketch.onTop(
                    Sketch.batch(
                            ball,
                            look,
                            Sketch.at(way.x * 1.2f, 0.5f + way.y * 1.2f, way.z * 1.2f)
                                    .scale(0.2f)));
        }
        return sketch;
    }

    private Sketch lamps() {
        var point =
                new Lamp(
                        new Vector3f(-1, 1, -0.6f),
                        new Vector3f(),
                        new Vector3f(1.5f, 0.7f, 0.2f),
                        4,
                        -1,
                        -1);
        var down = new Vector3f(0, -1, 0);
        var spot =
                new Lamp(
                        new Vector3f(1.2f, 2.5f, 0),
                        down,
                        new Vector3f(1, 2.5f, 4),
                        6,
                        0.93f,
                        0.86f);
        var sketch =
                sketch(new Backdrop(0x0A0D14, 0x151A24, 0x101114, false))
                        .from(0, 2.4f, -4)
                        .to(0, 0.4f, 0);
        sketch.lit(night(List.of(point, spot)));
        sketch.opaque(
                Sketch.batch(
                        Shapes.square(),
                        Looks.pbr(0xC0C0C0, 0, 0.7f),
                        new Matrix4f().rotateX((float) Math.PI / 2).scale(12)));
        for (int i = -2; i <= 2; i++) {
            sketch.opaque(
                    Sketch.batch(
                            ball,
                            Looks.pbr(0xD0D0D0, 0, 0.3f),
                            Sketch.at(i * 0.9f, 0.4f, 0.3f).scale(0.8f)));
        }
        return sketch;
    }

    private void check(String name, Sketch sketch, Quality quality) {
        var picture = Picture.whole(device, sketch.list(), quality);
        new GoldenImage(GoldenTest.class, name).check(picture.image());
    }

    private static Lighting night(List<Lamp> lamps) {
        var dim = new Vector3f(0.03f, 0.035f, 0.05f);
        return new Lighting(new Vector3f(0, -1, 0), new Vector3f(0.04f), dim, dim, lamps);
    }

    private static Lines parcel() {
        float[] corners = {-2, -2, 2, -2, 2, 2, -2, 2, -2, -2};
        var ends = new float[4 * 14];
        for (int i = 0; i < 8; i++) {
            int corner = (i + 1) / 2 * 2;
            float[] end = {corners[corner], 0, corners[corner + 1], 0.15f, 0.5f, 0.9f, 1};
            System.arraycopy(end, 0, ends, i * 7, 7);
        }
        return new Lines(ends, 4, 2, false);
    }

    private static Matrix4f turned(float x, float angle) {
        return Sketch.at(x, 0.5f, -0.4f).rotateY(angle);
    }

    private static Sketch sketch(Backdrop backdrop) {
        return new Sketch(256, 192).before(backdrop);
    }
}
