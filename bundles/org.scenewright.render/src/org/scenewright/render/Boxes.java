// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.scenewright.assets.Bounds;
import org.scenewright.assets.Model;

/** What can be asked of boxes along the axes, and of where parts of models are. */
final class Boxes {
    private Boxes() {}

    static Vector3f center(Bounds b) {
        return new Vector3f(
                (b.minX() + b.maxX()) / 2, (b.minY() + b.maxY()) / 2, (b.minZ() + b.maxZ()) / 2);
    }

    /** The middle of the upper side. */
    static Vector3f top(Bounds b) {
        return new Vector3f((b.minX() + b.maxX()) / 2, b.maxY(), (b.minZ() + b.maxZ()) / 2);
    }

    /** One of the eight corners; bit 0 chooses the greater x, bit 1 y and bit 2 z. */
    static Vector3f corner(Bounds b, int which) {
        return new Vector3f(
                (which & 1) == 0 ? b.minX() : b.maxX(),
                (which & 2) == 0 ? b.minY() : b.maxY(),
                (which & 4) == 0 ? b.minZ() : b.maxZ());
    }

    /** The box around a point. */
    static Bounds around(Vector3f p, float radius) {
        return new Bounds(
                p.x - radius, p.y - radius, p.z - radius, p.x + radius, p.y + radius, p.z + radius);
    }

    /** The matrix that takes the box from -0.5 to 0.5 to a box. */
    static Matrix4x3f placing(Bounds b) {
        return new Matrix4x3f()
                .translation(center(b))
                .scale(b.maxX() - b.minX(), b.maxY() - b.minY(), b.maxZ() - b.minZ());
    }

    /** The matrix that takes the mesh of a part to its model. */
    static Matrix4x3f place(Model.Part part) {
        return place(part.transform(), new Matrix4x3f());
    }

    /** A column-major 4x4 matrix of what cannot be seen in perspective. */
    static Matrix4x3f place(float[] m, Matrix4x3f to) {
        return to.set(m[0], m[1], m[2], m[4], m[5], m[6], m[8], m[9], m[10], m[12], m[13], m[14]);
    }
}
