// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Quaterniond;
import org.joml.Vector3d;
import org.joml.Vector3dc;

import java.util.Locale;

/** How far a handle has been dragged, in the handles' own axes. */
sealed interface Motion {

    /** A way in metres. */
    record Shift(Vector3dc metres) implements Motion {}

    /** A rotation around an axis of length 1. */
    record Turn(Vector3dc axis, double radians) implements Motion {}

    /** A factor for each axis. */
    record Stretch(Vector3dc factors) implements Motion {}

    /** Where a point of the world goes. */
    default Vector3d carried(Vector3dc point, Gizmo gizmo) {
        return switch (this) {
            case Shift(var metres) -> gizmo.direction(metres).add(point);
            case Turn(var axis, var radians) -> {
                var turn = new Quaterniond().fromAxisAngleRad(gizmo.direction(axis), radians);
                yield turn.transform(point.sub(gizmo.pivot(), new Vector3d())).add(gizmo.pivot());
            }
            case Stretch(var factors) -> {
                var local = gizmo.local(point.sub(gizmo.pivot(), new Vector3d())).mul(factors);
                yield gizmo.direction(local).add(gizmo.pivot());
            }
        };
    }

    /** What a person reads while dragging. */
    default String hint(Handle handle) {
        return switch (this) {
            case Shift(var m) -> named(handle, "X %.2f  Y %.2f  Z %.2f m", m, handle.axis());
            case Turn(var axis, var radians) ->
                    (handle.axes() + " %.1f°").strip().formatted(Math.toDegrees(radians));
            case Stretch(var f) -> named(handle, "X × %.2f  Y × %.2f  Z × %.2f", f, handle.axis());
        };
    }

    private static String named(Handle handle, String all, Vector3dc v, Vector3dc axis) {
        String axes = handle.axes();
        if (axes.length() == 1) {
            String unit = handle.tool() == Tool.SCALE ? axes + " × %.2f" : axes + " %.2f m";
            return String.format(Locale.ROOT, unit, v.dot(axis));
        }
        return String.format(Locale.ROOT, all, v.x(), v.y(), v.z());
    }
}
