// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.joml.Vector3f;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Draws what has no surface as lines: small signs of constant size, and the reach of what is
 * selected.
 */
final class Overlay {
    /** The radius of a sign on the picture, in points. */
    private static final float SIGN_POINTS = 9;

    private final SceneGraph graph;
    private final LineBrush signs = new LineBrush();
    private final LineBrush reaches = new LineBrush();

    Overlay(SceneGraph graph) {
        this.graph = graph;
    }

    List<DrawList.Lines> lines(Camera camera, boolean icons) {
        signs.clear();
        reaches.clear();
        graph.marks().forEach((entity, marks) -> draw(camera, entity, marks, icons));
        var lines = new ArrayList<DrawList.Lines>();
        if (!signs.isEmpty()) {
            lines.add(signs.lines(1.5f, true));
        }
        if (!reaches.isEmpty()) {
            lines.add(reaches.lines(1.5f, false));
        }
        return lines;
    }

    private void draw(Camera camera, Entity entity, List<Mark> marks, boolean icons) {
        var node = graph.node(entity).filter(Node::isShown);
        for (var mark : marks) {
            node.filter(n -> icons).ifPresent(n -> sign(camera, n, mark));
            node.filter(Node::selected).ifPresent(n -> reach(n, mark));
        }
    }

    private void sign(Camera camera, Node node, Mark mark) {
        var center = node.world().getTranslation(new Vector3f());
        float size = radius(camera, center);
        var right = camera.right().mul(size);
        var up = camera.up().mul(size);
        signs.color(mark.color(), node.selected() ? 1 : 0.8);
        switch (mark) {
            case LIGHT -> lamp(center, right, up);
            case TRIGGER, CAMERA_AREA, AVATAR_AREA -> square(center, right, up);
            case CAMERA -> eye(center, right, up);
            case SOUND, STREAM -> waves(center, right, up);
        }
    }

    /** The radius in metres of a sign at a place. */
    static float radius(Camera camera, Vector3f center) {
        float ahead = center.sub(camera.eye(), new Vector3f()).dot(camera.forward());
        return Math.max(0, ahead) * camera.metresPerPoint() * SIGN_POINTS;
    }

    private void lamp(Vector3f center, Vector3f right, Vector3f up) {
        var half = right.mul(0.5f, new Vector3f());
        signs.circle(center, half, up.mul(0.5f, new Vector3f()));
        for (int ray = 0; ray < 8; ray++) {
            double angle = ray * Math.PI / 4;
            var way =
                    right.mul((float) Math.cos(angle), new Vector3f())
                            .fma((float) Math.sin(angle), up);
            signs.line(center.fma(0.7f, way, new Vector3f()), center.add(way, new Vector3f()));
        }
    }

    private void square(Vector3f center, Vector3f right, Vector3f up) {
        var corners = new ArrayList<Vector3f>();
        for (int i = 0; i < 4; i++) {
            float x = i == 1 || i == 2 ? 0.8f : -0.8f;
            float y = i >= 2 ? 0.8f : -0.8f;
            corners.add(center.fma(x, right, new Vector3f()).fma(y, up));
        }
        for (int i = 0; i < 4; i++) {
            signs.line(corners.get(i), corners.get((i + 1) % 4));
        }
    }

    private void eye(Vector3f center, Vector3f right, Vector3f up) {
        signs.circle(center, right.mul(0.35f, new Vector3f()), up.mul(0.35f, new Vector3f()));
        signs.circle(center, right, up.mul(0.6f, new Vector3f()));
    }

    private void waves(Vector3f center, Vector3f right, Vector3f up) {
        for (float size = 0.3f; size < 1.1f; size += 0.35f) {
            var across = right.mul(size * 0.7f, new Vector3f()).fma(-size * 0.7f, up);
            var along = right.mul(size * 0.7f, new Vector3f()).fma(size * 0.7f, up);
            signs.arc(center, across, along, Math.PI / 2);
        }
    }

    private void reach(Node node, Mark mark) {
        var value = graph.scene().value(node.entity(), mark.component()).orElse(Value.EMPTY);
        reaches.color(mark.color(), 0.9);
        switch (mark) {
            case LIGHT -> light(node, value);
            case TRIGGER -> trigger(node, value);
            case CAMERA_AREA, AVATAR_AREA -> area(node, value);
            case CAMERA, SOUND, STREAM -> {}
        }
    }

    private void light(Node node, Value light) {
        float range = Lamps.range(light);
        boolean spot = light.text("type.$case", "point").equals("spot");
        if (spot) {
            cone(node.world(), range, light.number("type.spot.outerAngle", 30));
        } else {
            var still = new Matrix4x3f().translation(node.world().getTranslation(new Vector3f()));
            ball(still.scale(2 * range));
        }
    }

    private void cone(Matrix4x3f world, float range, double degrees) {
        var tip = world.getTranslation(new Vector3f());
        var ahead = world.transformDirection(new Vector3f(0, 0, 1)).normalize();
        var right = world.transformDirection(new Vector3f(1, 0, 0)).normalize();
        var up = ahead.cross(right, new Vector3f()).normalize();
        float radius = range * (float) Math.tan(Math.toRadians(Math.clamp(degrees, 0, 170) / 2));
        var base = tip.fma(range, ahead, new Vector3f());
        reaches.circle(base, right.mul(radius), up.mul(radius));
        for (int side = -1; side <= 1; side += 2) {
            reaches.line(tip, base.fma(side, right, new Vector3f()));
            reaches.line(tip, base.fma(side, up, new Vector3f()));
        }
    }

    private void trigger(Node node, Value value) {
        // TriggerAreaMeshType: 0 box, 1 sphere.
        if (value.number("mesh", 0) == 1) {
            ball(new Matrix4x3f(node.world()));
        } else {
            reaches.box(node.world());
        }
    }

    private void area(Node node, Value value) {
        Optional<Value> size = value.at(FieldPath.of("area"));
        var place =
                new Matrix4x3f(node.world())
                        .scale(side(size, "x"), side(size, "y"), side(size, "z"));
        reaches.box(place);
    }

    private static float side(Optional<Value> size, String axis) {
        return size.map(v -> (float) v.number(axis, 0)).orElse(0f);
    }

    /** Three circles of diameter 1 under a matrix. */
    private void ball(Matrix4x3f place) {
        var center = place.getTranslation(new Vector3f());
        var x = place.transformDirection(new Vector3f(0.5f, 0, 0));
        var y = place.transformDirection(new Vector3f(0, 0.5f, 0));
        var z = place.transformDirection(new Vector3f(0, 0, 0.5f));
        reaches.circle(center, x, y);
        reaches.circle(center, y, z);
        reaches.circle(center, z, x);
    }

    /** The sign that a ray passes through, as {@link #lines} drew it. */
    Optional<Hit> pick(Camera camera, Ray ray) {
        Optional<Hit> nearest = Optional.empty();
        for (var entity : graph.marks().keySet()) {
            var hit = graph.node(entity).flatMap(node -> pick(camera, ray, node));
            if (hit.isPresent()
                    && nearest.filter(n -> n.distance() <= hit.get().distance()).isEmpty()) {
                nearest = hit;
            }
        }
        return nearest;
    }

    private static Optional<Hit> pick(Camera camera, Ray ray, Node node) {
        var center = node.world().getTranslation(new Vector3f());
        float along = center.sub(ray.origin(), new Vector3f()).dot(ray.direction());
        boolean meets = ray.at(along).distance(center) <= radius(camera, center);
        return meets && along > 0 && node.isShown() && !node.isLocked()
                ? Optional.of(
                        new Hit(
                                node.entity(),
                                along,
                                center,
                                ray.direction().negate(new Vector3f())))
                : Optional.empty();
    }
}
