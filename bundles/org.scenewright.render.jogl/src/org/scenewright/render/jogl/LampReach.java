// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Bounds;
import org.scenewright.render.Lighting.Lamp;

import java.util.List;

/** Which instances of a mesh are within the range of a lamp; the others get a cheaper shader. */
record LampReach(List<Lamp> lamps) {

    /** Whether any lamp may reach the instance whose matrix rows begin at {@code at}. */
    boolean reaches(Bounds bounds, float[] rows, int at) {
        if (lamps.isEmpty() || bounds.isEmpty()) {
            return false;
        }
        float x = middle(bounds, rows, at);
        float y = middle(bounds, rows, at + 4);
        float z = middle(bounds, rows, at + 8);
        float radius = radius(bounds, rows, at);
        for (var lamp : lamps) {
            if (lamp.position().distanceSquared(x, y, z) <= square(lamp.range() + radius)) {
                return true;
            }
        }
        return false;
    }

    private static float middle(Bounds b, float[] m, int row) {
        return (m[row] * (b.minX() + b.maxX())
                                + m[row + 1] * (b.minY() + b.maxY())
                                + m[row + 2] * (b.minZ() + b.maxZ()))
                        / 2
                + m[row + 3];
    }

    /** Half the diagonal times the Frobenius norm of the matrix, which no stretching exceeds. */
    private static float radius(Bounds b, float[] m, int at) {
        float norm = 0;
        for (int row = at; row < at + 12; row += 4) {
            norm += square(m[row]) + square(m[row + 1]) + square(m[row + 2]);
        }
        float diagonal =
                square(b.maxX() - b.minX())
                        + square(b.maxY() - b.minY())
                        + square(b.maxZ() - b.minZ());
        return (float) Math.sqrt(norm * diagonal) / 2;
    }

    private static float square(float x) {
        return x * x;
    }
}
