// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Quaterniond;
import org.joml.Quaterniondc;
import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;

/**
 * Where the handles stand.
 *
 * @param pivot the point that everything turns around and grows from
 * @param turn the direction of the handles' axes
 * @param size the length of an arrow in metres, which is always the same length on the picture
 */
record Gizmo(Vector3dc pivot, Quaterniondc turn, double size) {
    private static final double ARROW_POINTS = 90;

    static Gizmo at(Vector3dc pivot, Quaterniondc turn, Camera camera) {
        var way = new Vector3f((float) pivot.x(), (float) pivot.y(), (float) pivot.z());
        double ahead = Math.max(0.01, way.sub(camera.eye()).dot(camera.forward()));
        return new Gizmo(pivot, turn, ahead * camera.metresPerPoint() * ARROW_POINTS);
    }

    /** A direction of the handles in the world. */
    Vector3d direction(Vector3dc axis) {
        return turn.transform(axis, new Vector3d());
    }

    /** A point given in arrow lengths along the handles' axes. */
    Vector3d point(double x, double y, double z) {
        return turn.transform(new Vector3d(x, y, z).mul(size)).add(pivot);
    }

    /** A direction of the world in the handles' axes. */
    Vector3d local(Vector3dc direction) {
        return turn.conjugate(new Quaterniond()).transform(direction, new Vector3d());
    }
}
