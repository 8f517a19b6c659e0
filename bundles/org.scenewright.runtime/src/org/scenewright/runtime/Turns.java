// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

/** Rotations between and around. */
final class Turns {
    private static final double ALMOST_SAME = 0.9995;

    private Turns() {}

    /** The rotation at a part of the shortest way from one to another; parts beyond lie beyond. */
    static Pose.Quat between(Pose.Quat from, Pose.Quat to, double part) {
        double dot = dot(from, to);
        double sign = dot < 0 ? -1 : 1;
        if (Math.abs(dot) > ALMOST_SAME) {
            return sum(from, 1 - part, to, sign * part);
        }
        double angle = Math.acos(Math.abs(dot));
        double share = Math.sin(angle);
        return sum(
                from,
                Math.sin((1 - part) * angle) / share,
                to,
                sign * Math.sin(part * angle) / share);
    }

    private static double dot(Pose.Quat a, Pose.Quat b) {
        return a.x() * b.x() + a.y() * b.y() + a.z() * b.z() + a.w() * b.w();
    }

    private static Pose.Quat sum(Pose.Quat a, double p, Pose.Quat b, double q) {
        return new Pose.Quat(
                        a.x() * p + b.x() * q,
                        a.y() * p + b.y() * q,
                        a.z() * p + b.z() * q,
                        a.w() * p + b.w() * q)
                .normalized();
    }

    /**
     * The rotation by an angle in degrees around the axis of another one; around Y if it has none.
     */
    static Pose.Quat around(Pose.Quat other, double degrees) {
        double length = Math.sqrt(square(other.x()) + square(other.y()) + square(other.z()));
        double half = Math.toRadians(degrees) / 2;
        double sine = Math.sin(half);
        return length < 1e-6
                ? new Pose.Quat(0, sine, 0, Math.cos(half))
                : new Pose.Quat(
                        other.x() / length * sine,
                        other.y() / length * sine,
                        other.z() / length * sine,
                        Math.cos(half));
    }

    private static double square(double x) {
        return x * x;
    }

    /** The rotation that lets the Z axis lead in a direction, with Y as far up as it can be. */
    static Pose.Quat towards(Pose.Vec direction) {
        double yaw = Math.atan2(direction.x(), direction.z());
        double flat = Math.hypot(direction.x(), direction.z());
        double pitch = -Math.atan2(direction.y(), flat);
        var aside = new Pose.Quat(0, Math.sin(yaw / 2), 0, Math.cos(yaw / 2));
        return aside.times(new Pose.Quat(Math.sin(pitch / 2), 0, 0, Math.cos(pitch / 2)));
    }
}
