// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** Rotations as glTF writes them: x, y, z, w. */
final class Quaternions {
    /** From here on a straight line is as good as an arc, whose formula would divide by nothing. */
    private static final float NEAR = 0.9995f;

    private Quaternions() {}

    static float dot(float[] a, float[] b) {
        return a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3];
    }

    /** To length 1 in place; what has no length turns nothing. */
    static float[] normalized(float[] q) {
        double length = Math.sqrt(dot(q, q));
        boolean some = length > 0 && length < Double.POSITIVE_INFINITY;
        for (int i = 0; i < 4; i++) {
            q[i] = some ? (float) (q[i] / length) : i / 3;
        }
        return q;
    }

    /** A part of the shorter way from one to the other, both of length 1. */
    static float[] between(float[] from, float[] to, float part) {
        float dot = dot(from, to);
        float sign = dot < 0 ? -1 : 1;
        float near = 1 - part;
        float far = part;
        if (dot * sign < NEAR) {
            double angle = Math.acos(dot * sign);
            near = (float) (Math.sin((1 - part) * angle) / Math.sin(angle));
            far = (float) (Math.sin(part * angle) / Math.sin(angle));
        }
        var q = new float[4];
        for (int i = 0; i < 4; i++) {
            q[i] = near * from[i] + far * sign * to[i];
        }
        return normalized(q);
    }
}
