// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.schema.Value;

import java.util.Map;
import java.util.Optional;

/** The way from Transform components to matrices. */
final class Placing {
    private static final Value IDENTITY = Value.EMPTY;
    private static final int AROUND_X = 1;
    private static final int AROUND_Y = 2;

    private Placing() {}

    /**
     * Reads a Transform as {@link org.scenewright.scene.Pose} does, only without a pose in between.
     */
    static void read(Optional<Value> transform, Matrix4x3f to) {
        var fields = transform.orElse(IDENTITY).members();
        var p = part(fields, "position");
        var r = part(fields, "rotation");
        var s = part(fields, "scale");
        double x = number(r, "x", 0);
        double y = number(r, "y", 0);
        double z = number(r, "z", 0);
        double w = number(r, "w", 1);
        double length = Math.sqrt(x * x + y * y + z * z + w * w);
        boolean turns = length > 1e-12;
        double f = turns ? 1 / length : 0;
        to.translationRotateScale(
                (float) number(p, "x", 0),
                (float) number(p, "y", 0),
                (float) number(p, "z", 0),
                (float) (x * f),
                (float) (y * f),
                (float) (z * f),
                turns ? (float) (w * f) : 1,
                (float) number(s, "x", 1),
                (float) number(s, "y", 1),
                (float) number(s, "z", 1));
    }

    private static Map<String, Value> part(Map<String, Value> fields, String name) {
        return fields.getOrDefault(name, IDENTITY).members();
    }

    private static double number(Map<String, Value> part, String name, double fallback) {
        return part.get(name) instanceof Value.Num(double n) ? n : fallback;
    }

    /** Turns a matrix so that its -Z side faces an eye, around the axes whose bits are set. */
    static void face(Matrix4x3f world, Vector3fc eye, int axes) {
        var place = world.getTranslation(new Vector3f());
        var away = place.sub(eye, new Vector3f());
        if (away.lengthSquared() < 1e-12f) {
            return;
        }
        var scale = world.getScale(new Vector3f());
        float yaw = (float) Math.atan2(away.x, away.z);
        float pitch = (float) Math.atan2(-away.y, Math.hypot(away.x, away.z));
        world.translation(place)
                .rotateY((axes & AROUND_Y) == 0 ? 0 : yaw)
                .rotateX((axes & AROUND_X) == 0 ? 0 : pitch)
                .scale(scale);
    }
}
