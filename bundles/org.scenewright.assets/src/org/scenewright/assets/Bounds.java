// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/** A box along the axes; empty when a minimum exceeds its maximum. */
public record Bounds(float minX, float minY, float minZ, float maxX, float maxY, float maxZ) {

    public static final Bounds EMPTY =
            new Bounds(
                    Float.POSITIVE_INFINITY,
                    Float.POSITIVE_INFINITY,
                    Float.POSITIVE_INFINITY,
                    Float.NEGATIVE_INFINITY,
                    Float.NEGATIVE_INFINITY,
                    Float.NEGATIVE_INFINITY);

    /** The box around points given as x, y, z triples. */
    public static Bounds of(float[] positions) {
        var box = EMPTY;
        float[] b = {box.minX, box.minY, box.minZ, box.maxX, box.maxY, box.maxZ};
        for (int i = 0; i + 2 < positions.length; i += 3) {
            for (int axis = 0; axis < 3; axis++) {
                b[axis] = Math.min(b[axis], positions[i + axis]);
                b[axis + 3] = Math.max(b[axis + 3], positions[i + axis]);
            }
        }
        return new Bounds(b[0], b[1], b[2], b[3], b[4], b[5]);
    }

    public boolean isEmpty() {
        return !(minX <= maxX && minY <= maxY && minZ <= maxZ);
    }

    /** The box with a margin on every side; an empty one stays empty. */
    Bounds grown(float by) {
        return isEmpty() || by == 0
                ? this
                : new Bounds(minX - by, minY - by, minZ - by, maxX + by, maxY + by, maxZ + by);
    }

    public Bounds union(Bounds o) {
        return new Bounds(
                Math.min(minX, o.minX),
                Math.min(minY, o.minY),
                Math.min(minZ, o.minZ),
                Math.max(maxX, o.maxX),
                Math.max(maxY, o.maxY),
                Math.max(maxZ, o.maxZ));
    }
}
