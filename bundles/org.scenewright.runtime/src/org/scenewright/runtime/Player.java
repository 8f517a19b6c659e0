// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;

/**
 * The body of the player: an upright capsule.
 *
 * @param feet where it stands
 */
record Player(Pose.Vec feet) {
    static final double HEIGHT = 1.75;
    static final double RADIUS = 0.3;

    static Player of(SceneSnapshot scene) {
        return new Player(scene.worldPose(Entity.PLAYER).position());
    }

    /** The distance from the axis of the body. */
    double distance(Pose.Vec place) {
        double up = Math.clamp(place.y() - feet.y(), 0, HEIGHT);
        return place.minus(at(up)).length();
    }

    /** The place in its axis so high above its feet. */
    Pose.Vec at(double up) {
        return feet.plus(new Pose.Vec(0, up, 0));
    }
}
