// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.Optional;

/**
 * Where the body of the player reaches into a triangle.
 *
 * @param depth how far, in metres
 * @param normal from the triangle to the body, of length 1
 * @param point the nearest place on the triangle
 */
record Touch(double depth, Pose.Vec normal, Pose.Vec point, Terrain.Facet facet) {
    private static final double R = Player.RADIUS;

    /** The nearest two places of the line inside the body and a triangle, so far. */
    private static final class Nearest {
        private double distance = Double.POSITIVE_INFINITY;
        private Pose.Vec inside = new Pose.Vec(0, 0, 0);
        private Pose.Vec outside = inside;

        void offer(Pose.Vec body, Pose.Vec face) {
            double found = body.minus(face).length();
            if (found < distance) {
                distance = found;
                inside = body;
                outside = face;
            }
        }
    }

    /** Where a body with its feet at a place reaches into a triangle. */
    static Optional<Touch> of(Pose.Vec feet, Terrain.Facet facet) {
        if (isFar(feet, facet)) {
            return Optional.empty();
        }
        var low = feet.plus(new Pose.Vec(0, R, 0));
        var high = feet.plus(new Pose.Vec(0, Player.HEIGHT - R, 0));
        var nearest = new Nearest();
        nearest.offer(low, onTriangle(low, facet));
        nearest.offer(high, onTriangle(high, facet));
        offerEdge(nearest, low, facet.a(), facet.b());
        offerEdge(nearest, low, facet.b(), facet.c());
        offerEdge(nearest, low, facet.c(), facet.a());
        return nearest.distance < R ? Optional.of(touch(nearest, facet)) : Optional.empty();
    }

    private static Touch touch(Nearest nearest, Terrain.Facet facet) {
        double distance = nearest.distance;
        var normal =
                distance < 1e-9
                        ? facet.up()
                        : nearest.inside.minus(nearest.outside).scaled(1 / distance);
        return new Touch(R - distance, normal, nearest.outside, facet);
    }

    // Most triangles around are: this is asked often, and allocates nothing.
    private static boolean isFar(Pose.Vec feet, Terrain.Facet f) {
        return least(f.a().x(), f.b().x(), f.c().x()) > feet.x() + R
                || most(f.a().x(), f.b().x(), f.c().x()) < feet.x() - R
                || least(f.a().z(), f.b().z(), f.c().z()) > feet.z() + R
                || most(f.a().z(), f.b().z(), f.c().z()) < feet.z() - R
                || least(f.a().y(), f.b().y(), f.c().y()) > feet.y() + Player.HEIGHT
                || most(f.a().y(), f.b().y(), f.c().y()) < feet.y();
    }

    private static double least(double a, double b, double c) {
        return Math.min(a, Math.min(b, c));
    }

    private static double most(double a, double b, double c) {
        return Math.max(a, Math.max(b, c));
    }

    /** The nearest place of the upright line inside the body and an edge. */
    private static void offerEdge(Nearest to, Pose.Vec low, Pose.Vec from, Pose.Vec end) {
        double tall = Player.HEIGHT - 2 * R;
        var way = end.minus(from);
        double flat = way.x() * way.x() + way.z() * way.z();
        var off = low.minus(from);
        // Where the edge passes the line seen from above; anywhere where it is upright itself.
        double part =
                flat < 1e-12
                        ? clamped(off.y() / (Math.abs(way.y()) < 1e-9 ? 1 : way.y()))
                        : clamped((off.x() * way.x() + off.z() * way.z()) / flat);
        double up = Math.clamp(from.y() + part * way.y() - low.y(), 0, tall);
        var inside = low.plus(new Pose.Vec(0, up, 0));
        double nearer = clamped(inside.minus(from).dot(way) / Math.max(1e-12, way.dot(way)));
        var outside = from.plus(way.scaled(nearer));
        double again = Math.clamp(outside.y() - low.y(), 0, tall);
        to.offer(low.plus(new Pose.Vec(0, again, 0)), outside);
    }

    private static double clamped(double part) {
        return Math.clamp(part, 0, 1);
    }

    /** The place of a triangle that is nearest to a point, by the regions around it. */
    private static Pose.Vec onTriangle(Pose.Vec p, Terrain.Facet f) {
        var ab = f.b().minus(f.a());
        var ac = f.c().minus(f.a());
        var normal = ab.cross(ac);
        double area = normal.dot(normal);
        if (area > 1e-18) {
            var ap = p.minus(f.a());
            double v = ap.cross(ac).dot(normal) / area;
            double w = ab.cross(ap).dot(normal) / area;
            if (v >= 0 && w >= 0 && v + w <= 1) {
                return f.a().plus(ab.scaled(v)).plus(ac.scaled(w));
            }
        }
        var nearest = new Nearest();
        nearest.offer(p, onEdge(p, f.a(), f.b()));
        nearest.offer(p, onEdge(p, f.b(), f.c()));
        nearest.offer(p, onEdge(p, f.c(), f.a()));
        return nearest.outside;
    }

    private static Pose.Vec onEdge(Pose.Vec p, Pose.Vec from, Pose.Vec end) {
        var way = end.minus(from);
        double part = p.minus(from).dot(way) / Math.max(1e-12, way.dot(way));
        return from.plus(way.scaled(clamped(part)));
    }
}
