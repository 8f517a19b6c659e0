// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.scene.Pose;

/** What somebody points at, and where the ground is there. */
class SpotTest {
    private final Studio studio = Studio.of("house at 8 1 8 box scale 4 2 4");

    private Spot at(Ray ray) {
        return Spot.at(studio.view, studio.camera, ray);
    }

    private static Ray ray(float x, float y, float z, float dx, float dy, float dz) {
        return new Ray(new Vector3f(x, y, z), new Vector3f(dx, dy, dz).normalize());
    }

    private static void check(double x, double z, Pose.Vec ground) {
        assertEquals(new Pose.Vec(x, 0, z), ground);
    }

    @Test
    void aFreePlaceIsWhereTheRayMeetsTheGround() {
        var spot = at(ray(1, 3, 1, 1, -1, 0));
        check(4, 1, spot.ground());
        assertEquals(true, spot.hit().isEmpty());
    }

    @Test
    void whatIsHitStandsOnTheGroundBelow() {
        var spot = at(ray(7.126f, 10, 8, 0, -1, 0));
        check(7.13, 8, spot.ground());
        assertEquals(true, spot.hit().isPresent());
    }

    @Test
    void inTheSkyThePlaceIsWhatTheCameraTurnsAbout() {
        studio.camera.look(new Vector3f(2, 7, -1), new Vector3f(5, 3, 6));
        check(5, 6, at(ray(1, 3, 1, 0, 1, 0)).ground());
        check(5, 6, at(ray(1, 3, 1, 1, 0, 0)).ground());
    }

    @Test
    void theGazeGoesThroughTheMiddleOfThePictureToTheGround() {
        studio.camera.look(new Vector3f(0, 8, 0), new Vector3f(2, 4, 4));
        check(4, 8, Spot.gaze(studio.camera));
    }
}
