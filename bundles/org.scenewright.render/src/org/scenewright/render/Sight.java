// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4fc;
import org.joml.Vector4f;

/** The part of space that a picture shows, bounded by six planes. */
final class Sight {
    private final float[] planes = new float[24];

    /** Looks through a matrix from world to clip space. */
    void through(Matrix4fc viewProjection) {
        var plane = new Vector4f();
        for (int p = 0; p < 6; p++) {
            viewProjection.frustumPlane(p, plane);
            planes[p * 4] = plane.x;
            planes[p * 4 + 1] = plane.y;
            planes[p * 4 + 2] = plane.z;
            planes[p * 4 + 3] = plane.w;
        }
    }

    /** Whether a box, six numbers from an index on, is perhaps in sight; an empty one never is. */
    boolean meets(float[] boxes, int b) {
        if (boxes[b] > boxes[b + 3]) {
            return false;
        }
        for (int p = 0; p < 24; p += 4) {
            float x = planes[p] * boxes[planes[p] < 0 ? b : b + 3];
            float y = planes[p + 1] * boxes[planes[p + 1] < 0 ? b + 1 : b + 4];
            float z = planes[p + 2] * boxes[planes[p + 2] < 0 ? b + 2 : b + 5];
            if (x + y + z + planes[p + 3] < 0) {
                return false;
            }
        }
        return true;
    }
}
