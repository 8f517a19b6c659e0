// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.joml.Vector4f;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bounds;

class CameraTest {
    private static final Bounds BOX = new Bounds(20, 0, 20, 22, 3, 21);
    private final Camera camera = new Camera();

    @BeforeEach
    void look() {
        camera.view(800, 600);
        camera.look(new Vector3f(0, 2, -10), new Vector3f(0, 2, 0));
    }

    private static void check(Vector3f expected, Vector3f actual) {
        assertEquals(0, expected.distance(actual), 1e-3, expected + " but was " + actual);
    }

    private double[] pixel(float x, float y, float z) {
        double[] at = new double[2];
        new Screen(camera.view(800, 600)).project(new Vector3f(x, y, z), at);
        return at;
    }

    @Test
    void rightIsRightOnThePicture() {
        assertTrue(pixel(1, 2, 0)[0] > 400);
        assertTrue(pixel(0, 3, 0)[1] < 300);
    }

    @Test
    void depthRunsFromMinusOneToOne() {
        var view = camera.view(800, 600);
        var matrix = view.viewProjection();
        var near = matrix.transform(new Vector4f(0, 2, -10 + view.near(), 1));
        var far = matrix.transform(new Vector4f(0, 2, -10 + view.far(), 1));
        assertEquals(-1, near.z / near.w, 1e-3);
        assertEquals(1, far.z / far.w, 1e-3);
    }

    @Test
    void rayGoesThroughThePixelOfAPoint() {
        var point = new Vector3f(3, 4, 7);
        double[] at = pixel(point.x, point.y, point.z);
        var ray = camera.ray(at[0], at[1], 800, 600);
        check(point, ray.at(point.distance(camera.eye())));
    }

    @Test
    void orbitKeepsTargetAndDistance() {
        camera.orbit(100, 50);
        check(new Vector3f(0, 2, 0), camera.target());
        assertEquals(10, camera.eye().distance(0, 2, 0), 1e-3);
    }

    @Test
    void draggingRightTurnsTheSceneRight() {
        camera.orbit(30, 0);
        assertTrue(camera.eye().x < 0);
    }

    @Test
    void turningKeepsTheEye() {
        camera.turn(100, -50);
        check(new Vector3f(0, 2, -10), camera.eye());
        assertTrue(camera.forward().x > 0);
        assertTrue(camera.forward().y > 0);
    }

    @Test
    void oneCannotTurnOverBackwards() {
        camera.orbit(0, 100_000);
        assertTrue(camera.up().y > 0);
    }

    @Test
    void panningKeepsThePointUnderThePointer() {
        double[] before = pixel(0, 2, 0);
        camera.pan(40, -25);
        double[] after = pixel(0, 2, 0);
        assertEquals(before[0] + 40, after[0], 0.01);
        assertEquals(before[1] - 25, after[1], 0.01);
    }

    @Test
    void zoomingKeepsThePointUnderThePointer() {
        double[] before = pixel(2, 3, 1);
        camera.zoom(3, new Vector3f(2, 3, 1));
        double[] after = pixel(2, 3, 1);
        assertEquals(before[0], after[0], 0.01);
        assertEquals(before[1], after[1], 0.01);
    }

    @Test
    void zoomingOutIsTheWayBack() {
        camera.zoom(3, new Vector3f(2, 3, 1));
        camera.zoom(-3, new Vector3f(2, 3, 1));
        check(new Vector3f(0, 2, -10), camera.eye());
    }

    @Test
    void oneCannotZoomOutOfTheWorld() {
        for (int i = 0; i < 1000; i++) {
            camera.zoom(-1, new Vector3f(5, 0, 5));
        }
        double[] home = pixel(5, 0, 5);
        assertTrue(Math.abs(home[0] - 400) < 200 && Math.abs(home[1] - 300) < 200);
        camera.zoom(-Double.MAX_VALUE, new Vector3f());
        assertTrue(camera.eye().isFinite());
    }

    @Test
    void framingLeadsBackFromAnywhere() {
        camera.look(new Vector3f(3e30f, 1e20f, 0), new Vector3f(1e30f, 0, 7));
        camera.frame(BOX);
        camera.settle();
        check(Boxes.center(BOX), camera.target());
    }

    @Test
    void framingFillsThePictureLookingTheSameWay() {
        var forward = camera.forward();
        camera.frame(BOX);
        camera.settle();
        check(forward, camera.forward());
        check(Boxes.center(BOX), camera.target());
        var cover = new Screen(camera.view(800, 600)).cover(new float[] {20, 0, 20, 22, 3, 21}, 0);
        assertTrue(cover.top() > 0 && cover.bottom() < 600, cover.toString());
        assertTrue(cover.bottom() - cover.top() > 450, cover.toString());
    }

    @Test
    void framingGlides() {
        camera.frame(BOX);
        camera.tick(0.1);
        assertTrue(camera.gliding());
        camera.tick(0.1001);
        assertEquals(false, camera.gliding());
    }

    @Test
    void steeringEndsAGlide() {
        camera.frame(BOX);
        camera.orbit(1, 1);
        assertEquals(false, camera.gliding());
    }

    @Test
    void flyingFollowsTheView() {
        camera.fly(new Vector3f(1, 2, 3));
        check(new Vector3f(1, 4, -7), camera.eye());
    }

    @Test
    void lookingAlongAnAxisTurnsAroundTheTarget() {
        camera.lookAlong(new Vector3f(1, 0, 0));
        camera.settle();
        check(new Vector3f(-10, 2, 0), camera.eye());
    }

    @Test
    void theFarPlaneLiesBehindTheScene() {
        camera.surround(new Bounds(-2000, 0, -2000, 2000, 10, 2000));
        assertTrue(camera.view(800, 600).far() > 2800);
    }

    @Test
    void aPointIsTwoPixelsWideAtTwiceTheDensity() {
        var camera = new Camera();
        float before = camera.metresPerPoint();
        camera.density(2);
        assertEquals(2 * before, camera.metresPerPoint(), 1e-9);
    }

    @Test
    void aDragTurnsAsFarOnADenseDisplay() {
        var plain = new Camera();
        var dense = new Camera();
        dense.density(2);
        plain.orbit(100, 40);
        dense.orbit(200, 80);
        assertEquals(plain.forward(), dense.forward());
    }

    @Test
    void anAbsurdDensityIsBounded() {
        var camera = new Camera();
        camera.density(0);
        assertEquals(0.5f, camera.density());
    }
}
