// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.Camera;
import org.scenewright.runtime.Shot;
import org.scenewright.scene.Pose;

import java.util.Optional;

/**
 * What one sees who walks: through a camera of the scene where it wants that, else as the player
 * does, and on the way between the two; GL thread.
 */
final class Film {
    /** So far ahead is what an editor's camera would turn around. */
    private static final double AHEAD = 8;

    private Optional<Shot> shot = Optional.empty();
    private Pose.Vec fromEye = new Pose.Vec(0, 0, 0);
    private Pose.Vec fromForward = new Pose.Vec(0, 0, 1);
    private Pose.Vec eye = fromEye;
    private Pose.Vec forward = fromForward;
    private double duration;
    private double passed;

    /**
     * Lets time pass, after which the scene wants this to be seen; the player's view where empty.
     *
     * @return whether nothing is under way
     */
    boolean cut(Optional<Shot> next, double seconds) {
        if (!next.map(Shot::camera).equals(shot.map(Shot::camera))) {
            fromEye = eye;
            fromForward = forward;
            passed = 0;
            // The way back to the player is as long as that to the camera was.
            duration = next.or(() -> shot).map(to -> to.duration(eye)).orElse(0.0);
        }
        shot = next;
        passed += seconds;
        return passed >= duration;
    }

    /** Shows it, or how the player sees it, or what lies between. */
    void show(Pose.Vec players, Pose.Vec ahead, Camera camera) {
        double part = duration > 0 ? Math.min(1, passed / duration) : 1;
        double smooth = part * part * (3 - 2 * part);
        eye = between(fromEye, shot.map(Shot::eye).orElse(players), smooth);
        forward = between(fromForward, shot.map(Shot::forward).orElse(ahead), smooth);
        var target = eye.plus(forward.scaled(AHEAD / Math.max(1e-6, forward.length())));
        camera.look(WalkCamera.vector(eye), WalkCamera.vector(target));
    }

    private static Pose.Vec between(Pose.Vec from, Pose.Vec to, double part) {
        return from.plus(to.minus(from).scaled(part));
    }
}
