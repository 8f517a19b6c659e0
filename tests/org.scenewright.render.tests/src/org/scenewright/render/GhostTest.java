// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

/** What is about to come into a scene, and where it would land. */
class GhostTest {
    private static final Snap FREE = Snap.DEFAULT;
    private static final Snap STEPS = FREE.with(true);

    private static final Value LOCKED = ValueJson.parse("{\"value\":true}");

    private final Studio studio = Studio.of("house at 8 1 8 box scale 4 2 4");

    private Pose landed(Landing.Kind kind, Snap snap, float... eyeAndTarget) {
        var e = eyeAndTarget;
        studio.camera.look(new Vector3f(e[0], e[1], e[2]), new Vector3f(e[3], e[4], e[5]));
        studio.draw();
        var landing = new Landing(kind, snap);
        return landing.at(studio.view, studio.camera, Studio.WIDTH / 2.0, Studio.HEIGHT / 2.0);
    }

    private static void check(double x, double y, double z, Pose pose) {
        var at = pose.position();
        var far = at.minus(new Pose.Vec(x, y, z)).length();
        assertTrue(far < 0.02, () -> "it is at " + at);
    }

    @Test
    void onFreeLandAThingStandsOnTheGround() {
        check(4, 0, 2, landed(Landing.Kind.THING, FREE, 0, 4, 2, 4, 0, 2));
    }

    @Test
    void onAModelItStandsOnItsTriangles() {
        check(8, 2, 8, landed(Landing.Kind.THING, FREE, 8, 12, 7, 8, 2, 8));
    }

    @Test
    void whatIsLockedIsASurfaceToo() {
        studio.apply(new Edit.Put(studio.entity("house"), SceneSnapshot.LOCK, LOCKED));
        check(8, 2, 8, landed(Landing.Kind.THING, FREE, 8, 12, 7, 8, 2, 8));
    }

    @Test
    void snappingCountsAlongTheGround() {
        check(8.25, 2, 8.5, landed(Landing.Kind.THING, STEPS, 8.2f, 12, 7.5f, 8.2f, 2, 8.55f));
    }

    @Test
    void towardsTheHorizonItStaysWithinReach() {
        var at = landed(Landing.Kind.THING, FREE, 0, 2, 0, 0, 2.5f, -9).position();
        assertEquals(0, at.y());
        assertEquals(-200, at.z(), 0.1);
    }

    @Test
    void aPictureStandsUprightAndFacesTheCamera() {
        var pose = landed(Landing.Kind.PICTURE, FREE, 0, 4, 2, 4, 0, 2);
        check(4, 0.5, 2, pose);
        var away = pose.rotation().rotate(new Pose.Vec(0, 0, 1));
        assertEquals(1, away.x(), 1e-6);
    }

    @Test
    void aPictureHangsOnTheWallThatItMeets() {
        var pose = landed(Landing.Kind.PICTURE, FREE, 8.5f, 1, -4, 8.5f, 1, 6);
        check(8.5, 1, 5.99, pose);
        var away = pose.rotation().rotate(new Pose.Vec(0, 0, 1));
        assertEquals(1, away.z(), 1e-6);
    }

    private DrawList.Batch ghost() {
        var blended = studio.draw().blended();
        assertEquals(1, blended.size());
        return blended.getFirst();
    }

    private void show() {
        studio.view.ghost().show(Studio.of("box at 1 0.5 0 box").scene.snapshot());
    }

    @Test
    void itIsHalfSeenThroughWhereItStands() {
        show();
        studio.view.ghost().stand(new Pose(new Pose.Vec(2, 0, 3), upright(), one()));
        var batch = ghost();
        assertEquals(1, batch.count());
        assertEquals(0.55f, batch.tints()[3]);
        assertEquals(3, batch.transforms()[3]);
        assertEquals(0.5f, batch.transforms()[7]);
        assertEquals(3, batch.transforms()[11]);
    }

    private static Pose.Quat upright() {
        return Pose.IDENTITY.rotation();
    }

    private static Pose.Vec one() {
        return Pose.IDENTITY.scale();
    }

    @Test
    void nobodyCanChooseItAndNothingLandsOnIt() {
        show();
        studio.view.ghost().stand(new Pose(new Pose.Vec(7, 2, 8), upright(), one()));
        check(8, 2, 8, landed(Landing.Kind.THING, FREE, 8, 12, 7, 8, 2, 8));
        var ray = studio.camera.ray(400, 300, Studio.WIDTH, Studio.HEIGHT);
        assertEquals(studio.entity("house"), studio.view.pick(ray).map(Hit::entity).orElseThrow());
    }

    @Test
    void itLeavesNothingBehind() {
        show();
        studio.view.ghost().leave();
        assertEquals(0, studio.draw().blended().size());
    }
}
