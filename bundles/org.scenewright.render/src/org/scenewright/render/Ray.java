// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;

/**
 * A half-line through the scene.
 *
 * @param direction of length 1
 */
public record Ray(Vector3fc origin, Vector3fc direction) {

    /** The ray from one point towards another. */
    public static Ray towards(Vector3fc from, Vector3fc to) {
        return new Ray(new Vector3f(from), to.sub(from, new Vector3f()).normalize());
    }

    /** The point at a distance in metres. */
    public Vector3f at(float distance) {
        return direction.mul(distance, new Vector3f()).add(origin);
    }
}
