// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Bounds;

/**
 * Where a camera is: the point it turns around, its angles in radians and its distance from that
 * point.
 */
record CameraPlace(Vector3fc target, float yaw, float pitch, float distance) {
    private static final float NEAREST = 0.05f;
    private static final float FARTHEST = 20_000;
    private static final float MARGIN = 1.15f;
    private static final float SMALLEST_FRAMED = 0.25f;
    private static final int CENTERING_ROUNDS = 4;

    static CameraPlace looking(Vector3fc eye, Vector3fc target) {
        var way = target.sub(eye, new Vector3f());
        float distance = Math.max(NEAREST, way.length());
        float pitch = (float) Math.asin(Math.clamp(way.y / distance, -1, 1));
        return new CameraPlace(
                new Vector3f(target), (float) Math.atan2(way.x, way.z), pitch, distance);
    }

    Vector3f forward() {
        double flat = Math.cos(pitch);
        return new Vector3f(
                (float) (Math.sin(yaw) * flat),
                (float) Math.sin(pitch),
                (float) (Math.cos(yaw) * flat));
    }

    Vector3f right() {
        return new Vector3f((float) Math.cos(yaw), 0, (float) -Math.sin(yaw));
    }

    Vector3f up() {
        return forward().cross(right());
    }

    Vector3f eye() {
        return forward().mul(-distance).add(target);
    }

    CameraPlace withEye(Vector3fc eye) {
        return at(forward().mul(distance).add(eye));
    }

    CameraPlace at(Vector3fc otherTarget) {
        return new CameraPlace(otherTarget, yaw, pitch, distance);
    }

    CameraPlace moved(Vector3fc by) {
        return at(target.add(by, new Vector3f()));
    }

    CameraPlace turned(float newYaw, float newPitch) {
        return new CameraPlace(target, newYaw, newPitch, distance);
    }

    /** Nearer to a point, or farther away where the factor is greater than 1, within bounds. */
    CameraPlace nearer(float wanted, Vector3fc point) {
        float factor = Math.min(wanted, Math.max(1, FARTHEST / distance));
        var eye = eye().sub(point).mul(factor).add(point);
        float shorter = Math.max(NEAREST, distance * factor);
        return new CameraPlace(target, yaw, pitch, shorter).withEye(eye);
    }

    /** The place from which a box just fits, looking the same way. */
    CameraPlace framing(Bounds box, float fieldOfView, float aspect) {
        if (box.isEmpty()) {
            return this;
        }
        return at(Boxes.center(box)).fitted(box, (float) Math.tan(fieldOfView / 2), aspect);
    }

    /**
     * The place from which a box fills the picture, looking the same way and not quite at its
     * middle.
     */
    CameraPlace filling(Bounds box, float fieldOfView, float aspect) {
        var place = framing(box, fieldOfView, aspect);
        float tallest = (float) Math.tan(fieldOfView / 2);
        for (int round = 0; round < CENTERING_ROUNDS && !box.isEmpty(); round++) {
            var off = place.offCenter(box);
            place = place.moved(off.mul(place.distance)).fitted(box, tallest, aspect);
        }
        return place;
    }

    /** How far the box's outline is off the middle of the picture, for each metre of distance. */
    private Vector3f offCenter(Bounds box) {
        float left = Float.POSITIVE_INFINITY;
        float right = Float.NEGATIVE_INFINITY;
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (int corner = 0; corner < 8; corner++) {
            var p = Boxes.corner(box, corner).sub(target);
            float ahead = Math.max(NEAREST, p.dot(forward()) + distance);
            left = Math.min(left, p.dot(right()) / ahead);
            right = Math.max(right, p.dot(right()) / ahead);
            low = Math.min(low, p.dot(up()) / ahead);
            high = Math.max(high, p.dot(up()) / ahead);
        }
        return right().mul((left + right) / 2).fma((low + high) / 2, up());
    }

    private CameraPlace fitted(Bounds box, float tallest, float aspect) {
        float away = SMALLEST_FRAMED;
        for (int corner = 0; corner < 8; corner++) {
            var p = Boxes.corner(box, corner).sub(target);
            float sideways = Math.abs(p.dot(right())) / (tallest * aspect);
            float upwards = Math.abs(p.dot(up())) / tallest;
            away = Math.max(away, MARGIN * Math.max(sideways, upwards) - p.dot(forward()));
        }
        return new CameraPlace(target, yaw, pitch, away);
    }

    /** How far from the eye the farthest corner of a box is. */
    float farthest(Bounds box) {
        float far = 0;
        var eye = eye();
        for (int corner = 0; corner < 8 && !box.isEmpty(); corner++) {
            far = Math.max(far, Boxes.corner(box, corner).distance(eye));
        }
        return far;
    }

    /** The place a part of the way to another, turning the short way round. */
    CameraPlace towards(CameraPlace end, float part) {
        float turn = (float) Math.IEEEremainder(end.yaw - yaw, 2 * Math.PI);
        return new CameraPlace(
                target.lerp(end.target, part, new Vector3f()),
                yaw + turn * part,
                pitch + (end.pitch - pitch) * part,
                distance * (float) Math.pow(end.distance / distance, part));
    }
}
