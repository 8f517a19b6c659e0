// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;

/**
 * Position in metres, rotation as a unit quaternion and scale, left-handed with Y up, relative to a
 * parent.
 *
 * <p>Chains of non-uniform scale and rotation can shear; like the SDK's Transform, a pose cannot
 * express that.
 */
public record Pose(Vec position, Quat rotation, Vec scale) {

    public static final Pose IDENTITY =
            new Pose(new Vec(0, 0, 0), new Quat(0, 0, 0, 1), new Vec(1, 1, 1));

    /** Three numbers. */
    public record Vec(double x, double y, double z) {
        Vec times(Vec o) {
            return new Vec(x * o.x, y * o.y, z * o.z);
        }

        public Vec plus(Vec o) {
            return new Vec(x + o.x, y + o.y, z + o.z);
        }

        public Vec minus(Vec o) {
            return new Vec(x - o.x, y - o.y, z - o.z);
        }

        public double dot(Vec o) {
            return x * o.x + y * o.y + z * o.z;
        }

        public Vec cross(Vec o) {
            return new Vec(y * o.z - z * o.y, z * o.x - x * o.z, x * o.y - y * o.x);
        }

        public Vec scaled(double f) {
            return new Vec(x * f, y * f, z * f);
        }

        public double length() {
            return Math.sqrt(x * x + y * y + z * z);
        }

        /** The vector that a struct holds as a field; what is missing is 0. */
        public static Vec of(Value struct, String field) {
            return vec(struct, field, 0);
        }

        /**
         * Division by component; a zero divisor gives zero, since no place below it can be told
         * apart.
         */
        Vec dividedBy(Vec o) {
            return new Vec(o.x == 0 ? 0 : x / o.x, o.y == 0 ? 0 : y / o.y, o.z == 0 ? 0 : z / o.z);
        }
    }

    /** A rotation. */
    public record Quat(double x, double y, double z, double w) {
        public Quat times(Quat o) {
            return new Quat(
                    w * o.x + x * o.w + y * o.z - z * o.y,
                    w * o.y - x * o.z + y * o.w + z * o.x,
                    w * o.z + x * o.y - y * o.x + z * o.w,
                    w * o.w - x * o.x - y * o.y - z * o.z);
        }

        public Quat inverse() {
            return new Quat(-x, -y, -z, w);
        }

        public Quat normalized() {
            double length = Math.sqrt(x * x + y * y + z * z + w * w);
            return length < 1e-12
                    ? IDENTITY.rotation
                    : new Quat(x / length, y / length, z / length, w / length);
        }

        public Vec rotate(Vec v) {
            var axis = new Vec(x, y, z);
            var turn = axis.cross(v).scaled(2);
            return v.plus(turn.scaled(w)).plus(axis.cross(turn));
        }
    }

    /** Reads a Transform; what is missing or no number is taken from the identity. */
    public static Pose of(Value transform) {
        var rotation =
                new Quat(
                        transform.number("rotation.x", 0),
                        transform.number("rotation.y", 0),
                        transform.number("rotation.z", 0),
                        transform.number("rotation.w", 1));
        return new Pose(
                vec(transform, "position", 0), rotation.normalized(), vec(transform, "scale", 1));
    }

    private static Vec vec(Value value, String field, double fallback) {
        return new Vec(
                value.number(field + ".x", fallback),
                value.number(field + ".y", fallback),
                value.number(field + ".z", fallback));
    }

    /** The pose that a child with the given local pose has where this pose holds. */
    public Pose times(Pose child) {
        return new Pose(
                position.plus(rotation.rotate(scale.times(child.position))),
                rotation.times(child.rotation).normalized(),
                scale.times(child.scale));
    }

    /** The local pose that makes a child of this pose stand where the given pose is. */
    public Pose toLocal(Pose world) {
        var back = rotation.inverse();
        return new Pose(
                back.rotate(world.position.minus(position)).dividedBy(scale),
                back.times(world.rotation).normalized(),
                world.scale.dividedBy(scale));
    }

    /** A Transform value with this pose; the parent is added by the caller. */
    public Value.Fields toValue() {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("position", value(position));
        fields.put("scale", value(scale));
        fields.put("rotation", value(rotation));
        return new Value.Fields(fields);
    }

    public static Value value(Vec v) {
        return Value.EMPTY
                .with(path("x"), Value.of(v.x))
                .with(path("y"), Value.of(v.y))
                .with(path("z"), Value.of(v.z));
    }

    public static Value value(Quat q) {
        return value(new Vec(q.x, q.y, q.z)).with(path("w"), Value.of(q.w));
    }

    private static FieldPath path(String name) {
        return FieldPath.of(name);
    }
}
