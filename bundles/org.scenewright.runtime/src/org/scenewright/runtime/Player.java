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

    /** A search that halves so often is as exact as it matters. */
    private static final int HALVINGS = 24;

    static Player of(SceneSnapshot scene) {
        return new Player(scene.worldPose(Entity.PLAYER).position());
    }

    /** The distance from the line between feet and head. */
    double distance(Pose.Vec place) {
        double up = Math.clamp(place.y() - feet.y(), 0, HEIGHT);
        return place.minus(at(up)).length();
    }

    private Pose.Vec at(double up) {
        return feet.plus(new Pose.Vec(0, up, 0));
    }

    /** Whether the body touches a ball of radius 0.5, as large as the greatest scale makes it. */
    boolean meetsBall(Pose place) {
        var scale = place.scale();
        double widest =
                Math.max(Math.abs(scale.x()), Math.max(Math.abs(scale.y()), Math.abs(scale.z())));
        double low = feet.y() + RADIUS;
        double high = feet.y() + HEIGHT - RADIUS;
        double up = Math.clamp(place.position().y(), low, high) - feet.y();
        return place.position().minus(at(up)).length() <= widest / 2 + RADIUS;
    }

    /** Whether the body touches a box of one metre at a place. */
    boolean meetsBox(Pose place) {
        // The distance from a box is convex along a line, so its least is found by halving.
        double low = RADIUS;
        double high = HEIGHT - RADIUS;
        for (int i = 0; i < HALVINGS; i++) {
            double third = (high - low) / 3;
            if (fromBox(place, low + third) < fromBox(place, high - third)) {
                high -= third;
            } else {
                low += third;
            }
        }
        return fromBox(place, (low + high) / 2) <= RADIUS;
    }

    private double fromBox(Pose place, double up) {
        var away = place.rotation().inverse().rotate(at(up).minus(place.position()));
        var half = place.scale().scaled(0.5);
        return new Pose.Vec(
                        beyond(away.x(), half.x()),
                        beyond(away.y(), half.y()),
                        beyond(away.z(), half.z()))
                .length();
    }

    private static double beyond(double at, double half) {
        return Math.max(0, Math.abs(at) - Math.abs(half));
    }
}
