// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

/**
 * A rotation as people type it: degrees about X, Y and Z, applied as Unity and the web editor do
 * (Z, then X, then Y).
 */
record Euler(double x, double y, double z) {

    static Euler of(Pose.Quat q) {
        double sine = Math.clamp(2 * (q.w() * q.x() - q.y() * q.z()), -1, 1);
        if (Math.abs(sine) > 0.999999) {
            // Straight up or down: yaw and roll turn about the same axis, so all of it is called
            // yaw.
            return new Euler(degrees(Math.asin(sine)), degrees(2 * Math.atan2(q.y(), q.w())), 0);
        }
        double yaw =
                Math.atan2(
                        2 * (q.w() * q.y() + q.x() * q.z()),
                        1 - 2 * (q.x() * q.x() + q.y() * q.y()));
        double roll =
                Math.atan2(
                        2 * (q.w() * q.z() + q.x() * q.y()),
                        1 - 2 * (q.x() * q.x() + q.z() * q.z()));
        return new Euler(degrees(Math.asin(sine)), degrees(yaw), degrees(roll));
    }

    static Euler of(Value quaternion) {
        return of(
                new Pose.Quat(
                                quaternion.number("x", 0),
                                quaternion.number("y", 0),
                                quaternion.number("z", 0),
                                quaternion.number("w", 1))
                        .normalized());
    }

    Pose.Quat toQuaternion() {
        var yaw = new Pose.Quat(0, sin(y), 0, cos(y));
        var pitch = new Pose.Quat(sin(x), 0, 0, cos(x));
        var roll = new Pose.Quat(0, 0, sin(z), cos(z));
        return yaw.times(pitch).times(roll).normalized();
    }

    private static double sin(double degrees) {
        return Math.sin(Math.toRadians(degrees) / 2);
    }

    private static double cos(double degrees) {
        return Math.cos(Math.toRadians(degrees) / 2);
    }

    /** Rounded to what single precision carries, so that 90 is shown as 90. */
    private static double degrees(double radians) {
        double rounded = Math.rint(Math.toDegrees(radians) * 10_000) / 10_000;
        return rounded + 0.0;
    }

    double part(int index) {
        return switch (index) {
            case 0 -> x;
            case 1 -> y;
            default -> z;
        };
    }

    Euler with(int index, double degrees) {
        return new Euler(
                index == 0 ? degrees : x, index == 1 ? degrees : y, index == 2 ? degrees : z);
    }

    /** Whether both stand for the same rotation, within single precision. */
    boolean isSameRotation(Euler other) {
        var a = toQuaternion();
        var b = other.toQuaternion();
        return Math.abs(a.x() * b.x() + a.y() * b.y() + a.z() * b.z() + a.w() * b.w()) > 1 - 1e-9;
    }
}
