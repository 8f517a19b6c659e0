// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3d;
import org.joml.Vector3dc;
import org.joml.Vector3f;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where handles are on the picture, and which of them is under the pointer. */
final class Handles {
    private static final double NEAR_POINTS = 8;
    private static final double CENTER_POINTS = 11;
    private static final int ROUND = 64;

    /** How far along an arrow, in its lengths, it can be grabbed. */
    private static final double ARROW_FROM = 0.18;

    private static final double ARROW_TO = 1.12;

    /** Where the little squares of the planes lie, in arrow lengths. */
    static final double PLANE_FROM = 0.28;

    static final double PLANE_TO = 0.52;
    static final double OUTER = 1.18;

    private static final Vector3dc X = new Vector3d(1, 0, 0);
    private static final Vector3dc Y = new Vector3d(0, 1, 0);

    /** Stands for a point that is not shown. */
    static final Vector3d HIDDEN = new Vector3d(Double.NaN);

    private final Gizmo gizmo;
    private final Camera camera;
    private final Screen screen;

    Handles(Gizmo gizmo, Camera camera, View view) {
        this.gizmo = gizmo;
        this.camera = camera;
        this.screen = new Screen(view);
    }

    Gizmo gizmo() {
        return gizmo;
    }

    /** The handle that the pointer touches. */
    Optional<Handle> under(Collection<Handle> shown, double x, double y) {
        Optional<Handle> nearest = Optional.empty();
        double least = NEAR_POINTS * camera.density();
        for (var handle : shown) {
            double distance = isClear(handle) ? distance(handle, x, y) : Double.POSITIVE_INFINITY;
            if (distance < least) {
                least = distance;
                nearest = Optional.of(handle);
            }
        }
        return nearest;
    }

    /**
     * Whether a handle is seen well enough to be used: no arrow from its tip, no square from its
     * edge.
     */
    boolean isClear(Handle handle) {
        var to = new Vector3d(gizmo.pivot()).sub(vector(camera.eye())).normalize();
        double facing = Math.abs(gizmo.direction(handle.axis()).dot(to));
        return switch (handle.shape()) {
            case ARROW, STUD -> facing < 0.985;
            case PLANE -> facing > 0.12;
            case CENTER, RING, OUTER_RING -> true;
        };
    }

    private static Vector3d vector(Vector3f v) {
        return new Vector3d(v.x, v.y, v.z);
    }

    /** Pixels between the pointer and a handle; what lies in front has less. */
    private double distance(Handle handle, double x, double y) {
        var axis = handle.axis();
        return switch (handle.shape()) {
            case CENTER ->
                    pixels(gizmo.pivot(), x, y) < CENTER_POINTS * camera.density()
                            ? 0
                            : Double.MAX_VALUE;
            case PLANE -> isInside(square(axis), x, y) ? 1 : Double.MAX_VALUE;
            case ARROW, STUD -> segment(along(axis, ARROW_FROM), along(axis, ARROW_TO), x, y);
            case RING, OUTER_RING -> nearest(ring(handle), x, y);
        };
    }

    private Vector3d along(Vector3dc axis, double lengths) {
        return gizmo.point(axis.x() * lengths, axis.y() * lengths, axis.z() * lengths);
    }

    /** The corners of a plane's little square, on the side of the two other axes. */
    List<Vector3d> square(Vector3dc axis) {
        var u = new Vector3d(axis.z(), axis.x(), axis.y());
        var v = new Vector3d(axis.y(), axis.z(), axis.x());
        return List.of(
                corner(u, PLANE_FROM, v, PLANE_FROM),
                corner(u, PLANE_TO, v, PLANE_FROM),
                corner(u, PLANE_TO, v, PLANE_TO),
                corner(u, PLANE_FROM, v, PLANE_TO));
    }

    private Vector3d corner(Vector3d u, double alongU, Vector3d v, double alongV) {
        var at = u.mul(alongU, new Vector3d()).fma(alongV, v);
        return gizmo.point(at.x, at.y, at.z);
    }

    /** The points of a ring; of one around an axis only those in front of its middle. */
    List<Vector3d> ring(Handle handle) {
        return handle.shape() == Handle.Shape.RING
                ? ring(gizmo.direction(handle.axis()), 1, true)
                : ring(vector(camera.forward()), OUTER, false);
    }

    private List<Vector3d> ring(Vector3dc axis, double radius, boolean frontOnly) {
        var u = axis.cross(Math.abs(axis.y()) > 0.9 ? X : Y, new Vector3d()).normalize();
        var v = axis.cross(u, new Vector3d());
        var eye = vector(camera.eye()).sub(gizmo.pivot()).normalize();
        var points = new ArrayList<Vector3d>();
        for (int i = 0; i <= ROUND; i++) {
            double angle = 2 * Math.PI * i / ROUND;
            var out = u.mul(Math.cos(angle), new Vector3d()).fma(Math.sin(angle), v);
            boolean front = out.dot(eye) > -0.05;
            points.add(
                    front || !frontOnly
                            ? out.mul(radius * gizmo.size()).add(gizmo.pivot())
                            : HIDDEN);
        }
        return points;
    }

    private double nearest(List<Vector3d> points, double x, double y) {
        double least = Double.MAX_VALUE;
        for (int i = 0; i + 1 < points.size(); i++) {
            if (points.get(i) != HIDDEN && points.get(i + 1) != HIDDEN) {
                least = Math.min(least, segment(points.get(i), points.get(i + 1), x, y));
            }
        }
        return least;
    }

    private double[] pixel(Vector3dc p) {
        double[] at = new double[2];
        boolean ahead =
                screen.project(new Vector3f((float) p.x(), (float) p.y(), (float) p.z()), at);
        return ahead ? at : new double[] {Double.MAX_VALUE, Double.MAX_VALUE};
    }

    private double pixels(Vector3dc p, double x, double y) {
        double[] at = pixel(p);
        return Math.hypot(at[0] - x, at[1] - y);
    }

    private double segment(Vector3dc a, Vector3dc b, double x, double y) {
        double[] p = pixel(a);
        double[] q = pixel(b);
        double dx = q[0] - p[0];
        double dy = q[1] - p[1];
        double length = dx * dx + dy * dy;
        double t = length == 0 ? 0 : ((x - p[0]) * dx + (y - p[1]) * dy) / length;
        double on = Math.clamp(t, 0, 1);
        return Math.hypot(p[0] + on * dx - x, p[1] + on * dy - y);
    }

    private boolean isInside(List<Vector3d> corners, double x, double y) {
        int left = 0;
        for (int i = 0; i < corners.size(); i++) {
            double[] p = pixel(corners.get(i));
            double[] q = pixel(corners.get((i + 1) % corners.size()));
            left += (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]) > 0 ? 1 : -1;
        }
        return Math.abs(left) == corners.size();
    }
}
