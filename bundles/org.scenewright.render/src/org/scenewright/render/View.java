// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4f;
import org.joml.Matrix4fc;
import org.joml.Vector3fc;

/**
 * Where one picture is seen from: left-handed, Y up, +Z forward; clip space as OpenGL's (depth from
 * -1 to 1).
 *
 * @param width pixels
 * @param height pixels
 */
public record View(
        Matrix4fc view,
        Matrix4fc projection,
        Vector3fc eye,
        float near,
        float far,
        int width,
        int height) {

    /** World to clip space. */
    public Matrix4f viewProjection() {
        return projection.mul(view, new Matrix4f());
    }
}
