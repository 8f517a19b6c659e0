// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

/**
 * Computed poses as a person would have typed them: with no more digits than the 32 bits of a
 * Transform can hold.
 */
final class Tidy {
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
        return Pose.value(new Pose.Vec(tidy(v.x()), tidy(v.y()), tidy(v.z())));
    }

    static Value value(Pose.Quat q) {
        return Pose.value(new Pose.Quat(tidy(q.x()), tidy(q.y()), tidy(q.z()), tidy(q.w())));
    }

    private static double tidy(double number) {
        double nearest = Math.rint(number * 1e4) / 1e4;
        return same(number, nearest)
                ? nearest + 0.0
                : Double.parseDouble(Float.toString((float) number));
    }
}
