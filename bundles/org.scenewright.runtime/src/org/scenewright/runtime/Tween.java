// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * One value of the component {@code core::Tween}: what it makes of a Transform or a texture at
 * which time.
 *
 * @param seconds how long it takes; without end for one that goes on and has none
 * @param easing the number of its easing
 * @param mode which case of the SDK's one-of it is
 * @param content what that case says
 * @param isPlaying whether it goes on
 * @param begin the part of its time that has passed when it begins
 */
record Tween(
        double seconds, int easing, String mode, Value content, boolean isPlaying, double begin) {
    private static final FieldPath POSITION = FieldPath.of("position");
    private static final FieldPath ROTATION = FieldPath.of("rotation");
    private static final FieldPath SCALE = FieldPath.of("scale");
    private static final String TEXTURE = ".texture.tex.texture";
    private static final int TILING = 1;

    static Tween of(Value value) {
        var chosen = value.at(FieldPath.of("mode")).orElse(Value.EMPTY);
        String mode = chosen.text(Schema.OneOf.CASE, "");
        var content = chosen.at(FieldPath.of(mode)).orElse(Value.EMPTY);
        double seconds = value.number("duration", 0) / 1000;
        boolean isEndless = mode.endsWith("Continuous") && !(seconds > 0);
        return new Tween(
                isEndless ? Double.POSITIVE_INFINITY : Math.max(0, seconds),
                (int) value.number("easingFunction", 0),
                mode,
                content,
                value.flag("playing", true),
                Math.clamp(value.number("currentTime", 0), 0, 1));
    }

    /** Whether it is the same but for whether it goes on. */
    boolean isAs(Tween other) {
        return seconds == other.seconds
                && easing == other.easing
                && mode.equals(other.mode)
                && content.equals(other.content)
                && begin == other.begin;
    }

    /** The part of its time that has passed. */
    double part(double passed) {
        if (Double.isInfinite(seconds)) {
            return 0;
        }
        return seconds == 0 ? 1 : Math.min(1, begin + passed / seconds);
    }

    /**
     * What it makes of a Transform.
     *
     * @param start the Transform when it began
     * @param passed the seconds since
     * @return nothing where it moves something else
     */
    Optional<Value> transform(Value start, Value now, double passed) {
        double part = Easing.of(easing).applyAsDouble(part(passed));
        return switch (mode) {
            case "move" -> Optional.of(moved(now, part));
            case "rotate" -> Optional.of(now.with(ROTATION, turned("start", "end", part)));
            case "scale" -> Optional.of(now.with(SCALE, mixed("start", "end", part)));
            case "moveRotateScale" -> Optional.of(all(now, part));
            case "moveContinuous" -> Optional.of(now.with(POSITION, drifted(start, passed)));
            case "rotateContinuous" -> Optional.of(now.with(ROTATION, spun(start, passed)));
            default -> Optional.empty();
        };
    }

    /**
     * What it makes of a Material.
     *
     * @param passed the seconds since it began
     * @return nothing where it moves no texture, or the material has none
     */
    Optional<Value> texture(Value material, double passed) {
        boolean isContinuous = mode.equals("textureMoveContinuous");
        var texture = FieldPath.parse("material." + material.text("material.$case", "") + TEXTURE);
        boolean isMoved = isContinuous || mode.equals("textureMove");
        if (!isMoved || material.at(texture).isEmpty()) {
            return Optional.empty();
        }
        boolean isTiling = content.number("movementType", 0) == TILING;
        var field = texture.child(isTiling ? "tiling" : "offset");
        double part = Easing.of(easing).applyAsDouble(part(passed));
        var own = material.at(field).orElse(pair(isTiling ? 1 : 0, isTiling ? 1 : 0));
        var at = isContinuous ? along(own, passed) : between(part);
        return Optional.of(material.with(field, at));
    }

    private Value between(double part) {
        var at = mixed("start", "end", part);
        return pair(at.number("x", 0), at.number("y", 0));
    }

    /** Where a texture is that goes on from where its material has it. */
    private Value along(Value own, double passed) {
        double way = content.number("speed", 0) * Math.min(passed, seconds);
        return pair(
                own.number("x", 0) + number("direction", "x") * way,
                own.number("y", 0) + number("direction", "y") * way);
    }

    private static Value pair(double x, double y) {
        return Value.fields("x", Value.of(x)).with(FieldPath.of("y"), Value.of(y));
    }

    private Value moved(Value now, double part) {
        var moved = now.with(POSITION, mixed("start", "end", part));
        var from = vector("start");
        var to = vector("end");
        var way = new Pose.Vec(to.x() - from.x(), to.y() - from.y(), to.z() - from.z());
        boolean isTurned = content.flag("faceDirection", false) && !from.equals(to);
        return isTurned ? moved.with(ROTATION, Pose.value(Turns.towards(way))) : moved;
    }

    private Value all(Value now, double part) {
        return now.with(POSITION, mixed("positionStart", "positionEnd", part))
                .with(ROTATION, turned("rotationStart", "rotationEnd", part))
                .with(SCALE, mixed("scaleStart", "scaleEnd", part));
    }

    private Value mixed(String from, String to, double part) {
        var a = vector(from);
        var b = vector(to);
        return Pose.value(
                new Pose.Vec(
                        a.x() + (b.x() - a.x()) * part,
                        a.y() + (b.y() - a.y()) * part,
                        a.z() + (b.z() - a.z()) * part));
    }

    private Value turned(String from, String to, double part) {
        return Pose.value(Turns.between(rotation(from), rotation(to), part));
    }

    private Value drifted(Value start, double passed) {
        var at = Pose.of(start).position();
        var direction = vector("direction");
        double way = content.number("speed", 0) * Math.min(passed, seconds);
        return Pose.value(
                new Pose.Vec(
                        at.x() + direction.x() * way,
                        at.y() + direction.y() * way,
                        at.z() + direction.z() * way));
    }

    private Value spun(Value start, double passed) {
        double degrees = content.number("speed", 0) * Math.min(passed, seconds) % 360;
        var turn = Turns.around(rotation("direction"), degrees);
        return Pose.value(Pose.of(start).rotation().times(turn).normalized());
    }

    private Pose.Vec vector(String name) {
        return new Pose.Vec(number(name, "x"), number(name, "y"), number(name, "z"));
    }

    private Pose.Quat rotation(String name) {
        double w = content.number(name + ".w", 1);
        return new Pose.Quat(number(name, "x"), number(name, "y"), number(name, "z"), w)
                .normalized();
    }

    private double number(String name, String axis) {
        return content.number(name + "." + axis, 0);
    }
}
