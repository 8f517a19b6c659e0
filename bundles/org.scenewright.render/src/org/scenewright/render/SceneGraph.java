// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Matrix4x3fc;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.assets.Bounds;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The tree of the scene, kept in step with the document: what changed and what hangs below it is
 * placed anew.
 */
final class SceneGraph {
    private static final float SMALL = 0.125f;

    private final Stage stage;
    private final Wardrobe looks;
    private final AssetUse assets;
    private final Site site;
    private final Map<Entity, Node> nodes = new HashMap<>();
    private final Map<Entity, List<Mark>> marks = new LinkedHashMap<>();
    private final Set<Entity> billboards = new HashSet<>();
    private final Set<Entity> followers = new HashSet<>();
    private final Vector3f eye = new Vector3f();
    private boolean turns;
    private SceneSnapshot scene;
    private Set<Entity> chosen = Set.of();
    private boolean colliders;

    SceneGraph(Stage stage, Wardrobe looks, AssetUse assets, SceneSnapshot start) {
        this(stage, looks, assets, Site.OWN);
        this.scene = start;
    }

    SceneGraph(Stage stage, Wardrobe looks, AssetUse assets, Site site) {
        this.stage = stage;
        this.looks = looks;
        this.assets = assets;
        this.site = site;
        this.scene = SceneSnapshot.empty(ComponentTypes.of(List.of()));
    }

    SceneSnapshot scene() {
        return scene;
    }

    Optional<Node> node(Entity entity) {
        var node = nodes.get(entity);
        return node == null ? Optional.empty() : Optional.of(node);
    }

    Map<Entity, List<Mark>> marks() {
        return marks;
    }

    void reset(SceneSnapshot next) {
        List.copyOf(nodes.values()).forEach(this::remove);
        scene = next;
        for (var entity : next.entities()) {
            reread(added(entity));
        }
        spread(Entity.ROOT);
        nodes.values().forEach(this::dress);
    }

    void show(SceneSnapshot next, Touched touched) {
        scene = next;
        touched.gone().stream().flatMap(e -> node(e).stream()).forEach(this::remove);
        var placed = present(touched.placed());
        placed.forEach(entity -> reread(added(entity)));
        present(touched.marked()).forEach(entity -> mark(added(entity)));
        next.tops(placed).forEach(this::spread);
        // What they look at may have moved.
        next.tops(followers).forEach(this::spread);
        present(touched.dressed()).forEach(entity -> dress(added(entity)));
        dress(looks.screens(touched.players()));
    }

    private List<Entity> present(Collection<Entity> entities) {
        return entities.stream().filter(scene::holds).toList();
    }

    private Node added(Entity entity) {
        return nodes.computeIfAbsent(entity, this::fresh);
    }

    private Node fresh(Entity entity) {
        var node = site.node(entity);
        node.choose(chosen.contains(entity));
        mark(node);
        return node;
    }

    private void reread(Node node) {
        node.read(scene);
        boolean isBoard = node.billboard() != 0;
        track(billboards, node.entity(), isBoard);
        track(followers, node.entity(), isBoard && !node.faced().equals(Entity.CAMERA));
    }

    private static void track(Set<Entity> set, Entity entity, boolean in) {
        if (in) {
            set.add(entity);
        } else {
            set.remove(entity);
        }
    }

    private void mark(Node node) {
        var found = Mark.of(scene, node.entity());
        if (found.isEmpty()) {
            marks.remove(node.entity());
        } else {
            marks.put(node.entity(), found);
        }
    }

    private void remove(Node node) {
        stage.undress(node);
        assets.forget(node.entity());
        nodes.remove(node.entity());
        marks.remove(node.entity());
        billboards.remove(node.entity());
        followers.remove(node.entity());
    }

    /** Places an entity and all below it, each after its parent. */
    private void spread(Entity top) {
        walk(top, this::place);
    }

    private void walk(Entity top, Consumer<Node> visitor) {
        var todo = new ArrayDeque<Entity>();
        todo.push(top);
        while (!todo.isEmpty()) {
            var entity = todo.pop();
            node(entity).ifPresent(visitor);
            scene.children(entity).forEach(todo::push);
        }
    }

    private void place(Node node) {
        if (node.entity().equals(Entity.ROOT)) {
            return;
        }
        boolean wasShown = node.isShown();
        node.inherit(added(scene.parent(node.entity())));
        if (turns && node.billboard() != 0) {
            faced(node).ifPresent(point -> Placing.face(node.world(), point, node.billboard()));
        }
        if (node.isShown() != wasShown) {
            dress(node);
        } else {
            stage.move(node);
        }
    }

    /** Where that is which a billboard turns to; nowhere while there is no such entity. */
    private Optional<Vector3fc> faced(Node node) {
        return node.faced().equals(Entity.CAMERA)
                ? Optional.of(eye)
                : node(node.faced()).map(other -> other.world().getTranslation(new Vector3f()));
    }

    /** Puts the whole tree somewhere. */
    void stand(Matrix4x3fc world) {
        node(Entity.ROOT).ifPresent(root -> root.world().set(world));
        spread(Entity.ROOT);
    }

    /** Finds out anew what an entity looks like. */
    private void dress(Node node) {
        if (node.isShown() || looks.dressesHidden()) {
            node.pieces = looks.of(scene, node.entity(), colliders);
        } else {
            assets.forget(node.entity());
            node.pieces = List.of();
        }
        stage.dress(node);
    }

    void dress(Collection<Entity> entities) {
        entities.stream().flatMap(e -> node(e).stream()).forEach(this::dress);
    }

    /** Follows models that have turned to other postures. */
    void turn(Puppets.Turned turned) {
        dress(turned.dressed());
        turned.moved().stream().flatMap(e -> node(e).stream()).forEach(stage::move);
    }

    void showColliders(boolean shown) {
        if (shown != colliders) {
            colliders = shown;
            nodes.values().forEach(this::dress);
        }
    }

    /** Turns what faces the eye to where the eye is by now. */
    void lookFrom(Vector3fc from) {
        boolean isNews = turns && !eye.equals(from);
        eye.set(from);
        if (isNews) {
            scene.tops(billboards).forEach(this::spread);
        }
    }

    /** Lets billboards turn, or rest. */
    void turnBillboards(boolean on) {
        if (on != turns) {
            turns = on;
            scene.tops(billboards).forEach(this::spread);
        }
    }

    void choose(Set<Entity> entities) {
        var changed = new HashSet<>(chosen);
        changed.addAll(entities);
        changed.removeIf(entity -> chosen.contains(entity) && entities.contains(entity));
        chosen = entities;
        changed.forEach(e -> node(e).ifPresent(node -> node.choose(entities.contains(e))));
        scene.tops(present(changed)).forEach(this::spread);
    }

    /** The box around an entity and all below it, or a small one where it has no surface. */
    Optional<Bounds> bounds(Entity entity) {
        return node(entity).map(this::bounds);
    }

    /** The box around an entity alone; empty where nothing of it is shown. */
    Bounds surface(Entity entity) {
        return node(entity).map(this::own).orElse(Bounds.EMPTY);
    }

    private Bounds bounds(Node top) {
        Bounds[] box = {Bounds.EMPTY};
        walk(top.entity(), node -> box[0] = box[0].union(own(node)));
        var center = top.world().getTranslation(new Vector3f());
        return box[0].isEmpty() ? Boxes.around(center, SMALL) : box[0];
    }

    private Bounds own(Node node) {
        var box = Bounds.EMPTY;
        for (int instance : node.instances) {
            box = box.union(stage.instances().bounds(instance));
        }
        return box;
    }
}
