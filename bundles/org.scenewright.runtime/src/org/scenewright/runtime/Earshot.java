// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

/**
 * How loud a sound is on either side of a listener.
 *
 * @param left 1 is as loud as it was recorded
 * @param right as left
 */
record Earshot(double left, double right) {
    /** Up to here a sound is as loud as it can be; from here on half as loud at twice as far. */
    private static final double NEAR = 5;

    /** From here on it fades, to be gone at twice as far. */
    private static final double FAR = 60;

    /** What is heard alike everywhere. */
    static Earshot everywhere(double volume) {
        return new Earshot(volume, volume);
    }

    /** What comes from a place. */
    static Earshot from(Pose.Vec place, Pose listener, double volume) {
        var way = place.minus(listener.position());
        double distance = way.length();
        if (!(distance < 2 * FAR)) {
            return new Earshot(0, 0);
        }
        double fade = Math.clamp(2 - distance / FAR, 0, 1);
        double loud = volume * Math.min(1, NEAR / Math.max(distance, 1e-6)) * fade;
        double side = side(way, distance, listener);
        return new Earshot(loud * Math.min(1, 1 - side), loud * Math.min(1, 1 + side));
    }

    /** From -1, on the left, to 1; in the head it is on neither side. */
    private static double side(Pose.Vec way, double distance, Pose listener) {
        var right = listener.rotation().rotate(new Pose.Vec(1, 0, 0));
        double along = way.x() * right.x() + way.y() * right.y() + way.z() * right.z();
        return Math.clamp(along / Math.max(1, distance), -1, 1);
    }

    double loudest() {
        return Math.max(left, right);
    }
}
