// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.schema.Value;

import java.util.Optional;

/** The way from Transform components to matrices. */
final class Placing {
    private static final int AROUND_X = 1;
    private static final int AROUND_Y = 2;

    private Placing() {}

    /**
     * Reads a Transform as {@link org.scenewright.scene.Pose} does, only without a pose in between.
     */
    static void read(Optional<Value> transform, Matrix4x3f to) {
        var fields = Part.of(transform.orElse(Value.EMPTY));
        var p = fields.part("position");
        var r = fields.part("rotation");
        var s = fields.part("scale");
        double x = r.number("x", 0);
        double y = r.number("y", 0);
        double z = r.number("z", 0);
        double w = r.number("w", 1);
        double length = Math.sqrt(x * x + y * y + z * z + w * w);
        boolean turns = length > 1e-12;
        double f = turns ? 1 / length : 0;
        to.translationRotateScale(
                (float) p.number("x", 0),
                (float) p.number("y", 0),
                (float) p.number("z", 0),
                (float) (x * f),
                (float) (y * f),
                (float) (z * f),
                turns ? (float) (w * f) : 1,
                (float) s.number("x", 1),
                (float) s.number("y", 1),
                (float) s.number("z", 1));
    }

    /**
     * Turns a matrix so that its -Z side faces an eye, as far as the axes allow whose bits are set.
     * Where neither X nor Y may turn it keeps its direction, upright.
     */
    static void face(Matrix4x3f world, Vector3fc eye, int axes) {
        var place = world.getTranslation(new Vector3f());
        boolean turns = (axes & (AROUND_X | AROUND_Y)) != 0;
        var away = turns ? place.sub(eye, new Vector3f()) : world.getColumn(2, new Vector3f());
        if (turns) {
            away.x = (axes & AROUND_Y) == 0 ? 0 : away.x;
            away.y = (axes & AROUND_X) == 0 ? 0 : away.y;
        }
        if (away.lengthSquared() < 1e-12f) {
            return;
        }
        var scale = world.getScale(new Vector3f());
        world.translation(place)
                .rotateY((float) Math.atan2(away.x, away.z))
                .rotateX((float) Math.atan2(-away.y, Math.hypot(away.x, away.z)))
                .scale(scale);
    }
}
