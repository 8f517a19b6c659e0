// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.scenewright.assets.Material;
import org.scenewright.assets.Texture;
import org.scenewright.render.DrawList.Batch;
import org.scenewright.render.Lighting;
import org.scenewright.render.Lighting.Lamp;

import java.util.List;

/**
 * How light falls on surfaces seen by an eye at (0, 0, -2) that looks along +Z; squares there cover
 * the middle.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LightTest {
    private final JoglDevice device = JoglDevice.open();

    @AfterAll
    void close() {
        device.close();
    }

    @Test
    void aSurfaceThatFacesTheSunIsBrighterThanOneTurnedAway() {
        assertTrue(brightnessUnderSun(0, 0, -1) > brightnessUnderSun(0, 0, 1) + 60);
    }

    @Test
    void withoutSunTheUpperSideIsBrighterThanTheLowerOne() {
        var sphere = Sketch.batch(Shapes.sphere(16), Looks.pbr(0x808080, 0, 1), new Matrix4f());
        var picture =
                draw(sketch().opaque(sphere).lit(Sketch.sunFrom(new Vector3f(0, 0, 1), List.of())));
        assertTrue(picture.brightness(0.5, 0.35) > picture.brightness(0.5, 0.65) + 10);
    }

    @Test
    void backsOfDoubleSidedSurfacesAreLitAsFrontsAre() {
        var material = Looks.pbr(0x808080, 0, 1).withDoubleSided();
        assertEquals(
                draw(sketch().opaque(square(material))).at(0.5, 0.5),
                draw(sketch().opaque(turned(material))).at(0.5, 0.5));
    }

    @Test
    void mirroredInstancesAreLitAsOthersAre() {
        var material = Looks.pbr(0x808080, 0, 1);
        var mirrored = Sketch.batch(Shapes.square(), material, new Matrix4f().scale(-1, 1, 1));
        var plain = draw(sketch().opaque(square(material)));
        assertEquals(plain.at(0.5, 0.5), draw(sketch().opaque(mirrored)).at(0.5, 0.5));
    }

    @Test
    void stretchingDoesNotTurnNormals() {
        var upright = new Matrix4f().rotateX(0.6f);
        var stretched = new Matrix4f().rotateX(0.6f).scale(1.2f, 1.2f, 9);
        var material = Looks.pbr(0x808080, 0, 1);
        int one =
                draw(sketch().opaque(Sketch.batch(Shapes.square(), material, upright)))
                        .at(0.5, 0.5);
        draw(sketch().opaque(Sketch.batch(Shapes.square(), material, stretched)))
                .check(0.5, 0.5, one);
    }

    @Test
    void glowNeedsNoLight() {
        draw(sketch().opaque(square(Looks.glowing(0x3366CC))).lit(night(List.of())))
                .check(0.5, 0.5, 0x3366CC);
    }

    @Test
    void glowingPicturesHaveTheirOwnOffset() {
        var base = Texture.of(Looks.picture(1, 0xFF000000));
        var four = Looks.picture(2, 0xFFCC0000, 0xFF00CC00, 0xFF0000CC, 0xFFCCCC00);
        var glow = new Texture(four, Texture.Wrap.REPEAT, false, 1, 1, 0.5f, 0.5f);
        draw(sketch().opaque(square(Looks.glowing(base, glow))).lit(night(List.of())))
                .check(0.6, 0.35, 0x0000CC);
    }

    @Test
    void normalMapsBendUpwardsWithGreen() {
        int up = draw(under(new Vector3f(0, 1, -1), Looks.bent(0x80DADA))).brightness(0.5, 0.5);
        int down = draw(under(new Vector3f(0, 1, -1), Looks.bent(0x8026DA))).brightness(0.5, 0.5);
        assertTrue(up > down + 40, up + " against " + down);
    }

    @Test
    void normalMapsBendRightwardsWithRed() {
        int right = draw(under(new Vector3f(1, 0, -1), Looks.bent(0xDA80DA))).brightness(0.5, 0.5);
        int left = draw(under(new Vector3f(1, 0, -1), Looks.bent(0x2680DA))).brightness(0.5, 0.5);
        assertTrue(right > left + 40, right + " against " + left);
    }

    @Test
    void roughnessMapsDullReflections() {
        int smooth =
                draw(under(new Vector3f(0, 0, -1), Looks.polished(0x0040FF))).brightness(0.5, 0.5);
        int rough =
                draw(under(new Vector3f(0, 0, -1), Looks.polished(0x00FFFF))).brightness(0.5, 0.5);
        assertTrue(smooth > rough + 40, smooth + " against " + rough);
    }

    @Test
    void lampsLightWhatIsNear() {
        assertTrue(underLamp(pointLamp(-0.5f, 3)) > underLamp(pointLamp(-0.5f, 0.1f)) + 60);
    }

    @Test
    void spotsLightTheirConeOnly() {
        var onto =
                new Lamp(
                        new Vector3f(0, 0, -1),
                        new Vector3f(0, 0, 1),
                        new Vector3f(1),
                        5,
                        0.95f,
                        0.9f);
        var past =
                new Lamp(
                        new Vector3f(0, 0, -1),
                        new Vector3f(0, 1, 0),
                        new Vector3f(1),
                        5,
                        0.95f,
                        0.9f);
        assertTrue(underLamp(onto) > underLamp(past) + 60);
    }

    @Test
    void instancesBeyondALampLookAsWithoutIt() {
        var places = new Matrix4f[] {Sketch.at(0.8f, 0, 0), Sketch.at(-0.8f, 0, 0.5f)};
        var squares = Sketch.batch(Shapes.square(), Looks.pbr(0x404040, 0, 1), places);
        var near = new Vector3f(-0.8f, 0, 0.2f);
        var lamp = new Lamp(near, new Vector3f(), new Vector3f(1), 0.6f, -1, -1);
        var sun = new Vector3f(0, 1, -1);
        var without = draw(sketch().opaque(squares).lit(Sketch.sunFrom(sun, List.of())));
        var with = draw(sketch().opaque(squares).lit(Sketch.sunFrom(sun, List.of(lamp))));
        assertTrue(with.brightness(0.25, 0.5) > without.brightness(0.25, 0.5) + 60);
        assertTrue(without.brightness(0.8, 0.5) > 30);
        assertEquals(without.at(0.8, 0.5), with.at(0.8, 0.5));
    }

    private int brightnessUnderSun(float x, float y, float z) {
        return draw(under(new Vector3f(x, y, z), Looks.pbr(0x808080, 0, 1))).brightness(0.5, 0.5);
    }

    private int underLamp(Lamp lamp) {
        var square = square(Looks.pbr(0x808080, 0, 1));
        return draw(sketch().opaque(square).lit(night(List.of(lamp)))).brightness(0.5, 0.5);
    }

    private Picture draw(Sketch sketch) {
        return Picture.whole(device, sketch.list(), new Quality(1, 1));
    }

    private static Sketch under(Vector3f sun, Material material) {
        return sketch().opaque(square(material)).lit(Sketch.sunFrom(sun, List.of()));
    }

    private static Lighting night(List<Lamp> lamps) {
        var day = Sketch.sunFrom(new Vector3f(0, 1, 0), lamps);
        var none = new Vector3f();
        return new Lighting(day.sunDirection(), none, none, none, lamps);
    }

    private static Lamp pointLamp(float z, float range) {
        return new Lamp(new Vector3f(0, 0, z), new Vector3f(), new Vector3f(1), range, -1, -1);
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
}
