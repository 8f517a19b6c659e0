// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3fc;

/** A handle in somebody's hand: turns the ray through the pointer into a motion. */
final class Drag {
    /** Below this cosine a ring is seen too much from the side to be followed in its plane. */
    private static final double EDGE_ON = 0.12;

    private static final double FARTHEST = 1e5;
    private static final double MILLIMETRE = 0.001;
    private static final double TENTH_OF_A_DEGREE = 0.1;
    private static final double THOUSANDTH = 0.001;
    private static final double SMALLEST_FACTOR = 0.01;

    private final Handle handle;
    private final Gizmo gizmo;
    private final Vector3dc forward;
    private final Vector3dc upRight;
    private final Vector3dc normal;
    private final Vector3dc grabbed;
    private Vector3dc held;
    private double angle;

    Drag(Handle handle, Gizmo gizmo, Ray ray, Camera camera) {
        this.handle = handle;
        this.gizmo = gizmo;
        forward = vector(camera.forward());
        upRight = vector(camera.right()).add(vector(camera.up()));
        normal = plane();
        held = gizmo.pivot();
        grabbed = point(ray);
        held = grabbed;
    }

    private static Vector3d vector(Vector3fc v) {
        return new Vector3d(v.x(), v.y(), v.z());
    }

    Handle handle() {
        return handle;
    }

    Gizmo gizmo() {
        return gizmo;
    }

    /** The normal of the plane in which the pointer is followed. */
    private Vector3dc plane() {
        var axis = gizmo.direction(handle.axis());
        return switch (handle.shape()) {
            case PLANE -> axis;
            case RING -> isEdgeOn() ? forward : axis;
            case CENTER, OUTER_RING -> forward;
            // Of the planes through the axis the one that is seen most from the front.
            case ARROW, STUD -> axis.cross(forward, new Vector3d()).cross(axis).normalize();
        };
    }

    private boolean isEdgeOn() {
        return Math.abs(gizmo.direction(handle.axis()).dot(forward)) < EDGE_ON;
    }

    /**
     * Where the ray meets the plane; beyond its horizon the pointer counts as where it was before.
     */
    private Vector3dc point(Ray ray) {
        var direction = vector(ray.direction());
        var origin = vector(ray.origin());
        double away = gizmo.pivot().sub(origin, new Vector3d()).dot(normal);
        double distance = away / direction.dot(normal);
        boolean meets = distance > 0 && distance < FARTHEST;
        return meets ? origin.fma(distance, direction) : held;
    }

    /** How far the handle has been dragged by now. */
    Motion follow(Ray ray, Snap snap) {
        var before = held;
        held = point(ray);
        return switch (handle.tool()) {
            case MOVE -> new Motion.Shift(shift(snap.on() ? snap.metres() : MILLIMETRE));
            case ROTATE -> turn(before, snap.on() ? snap.degrees() : TENTH_OF_A_DEGREE);
            case SCALE -> new Motion.Stretch(factors(snap.on() ? snap.factor() : THOUSANDTH));
            case SELECT -> throw new IllegalStateException("selecting has no handles");
        };
    }

    private Vector3d way() {
        return held.sub(grabbed, new Vector3d());
    }

    private Vector3d shift(double step) {
        var way = gizmo.local(way());
        var axis = handle.axis();
        switch (handle.shape()) {
            case ARROW, STUD -> way.mul(axis);
            case PLANE -> way.mul(1 - axis.x(), 1 - axis.y(), 1 - axis.z());
            case CENTER, RING, OUTER_RING -> {}
        }
        return new Vector3d(
                Steps.nearest(way.x, step), Steps.nearest(way.y, step), Steps.nearest(way.z, step));
    }

    private Motion turn(Vector3dc before, double stepDegrees) {
        boolean ring = handle.shape() == Handle.Shape.RING;
        angle += ring && isEdgeOn() ? rolled(before) : turned(before);
        double degrees = Steps.nearest(Math.toDegrees(angle), stepDegrees);
        var axis = ring ? handle.axis() : gizmo.local(normal);
        return new Motion.Turn(axis, Math.toRadians(degrees));
    }

    /** The angle between two places of the pointer as seen from the pivot. */
    private double turned(Vector3dc before) {
        var from = before.sub(gizmo.pivot(), new Vector3d());
        var to = held.sub(gizmo.pivot(), new Vector3d());
        double sine = from.cross(to, new Vector3d()).dot(normal);
        return Math.atan2(sine, from.dot(to));
    }

    /** The angle by which a ball under the pointer rolls, for rings seen from the side. */
    private double rolled(Vector3dc before) {
        var tangent = forward.cross(gizmo.direction(handle.axis()), new Vector3d());
        return held.sub(before, new Vector3d()).dot(tangent) / gizmo.size();
    }

    private Vector3d factors(double step) {
        if (handle.shape() == Handle.Shape.CENTER) {
            double all = factor(1 + way().dot(upRight) / gizmo.size(), step);
            return new Vector3d(all, all, all);
        }
        double from = gizmo.local(grabbed.sub(gizmo.pivot(), new Vector3d())).dot(handle.axis());
        double to = gizmo.local(held.sub(gizmo.pivot(), new Vector3d())).dot(handle.axis());
        double along = factor(from == 0 ? 1 : to / from, step) - 1;
        return new Vector3d(handle.axis()).mul(along).add(1, 1, 1);
    }

    private static double factor(double free, double step) {
        return Math.max(SMALLEST_FACTOR, Steps.nearest(free, step));
    }
}
