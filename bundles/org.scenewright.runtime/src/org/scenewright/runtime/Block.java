// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A box that stands somewhere in whatever direction.
 *
 * @param axes the directions of its edges, of length 1
 * @param halves half of the lengths of its edges; 0 for a point
 */
record Block(Pose.Vec center, List<Pose.Vec> axes, double[] halves) {
    private static final double PARALLEL = 1e-6;

    /** The box of one metre that stands at a place. */
    static Block of(Pose place) {
        var scale = place.scale();
        return at(place, scale.x() / 2, scale.y() / 2, scale.z() / 2);
    }

    /** The middle of a place. */
    static Block point(Pose place) {
        return at(place, 0, 0, 0);
    }

    private static Block at(Pose place, double x, double y, double z) {
        var turn = place.rotation();
        var axes =
                List.of(
                        turn.rotate(new Pose.Vec(1, 0, 0)),
                        turn.rotate(new Pose.Vec(0, 1, 0)),
                        turn.rotate(new Pose.Vec(0, 0, 1)));
        double[] halves = {Math.abs(x), Math.abs(y), Math.abs(z)};
        return new Block(place.position(), axes, halves);
    }

    /** Whether the two share a point: two boxes do unless a plane between them parts them. */
    boolean meets(Block other) {
        var between = other.center.minus(center);
        // Most are far from each other, and this is asked of many.
        return between.length() <= radius() + other.radius() && isNotParted(other, between);
    }

    private double radius() {
        return Math.sqrt(halves[0] * halves[0] + halves[1] * halves[1] + halves[2] * halves[2]);
    }

    private boolean isNotParted(Block other, Pose.Vec between) {
        return normals(other).stream()
                .noneMatch(n -> Math.abs(between.dot(n)) > reach(n) + other.reach(n));
    }

    /** The directions in which such planes can stand. */
    private List<Pose.Vec> normals(Block other) {
        var normals = new ArrayList<>(axes);
        normals.addAll(other.axes);
        for (var mine : axes) {
            for (var its : other.axes) {
                var both = mine.cross(its);
                if (both.length() > PARALLEL) {
                    normals.add(both);
                }
            }
        }
        return normals;
    }

    /** How far it reaches from its middle in a direction. */
    private double reach(Pose.Vec direction) {
        return IntStream.range(0, halves.length)
                .mapToDouble(i -> halves[i] * Math.abs(axes.get(i).dot(direction)))
                .sum();
    }

    /** Whether a ball reaches it. */
    boolean meetsBall(Pose.Vec middle, double radius) {
        var away = middle.minus(center);
        double square =
                IntStream.range(0, halves.length)
                        .mapToDouble(i -> Math.abs(axes.get(i).dot(away)) - halves[i])
                        .map(beyond -> Math.max(0, beyond))
                        .map(beyond -> beyond * beyond)
                        .sum();
        return square <= radius * radius;
    }
}
