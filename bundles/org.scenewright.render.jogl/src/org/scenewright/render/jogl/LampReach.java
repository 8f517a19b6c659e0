// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Bounds;
import org.scenewright.render.Lighting.Lamp;

import java.util.List;

/** Which instances of a mesh are within the range of a lamp; the others get a cheaper shader. */
record LampReach(List<Lamp> lamps) {

    /** Whether any lamp may reach the instance whose matrix rows begin at {@code at}. */
    boolean reaches(Bounds bounds, float[] rows, int at) {
        if (bounds.isEmpty()) {
            return false;
        }
        for (var lamp : lamps) {
            var place = lamp.position();
            float distance =
                    square(gap(bounds, rows, at, place.x()))
                            + square(gap(bounds, rows, at + 4, place.y()))
                            + square(gap(bounds, rows, at + 8, place.z()));
            if (distance <= square(lamp.range())) {
                return true;
            }
        }
        return false;
    }

    /**
     * How far a coordinate is from the instance's extent along that axis, whose matrix row is
     * given.
     */
    private static float gap(Bounds b, float[] m, int row, float at) {
        float x = m[row];
        float y = m[row + 1];
        float z = m[row + 2];
        float middle =
                (x * (b.minX() + b.maxX()) + y * (b.minY() + b.maxY()) + z * (b.minZ() + b.maxZ()))
                        / 2;
        float reach =
                Math.abs(x) * (b.maxX() - b.minX())
                        + Math.abs(y) * (b.maxY() - b.minY())
                        + Math.abs(z) * (b.maxZ() - b.minZ());
        return Math.max(Math.abs(middle + m[row + 3] - at) - reach / 2, 0);
    }

    private static float square(float x) {
        return x * x;
    }
}
