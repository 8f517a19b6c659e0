// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * The tree of a scene as its files tell it: parents from Transform, the order of siblings from the
 * editor's list.
 *
 * <p>A parent that is missing or part of a cycle gives way to the root, for every entity of the
 * cycle.
 */
final class TreeOrder {
    /** The component of the root that lists all entities with their children. */
    static final String NODES = "inspector::Nodes";

    private final List<Entity> entities;
    private final Map<Entity, Entity> known = new HashMap<>();
    private final EntityTable<Value> transforms;
    private final BiConsumer<Entity, String> complaints;
    private final List<OrderKey> ranks = new ArrayList<>();
    private final Map<Entity, Entity> parents = new HashMap<>();
    private final Map<Entity, List<Entity>> children = new HashMap<>();
    private final Set<Entity> placed = new HashSet<>();

    private TreeOrder(
            List<Entity> entities,
            EntityTable<Value> transforms,
            BiConsumer<Entity, String> complaints) {
        this.entities = entities;
        entities.forEach(entity -> known.put(entity, entity));
        this.transforms = transforms;
        this.complaints = complaints;
    }

    /** The entities that the editor's list has entries for. */
    static List<Entity> listed(Value nodes) {
        return nodes.items("value").stream().map(TreeOrder::entity).flatMap(List::stream).toList();
    }

    private static List<Entity> entity(Value entry) {
        return Entity.of(entry.number("entity", -1)).stream().toList();
    }

    /**
     * Builds the tree.
     *
     * @param entities all entities in ascending order, the root first
     * @param complaints is told whose parent cannot be followed, and why
     */
    static EntityTable<SceneSnapshot.Node> build(
            List<Entity> entities,
            EntityTable<Value> transforms,
            Value nodes,
            BiConsumer<Entity, String> complaints) {
        var tree = new TreeOrder(entities, transforms, complaints);
        tree.readParents();
        tree.order(nodes);
        return tree.table();
    }

    private void readParents() {
        for (var entity : entities) {
            transforms.get(entity).ifPresent(transform -> readParent(entity, transform));
        }
        for (var entity : rings(entities, this::parent).stream().flatMap(List::stream).toList()) {
            complaints.accept(entity, "Its parents form a cycle, so it hangs at the scene's root.");
            parents.remove(entity);
        }
    }

    private void readParent(Entity entity, Value transform) {
        var held = transform.members().getOrDefault("parent", Value.of(0));
        double number = held instanceof Value.Num(var n) ? n : 0;
        var parent = Entity.of(number).flatMap(e -> Optional.ofNullable(known.get(e)));
        if (parent.isPresent()) {
            parents.put(entity, parent.get());
        } else {
            String shown = ValueJson.print(Value.of(number));
            complaints.accept(
                    entity,
                    "Its parent " + shown + " does not exist, so it hangs at the scene's root.");
        }
    }

    /**
     * The rings of entities that are their own ancestors, each from one entity up.
     *
     * @param parent the one that an entity wants to hang below
     */
    static List<List<Entity>> rings(List<Entity> entities, UnaryOperator<Entity> parent) {
        var rings = new ArrayList<List<Entity>>();
        var done = new HashSet<Entity>();
        for (var entity : entities) {
            var path = new LinkedHashMap<Entity, Integer>();
            var up = entity;
            while (!up.equals(Entity.ROOT) && done.add(up)) {
                path.put(up, path.size());
                up = parent.apply(up);
            }
            var start = Optional.ofNullable(path.get(up));
            start.ifPresent(from -> rings.add(path.keySet().stream().skip(from).toList()));
        }
        return rings;
    }

    private void order(Value nodes) {
        var listed = new HashSet<Entity>();
        nodes.items("value").forEach(entry -> listed.addAll(children(entry)));
        // Player and camera stand first: the editor's list names them apart from the root's
        // children.
        entities.stream()
                .filter(entity -> entity.isReserved() && !listed.contains(entity))
                .forEach(this::place);
        for (var entry : nodes.items("value")) {
            for (var parent : entity(entry)) {
                children(entry).stream()
                        .filter(child -> parent.equals(parent(child)))
                        .forEach(this::place);
            }
        }
        entities.forEach(this::place);
    }

    private static List<Entity> children(Value entry) {
        return entry.items("children").stream()
                .flatMap(child -> Entity.of(child.number("", -1)).stream())
                .toList();
    }

    private Entity parent(Entity entity) {
        return parents.getOrDefault(entity, Entity.ROOT);
    }

    private void place(Entity entity) {
        if (!entity.equals(Entity.ROOT) && known.containsKey(entity) && placed.add(entity)) {
            children.computeIfAbsent(parent(entity), none -> new ArrayList<>()).add(entity);
        }
    }

    /** The rank of an index, of which there is one for all siblings with that index. */
    private OrderKey rank(int index) {
        if (index == ranks.size()) {
            ranks.add(OrderKey.ofIndex(index));
        }
        return ranks.get(index);
    }

    private EntityTable<SceneSnapshot.Node> table() {
        var keys = new HashMap<Entity, OrderKey>();
        for (var siblings : children.values()) {
            for (int i = 0; i < siblings.size(); i++) {
                keys.put(siblings.get(i), rank(i));
            }
        }
        var nodes = new HashMap<Entity, SceneSnapshot.Node>();
        for (var entity : entities) {
            var below = children.getOrDefault(entity, List.of());
            var key = keys.getOrDefault(entity, OrderKey.FIRST);
            nodes.put(entity, new SceneSnapshot.Node(entity, parent(entity), below, key));
        }
        return EntityTable.of(nodes);
    }
}
