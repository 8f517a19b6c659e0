// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

class PickingTest {
    private static final Ray DOWN = ray(8, 10, 8, 0, -1, 0);

    private static Ray ray(float x, float y, float z, float dx, float dy, float dz) {
        return new Ray(new Vector3f(x, y, z), new Vector3f(dx, dy, dz).normalize());
    }

    /** Picks along a ray and compares the name of what is hit. */
    private static void check(String expected, Ray ray, String... lines) {
        assertEquals(expected, picked(Studio.of(lines), ray));
    }

    private static String picked(Studio studio, Ray ray) {
        return studio.view
                .pick(ray)
                .map(hit -> studio.scene.snapshot().name(hit.entity()))
                .orElse("nothing");
    }

    @Test
    void nearestOfTwoIsPicked() {
        check("upper", DOWN, "lower at 8 1 8 box", "upper at 8 3 8 box");
    }

    @Test
    void theGroundIsNotPicked() {
        check("nothing", DOWN);
    }

    @Test
    void lockedIsNotPicked() {
        check(
                "lower",
                DOWN,
                "lower at 8 1 8 box",
                "upper at 8 3 8 box inspector::Lock={\"value\":true}");
    }

    @Test
    void hiddenIsNotPicked() {
        check(
                "lower",
                DOWN,
                "lower at 8 1 8 box",
                "upper at 8 3 8 box inspector::Hide={\"value\":true}");
    }

    @Test
    void aLockWithoutAValueDoesNotHold() {
        check("upper", DOWN, "lower at 8 1 8 box", "upper at 8 3 8 box inspector::Lock={}");
    }

    @Test
    void hidingWithoutAValueDoesNotHold() {
        check("upper", DOWN, "lower at 8 1 8 box", "upper at 8 3 8 box inspector::Hide={}");
    }

    @Test
    void whatHangsBelowTheHiddenIsNotPicked() {
        check(
                "nothing",
                DOWN,
                "base at 8 0 8 inspector::Hide={\"value\":true}",
                "upper in base at 0 3 0 box");
    }

    @Test
    void trianglesCountAndNotBoxes() {
        check("nothing", ray(8.48f, 10, 8.48f, 0, -1, 0), "ball at 8 1 8 sphere");
    }

    @Test
    void aPlaneIsPickedFromBothSides() {
        check("wall", ray(8, 1, 0, 0, 0, 1), "wall at 8 1 8 plane");
        check("wall", ray(8, 1, 16, 0, 0, -1), "wall at 8 1 8 plane");
    }

    @Test
    void theInsideOfASolidIsNotPicked() {
        check("nothing", ray(8, 1, 8, 0, -1, 0), "room at 8 1 8 box");
    }

    @Test
    void mirroredThingsArePickedAtTheirFront() {
        var studio = Studio.of("room at 8 1 8 scale -2 2 2 box");
        assertEquals(8, studio.view.pick(DOWN).orElseThrow().distance(), 1e-4);
    }

    @Test
    void hitTellsPointAndNormal() {
        var hit = Studio.of("box at 8 1 8 turn y 30 scale 2 1 2 box").view.pick(DOWN).orElseThrow();
        assertEquals(8.5f, hit.distance(), 1e-4);
        assertEquals(0, new Vector3f(8, 1.5f, 8).distance(hit.point()), 1e-4);
        assertEquals(0, new Vector3f(0, 1, 0).distance(hit.normal()), 1e-4);
    }

    @Test
    void flatAndHugeScalesDoNoHarm() {
        check(
                "box",
                DOWN,
                "flat at 8 5 8 scale 0 0 0 box",
                "vast at 8 5 8 scale 1e30 1e30 1e30",
                "huge in vast scale 1e30 1e30 1e30 box",
                "box at 8 1 8 box");
    }

    @Test
    void aLightIsPickedAtItsSign() {
        var studio = Studio.of("lamp at 8 3 8 LightSource={}");
        assertEquals("lamp", picked(studio, Ray.towards(studio.camera.eye(), studio.at("lamp"))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theTreeFindsWhatASearchOfAllFinds(long seed) {
        var random = new Random(seed);
        var studio = Studio.of(boxes(random, 300));
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 200; i++) {
                var ray = randomRay(random);
                assertEquals(nearest(studio, ray), picked(studio, ray));
            }
            moveSome(studio, random);
        }
    }

    private static String[] boxes(Random random, int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                "b%d at %f %f %f turn y %f scale %f %f %f box"
                                        .formatted(
                                                i,
                                                random.nextDouble() * 40,
                                                random.nextDouble() * 10,
                                                random.nextDouble() * 40,
                                                random.nextDouble() * 360,
                                                0.2 + random.nextDouble() * 3,
                                                0.2 + random.nextDouble() * 3,
                                                0.2 + random.nextDouble() * 3))
                .toArray(String[]::new);
    }

    private static Ray randomRay(Random random) {
        var from =
                new Vector3f(
                        random.nextFloat() * 60 - 10,
                        12 + random.nextFloat() * 5,
                        random.nextFloat() * 60 - 10);
        var to = new Vector3f(random.nextFloat() * 40, 0, random.nextFloat() * 40);
        return Ray.towards(from, to);
    }

    /** Meets every box in its own space, one after the other. */
    private static String nearest(Studio studio, Ray ray) {
        double least = Double.POSITIVE_INFINITY;
        String nearest = "nothing";
        for (var entity : studio.scene.snapshot().entities()) {
            double distance = distance(studio.scene.snapshot().worldPose(entity), ray);
            boolean box = studio.scene.snapshot().value(entity, Looks.MESH).isPresent();
            if (box && distance < least) {
                least = distance;
                nearest = studio.scene.snapshot().name(entity);
            }
        }
        return nearest;
    }

    private static double distance(Pose pose, Ray ray) {
        var inverse = pose.rotation().inverse();
        var o = ray.origin();
        var d = ray.direction();
        var p = pose.position();
        var from = inverse.rotate(new Pose.Vec(o.x() - p.x(), o.y() - p.y(), o.z() - p.z()));
        var way = inverse.rotate(new Pose.Vec(d.x(), d.y(), d.z()));
        double[] f = {from.x(), from.y(), from.z()};
        double[] w = {way.x(), way.y(), way.z()};
        double[] s = {pose.scale().x() / 2, pose.scale().y() / 2, pose.scale().z() / 2};
        double near = 0;
        double far = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            double a = (-s[axis] - f[axis]) / w[axis];
            double b = (s[axis] - f[axis]) / w[axis];
            near = Math.max(near, Math.min(a, b));
            far = Math.min(far, Math.max(a, b));
        }
        return near <= far ? near : Double.POSITIVE_INFINITY;
    }

    private static void moveSome(Studio studio, Random random) {
        var edits = new ArrayList<Edit>();
        for (int i = 0; i < 40; i++) {
            edits.add(moved(studio.entity("b" + random.nextInt(300)), random));
        }
        studio.apply(new Edit.All("move", edits));
    }

    private static Edit moved(Entity entity, Random random) {
        var place =
                new Pose.Vec(
                        random.nextDouble() * 40,
                        random.nextDouble() * 10,
                        random.nextDouble() * 40);
        var pose = new Pose(place, Pose.IDENTITY.rotation(), new Pose.Vec(1, 2, 1));
        return new Edit.Put(entity, "core::Transform", pose.toValue());
    }

    private static List<String> within(
            Studio studio, double left, double top, double right, double bottom) {
        return studio.view.within(new ScreenRectangle(left, top, right, bottom)).stream()
                .map(studio.scene.snapshot()::name)
                .toList();
    }

    @Test
    void aRectangleChoosesWhatItTouches() {
        var studio = Studio.of("near at 8 0 8 box", "aside at 40 0 8 box");
        double[] at = studio.pixel(studio.at("near"));
        assertEquals(List.of("near"), within(studio, at[0] - 60, at[1] - 60, at[0] + 2, at[1] + 2));
    }

    @Test
    void aRectangleChoosesLightsByTheirSigns() {
        var studio = Studio.of("lamp at 8 3 8 LightSource={}", "rest at 40 3 8 LightSource={}");
        double[] at = studio.pixel(studio.at("lamp"));
        assertEquals(List.of("lamp"), within(studio, at[0] - 9, at[1] - 9, at[0] + 9, at[1] + 9));
    }

    @Test
    void aRectangleLeavesOutWhatSurroundsIt() {
        var studio = Studio.of("floor at 8 -1 8 scale 60 1 60 box", "near at 8 0 8 box");
        double[] at = studio.pixel(studio.at("near"));
        assertEquals(List.of("near"), within(studio, at[0] - 60, at[1] - 60, at[0] + 2, at[1] + 2));
    }

    @Test
    void boundsHoldWhatHangsBelow() {
        var studio = Studio.of("base at 4 0 4", "lamp in base at 2 1 0 box");
        var box = studio.view.bounds(studio.entities("base")).orElseThrow();
        assertEquals(6.5f, box.maxX(), 1e-4);
        assertEquals(5.5f, box.minX(), 1e-4);
    }

    @Test
    void boundsOfAnEmptyEntityAreSmall() {
        var studio = Studio.of("base at 4 0 4");
        assertTrue(studio.view.bounds(studio.entities("base")).orElseThrow().maxX() < 4.5f);
        assertEquals(Optional.empty(), studio.view.bounds(List.of(Entity.of(9999, 0))));
    }
}
