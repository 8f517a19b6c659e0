// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3f;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/** An entity as the projection knows it: where it is, what it passes on, and its instances. */
final class Node {
    static final String VISIBILITY = "core::VisibilityComponent";
    static final String BILLBOARD = "core::Billboard";

    private static final int[] NONE = {};
    private static final int ALL_AXES = 7;

    private final Entity entity;
    private final Matrix4x3f local = new Matrix4x3f();
    private final Matrix4x3f world = new Matrix4x3f();
    private boolean fixed;
    private boolean hides;
    private boolean locks;
    private Optional<Boolean> visible = Optional.empty();
    private boolean propagates;
    private int billboard;
    private Entity faced = Entity.CAMERA;
    private boolean chosen;

    private boolean hidden;
    private boolean veiled;
    private boolean passesVeil;
    private boolean locked;
    private boolean selected;

    List<Piece> pieces = List.of();
    int[] instances = NONE;

    Node(Entity entity) {
        this.entity = entity;
    }

    /** A node that belongs to the viewport and cannot be chosen. */
    static Node fixed(Entity entity) {
        var node = new Node(entity);
        node.locked = true;
        node.fixed = true;
        return node;
    }

    boolean isFixed() {
        return fixed;
    }

    Entity entity() {
        return entity;
    }

    Matrix4x3f world() {
        return world;
    }

    boolean isShown() {
        return !hidden && !veiled;
    }

    /** Whether players do not see it. */
    boolean isVeiled() {
        return veiled;
    }

    boolean isLocked() {
        return locked;
    }

    boolean selected() {
        return selected;
    }

    /** The axes around which it turns to the eye, as bits; 0 for none. */
    int billboard() {
        return billboard;
    }

    /** What it turns to where it is a billboard: an entity, or the camera. */
    Entity faced() {
        return faced;
    }

    void choose(boolean on) {
        chosen = on;
    }

    /** Reads what its own components say. */
    void read(SceneSnapshot scene) {
        Placing.read(scene.value(entity, SceneSnapshot.TRANSFORM), local);
        hides =
                scene.value(entity, SceneSnapshot.HIDE)
                        .filter(hide -> hide.flag("value", false))
                        .isPresent();
        locks =
                scene.value(entity, SceneSnapshot.LOCK)
                        .filter(lock -> lock.flag("value", false))
                        .isPresent();
        var visibility = scene.value(entity, VISIBILITY);
        visible = visibility.map(v -> v.flag("visible", true));
        propagates = visibility.filter(v -> v.flag("propagateToChildren", false)).isPresent();
        var board = scene.value(entity, BILLBOARD);
        billboard = board.map(Node::axes).orElse(0);
        faced = board.flatMap(Node::target).orElse(Entity.CAMERA);
    }

    private static Optional<Entity> target(Value component) {
        return Entity.of(component.number("targetEntity", -1));
    }

    private static int axes(Value component) {
        return (int) component.number("billboardMode", ALL_AXES) & ALL_AXES;
    }

    /** Takes over what the parent passes on. */
    void inherit(Node parent) {
        parent.world.mul(local, world);
        hidden = hides || parent.hidden;
        locked = locks || parent.locked;
        selected = chosen || parent.selected;
        veiled = visible.map(on -> !on).orElse(parent.passesVeil);
        passesVeil = propagates ? veiled : parent.passesVeil;
    }

    void clear() {
        pieces = List.of();
        instances = NONE;
    }
}
