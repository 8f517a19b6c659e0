// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3fc;

/** A ray made ready to be tested against many boxes and triangles; it allocates nothing. */
final class RayProbe {
    float ox;
    float oy;
    float oz;
    float dx;
    float dy;
    float dz;
    private float ix;
    private float iy;
    private float iz;
    private float farthest;

    /** Aims; the direction may be of any length, and distances are counted in it. */
    void aim(Vector3fc origin, Vector3fc direction, float limit) {
        ox = origin.x();
        oy = origin.y();
        oz = origin.z();
        dx = direction.x();
        dy = direction.y();
        dz = direction.z();
        ix = 1 / dx;
        iy = 1 / dy;
        iz = 1 / dz;
        farthest = limit;
    }

    float farthest() {
        return farthest;
    }

    /** How far away the ray enters a box; infinite where it misses, 0 where it begins inside. */
    float enters(float[] boxes, int b) {
        float x0 = (boxes[b] - ox) * ix;
        float x1 = (boxes[b + 3] - ox) * ix;
        float y0 = (boxes[b + 1] - oy) * iy;
        float y1 = (boxes[b + 4] - oy) * iy;
        float z0 = (boxes[b + 2] - oz) * iz;
        float z1 = (boxes[b + 5] - oz) * iz;
        float near = later(later(lower(x0, x1), lower(y0, y1)), lower(z0, z1));
        float far = sooner(sooner(upper(x0, x1), upper(y0, y1)), upper(z0, z1));
        boolean empty = boxes[b] > boxes[b + 3];
        return empty || near > far || far < 0 ? Float.POSITIVE_INFINITY : Math.max(near, 0);
    }

    // A ray within the plane of a flat box gives 0 times infinity, which must not rule the box out.
    private static float lower(float a, float b) {
        return a != a || b != b ? Float.NEGATIVE_INFINITY : Math.min(a, b);
    }

    private static float upper(float a, float b) {
        return a != a || b != b ? Float.POSITIVE_INFINITY : Math.max(a, b);
    }

    private static float later(float a, float b) {
        return Math.max(a, b);
    }

    private static float sooner(float a, float b) {
        return Math.min(a, b);
    }
}
