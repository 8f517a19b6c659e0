// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

/**
 * Computed numbers as a person would have typed them: with no more digits than the 32 bits of a
 * Transform can hold.
 */
public final class Tidy {
    // Some steps of a chain of parents cost a few of the 24 bits that a float has.
    private static final double NOISE = 2e-6;

    private Tidy() {}

    static boolean same(Pose a, Pose b) {
        return same(a.position(), b.position())
                && same(a.rotation(), b.rotation())
                && same(a.scale(), b.scale());
    }

    static boolean same(Pose.Vec a, Pose.Vec b) {
        return same(a.x(), b.x()) && same(a.y(), b.y()) && same(a.z(), b.z());
    }

    static boolean same(Pose.Quat a, Pose.Quat b) {
        return same(a.x(), b.x()) && same(a.y(), b.y()) && same(a.z(), b.z()) && same(a.w(), b.w());
    }

    private static boolean same(double a, double b) {
        return Math.abs(a - b) <= NOISE * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    static Value value(Pose.Vec v) {
        return Pose.value(new Pose.Vec(number(v.x()), number(v.y()), number(v.z())));
    }

    static Value value(Pose.Quat q) {
        return Pose.value(
                new Pose.Quat(number(q.x()), number(q.y()), number(q.z()), number(q.w())));
    }

    /** The nearest multiple of 0.0001 where it is all but that, or else the shortest float. */
    public static double number(double value) {
        double nearest = Math.rint(value * 1e4) / 1e4;
        return same(value, nearest)
                ? nearest + 0.0
                : Double.parseDouble(Float.toString((float) value));
    }
}
