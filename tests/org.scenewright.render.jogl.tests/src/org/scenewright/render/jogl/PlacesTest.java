// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Maps;
import org.scenewright.assets.Mesh;
import org.scenewright.assets.Texture;
import org.scenewright.assets.Texture.Wrap;
import org.scenewright.render.Lighting;
import org.scenewright.testing.GoldenImage;

import java.util.List;
import java.util.Optional;

/** Pictures that are turned, come by the second set of coordinates, or shade light from around. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlacesTest {
    private static final float QUARTER = (float) Math.PI / 2;

    private final JoglDevice device = JoglDevice.open();

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void aQuarterTurnOfTheCoordinatesTurnsThePictureClockwise() {
        var picture = draw(Looks.textured(texture(1, QUARTER, 0)));
        picture.check(0.4, 0.35, 0x0000FF);
        picture.check(0.6, 0.35, 0xFF0000);
        picture.check(0.4, 0.65, 0xFFFF00);
        picture.check(0.6, 0.65, 0x00FF00);
    }

    @Test
    void aPictureIsScaledBeforeItIsTurned() {
        var stretched =
                new Texture(fourColors(), Wrap.REPEAT, Wrap.REPEAT, false, 1, 2, 0, 0, QUARTER, 0);
        // What was down is across the picture now, and twice as fast.
        var picture = draw(Looks.textured(stretched));
        picture.check(0.4, 0.35, 0x0000FF);
        picture.check(0.4, 0.45, 0xFFFF00);
    }

    @Test
    void theSecondSetOfCoordinatesIsItsOwn() {
        draw(Looks.textured(texture(1, 0, 1))).check(0.4, 0.35, 0xFFFF00);
        draw(Looks.textured(texture(1, 0, 0))).check(0.4, 0.35, 0xFF0000);
    }

    @Test
    void eachPictureOfAMaterialTakesItsOwnSet() {
        var black = Texture.of(Looks.picture(1, 0xFF000000));
        var four = Looks.picture(2, 0xFFCC0000, 0xFF00CC00, 0xFF0000CC, 0xFFCCCC00);
        var glow = new Texture(four, Wrap.REPEAT, Wrap.REPEAT, false, 1, 1, 0, 0, 0, 1);
        var sketch = sketch(Looks.glowing(black, glow)).lit(night(0));
        Picture.whole(device, sketch.list(), new Quality(1, 1)).check(0.4, 0.35, 0xCCCC00);
    }

    @Test
    void edgesMayRepeatAcrossAndEndDown() {
        var mixed = new Texture(fourColors(), Wrap.REPEAT, Wrap.CLAMP, false, 2, 2, 0, 0, 0, 0);
        var picture = draw(Looks.textured(mixed));
        picture.check(0.53, 0.35, 0xFF0000);
        picture.check(0.53, 0.65, 0x0000FF);
        picture.check(0.63, 0.65, 0xFFFF00);
    }

    @Test
    void occlusionTakesLightFromAroundOnly() {
        int open = around(1, 0xFFFFFF);
        assertTrue(open > 60, "light from around: " + open);
        assertTrue(around(1, 0x000000) < 8, "nothing is left where it is black");
        int half = around(0.5f, 0x000000);
        assertTrue(half > 30 && half < open - 20, half + " of " + open);
        assertTrue(sun(0xFFFFFF) > 100 && sun(0x000000) > sun(0xFFFFFF) - 3, "the sun shines on");
    }

    @Test
    void bumpsAreAsSteepAsTheirScale() {
        int steep = bumpy(1);
        int flat = bumpy(0);
        assertTrue(steep > flat + 30, steep + " against " + flat);
        int half = bumpy(0.5f);
        assertTrue(half > flat + 5 && half < steep - 5, half + " between");
    }

    /** All of it side by side. */
    @Test
    void looksAsPeopleFoundItRight() {
        var sketch = new Sketch(256, 192).before(Sketch.LIGHT).from(0, 0.6f, -2.7f).to(0, 0.3f, 0);
        var checkers = Looks.checkers(64, 0xFFFFFFFF, 0xFFB04020);
        float[] turns = {0, 0.4f, QUARTER / 2, QUARTER};
        for (int i = 0; i < turns.length; i++) {
            var turned =
                    new Texture(
                            checkers,
                            Wrap.REPEAT,
                            Wrap.CLAMP,
                            true,
                            1,
                            1,
                            0.2f,
                            0,
                            turns[i],
                            i % 2);
            var shade = Optional.of(Texture.of(Looks.checkers(8, 0xFF202020, 0xFFFFFFFF)));
            var maps =
                    new Maps(
                            Optional.of(turned),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            shade,
                            1,
                            i / 3f);
            var look = Looks.pbr(0xFFFFFF, 0, 0.8f).withMaps(maps).withDoubleSided();
            var place = Sketch.at(i * 1.1f - 1.65f, 0.3f, 0).rotateY(0.3f);
            sketch.opaque(Sketch.batch(twoSets(), look, place));
        }
        var picture = Picture.whole(device, sketch.list(), new Quality(4, 1));
        new GoldenImage(PlacesTest.class, "places").check(picture.image());
    }

    private int around(float strength, int occlusion) {
        return brightness(occluded(occlusion, strength), night(0.5f));
    }

    private int sun(int occlusion) {
        var light =
                new Lighting(
                        new Vector3f(0, 0, 1),
                        new Vector3f(1),
                        new Vector3f(),
                        new Vector3f(),
                        List.of());
        return brightness(occluded(occlusion, 1), light);
    }

    private static Material occluded(int occlusion, float strength) {
        var map = Optional.of(Looks.sharp(Looks.picture(1, 0xFF000000 | occlusion)));
        var none = Optional.<Texture>empty();
        return Looks.pbr(0xFFFFFF, 0, 1)
                .withMaps(new Maps(none, none, none, none, map, 1, strength));
    }

    private int bumpy(float bump) {
        var map = Optional.of(Looks.sharp(Looks.picture(1, 0xFF80DADA)));
        var none = Optional.<Texture>empty();
        var look =
                Looks.pbr(0xFFFFFF, 0, 1).withMaps(new Maps(none, none, map, none, none, bump, 1));
        var light =
                new Lighting(
                        new Vector3f(0, -1, 0.3f).normalize(),
                        new Vector3f(1),
                        new Vector3f(),
                        new Vector3f(),
                        List.of());
        return brightness(look, light);
    }

    private int brightness(Material look, Lighting light) {
        var picture = Picture.whole(device, sketch(look).lit(light).list(), new Quality(1, 1));
        return picture.brightness(0.5, 0.5);
    }

    private static Lighting night(float around) {
        return new Lighting(
                new Vector3f(0, -1, 0),
                new Vector3f(),
                new Vector3f(around),
                new Vector3f(around),
                List.of());
    }

    private Picture draw(Material look) {
        return Picture.whole(device, sketch(look).list(), new Quality(1, 1));
    }

    private static Sketch sketch(Material look) {
        return new Sketch(160, 120).opaque(Sketch.batch(twoSets(), look, new Matrix4f()));
    }

    private static Texture texture(float scale, float turn, int set) {
        return new Texture(
                fourColors(), Wrap.REPEAT, Wrap.REPEAT, false, scale, scale, 0, 0, turn, set);
    }

    /** The square, upside down in its second set of coordinates. */
    private static Mesh twoSets() {
        var square = Shapes.square();
        float[] more = {1, 0, 0, 0, 0, 1, 1, 1};
        return new Mesh(
                new Mesh.Vertices(
                        square.positions(), square.normals(), square.uvs(), more, new float[0]),
                square.indices());
    }

    private static Bitmap fourColors() {
        return Looks.picture(2, 0xFFFF0000, 0xFF00FF00, 0xFF0000FF, 0xFFFFFF00);
    }
}
