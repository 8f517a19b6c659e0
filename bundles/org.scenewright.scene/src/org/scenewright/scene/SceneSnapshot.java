// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The immutable state of a document at one revision, readable from any thread.
 *
 * <p>Taking the next snapshot costs the same whatever the size of the scene.
 */
public final class SceneSnapshot {
    /** The component that carries an entity's name. */
    public static final String NAME = "core-schema::Name";

    /** The component that carries an entity's place. */
    public static final String TRANSFORM = "core::Transform";

    /** The component that takes an entity, and all below it, out of the editors' picture. */
    public static final String HIDE = "inspector::Hide";

    /** The component that keeps people from changing an entity. */
    public static final String LOCK = "inspector::Lock";

    private final long revision;
    private final ComponentTypes types;
    private final EntityTable<Node> nodes;
    private final SequencedMap<String, EntityTable<Value>> components;
    private final Value settings;

    SceneSnapshot(long revision, Content content) {
        this.revision = revision;
        this.types = content.types();
        this.nodes = content.nodes();
        this.components = content.components();
        this.settings = content.settings();
    }

    /** What a document holds; neither map is changed after. */
    record Content(
            ComponentTypes types,
            EntityTable<Node> nodes,
            SequencedMap<String, EntityTable<Value>> components,
            Value settings) {}

    /** The empty document: the root, and no settings. */
    public static SceneSnapshot empty(ComponentTypes types) {
        var root =
                EntityTable.<Node>empty()
                        .with(
                                Entity.ROOT,
                                new Node(Entity.ROOT, Entity.ROOT, List.of(), OrderKey.FIRST));
        return new SceneSnapshot(0, new Content(types, root, new LinkedHashMap<>(), Value.EMPTY));
    }

    public long revision() {
        return revision;
    }

    /** The component types that this scene knows: the core's and those its files declare. */
    public ComponentTypes types() {
        return types;
    }

    /** The whole of {@code scene.json}. */
    public Value settings() {
        return settings;
    }

    /** The number of entities, the root and other reserved ones included. */
    public int size() {
        return nodes.size();
    }

    public boolean holds(Entity entity) {
        return node(entity).isPresent();
    }

    /** The entity of this scene that has a number, whatever its version. */
    public Optional<Entity> withNumber(int number) {
        return nodes.get(Entity.of(number, 0)).map(Node::entity);
    }

    Optional<Node> node(Entity entity) {
        return nodes.get(entity).filter(node -> node.entity().equals(entity));
    }

    /** All entities in ascending order of their numbers, the root first. */
    public List<Entity> entities() {
        var all = new ArrayList<Entity>(nodes.size());
        nodes.forEach((number, node) -> all.add(node.entity()));
        return all;
    }

    /**
     * The effective parent; the root where a parent is missing or part of a cycle, and for the root
     * itself.
     */
    public Entity parent(Entity entity) {
        return node(entity).map(Node::parent).orElse(Entity.ROOT);
    }

    /** The children in the order in which the tree shows them. */
    public List<Entity> children(Entity entity) {
        return node(entity).map(Node::children).orElse(List.of());
    }

    /** Those of some entities that none of the others stands above, each once, in their order. */
    public List<Entity> tops(Collection<Entity> entities) {
        var all = Set.copyOf(entities);
        return entities.stream().distinct().filter(entity -> !isBelowAny(entity, all)).toList();
    }

    private boolean isBelowAny(Entity entity, Set<Entity> others) {
        var up = entity;
        while (!up.equals(Entity.ROOT)) {
            up = parent(up);
            if (others.contains(up)) {
                return true;
            }
        }
        return false;
    }

    public Optional<Value> value(Entity entity, String component) {
        var table = components.get(component);
        return table == null || !holds(entity) ? Optional.empty() : table.get(entity);
    }

    /** The names of the components of an entity, in the order of the file. */
    public List<String> components(Entity entity) {
        var names = cells(entity);
        names.remove(StoredSchemas.NAME);
        return names;
    }

    /** The components of an entity, and what else stands where they do. */
    List<String> cells(Entity entity) {
        var names = new ArrayList<String>();
        if (holds(entity)) {
            components.forEach(
                    (name, table) -> table.get(entity).ifPresent(value -> names.add(name)));
        }
        return names;
    }

    /** The names of all components that occur in the scene, in the order of the file. */
    public List<String> componentNames() {
        return components.keySet().stream().filter(n -> !n.equals(StoredSchemas.NAME)).toList();
    }

    /** The names of all that stands where components do. */
    List<String> cellNames() {
        return List.copyOf(components.keySet());
    }

    /** Calls back for every entity that has a component, in ascending order of numbers. */
    public void forEach(String component, BiConsumer<Entity, Value> visitor) {
        var table = components.getOrDefault(component, EntityTable.empty());
        table.forEach(
                (number, value) ->
                        withNumber(number).ifPresent(entity -> visitor.accept(entity, value)));
    }

    /**
     * The name of an entity, or its number where it has no name; "Scene", "Player" and "Camera" for
     * those that every scene has.
     */
    public String name(Entity entity) {
        String fallback =
                switch (entity.bits()) {
                    case 0 -> "Scene";
                    case 1 -> "Player";
                    case 2 -> "Camera";
                    default -> entity.toString();
                };
        return value(entity, NAME).map(name -> name.text("value", fallback)).orElse(fallback);
    }

    /** The place of an entity relative to its parent. */
    public Pose pose(Entity entity) {
        return value(entity, TRANSFORM).map(Pose::of).orElse(Pose.IDENTITY);
    }

    /** The place of an entity in the world. */
    public Pose worldPose(Entity entity) {
        var pose = pose(entity);
        for (var up = parent(entity); !up.equals(Entity.ROOT); up = parent(up)) {
            pose = pose(up).times(pose);
        }
        return pose;
    }

    SceneSnapshot withRevision(long next) {
        return new SceneSnapshot(next, new Content(types, nodes, components, settings));
    }

    SceneSnapshot withTypes(ComponentTypes more) {
        return new SceneSnapshot(revision, new Content(more, nodes, components, settings));
    }

    SceneSnapshot withSettings(Value value) {
        return new SceneSnapshot(revision, new Content(types, nodes, components, value));
    }

    SceneSnapshot withNode(Node node) {
        return withNodes(nodes.with(node.entity(), node));
    }

    SceneSnapshot withoutNode(Entity entity) {
        return withNodes(nodes.without(entity));
    }

    /** This snapshot without an entity and its components; whoever hangs below it stays there. */
    SceneSnapshot without(Entity entity) {
        var result = this;
        for (String component : components(entity)) {
            result = result.with(entity, component, Optional.empty());
        }
        return result.withoutNode(entity);
    }

    private SceneSnapshot withNodes(EntityTable<Node> changed) {
        return new SceneSnapshot(revision, new Content(types, changed, components, settings));
    }

    EntityTable<Node> nodes() {
        return nodes;
    }

    EntityTable<Value> table(String component) {
        return components.getOrDefault(component, EntityTable.empty());
    }

    SceneSnapshot with(Entity entity, String component, Optional<Value> value) {
        var table = table(component);
        var result =
                with(
                        component,
                        value.map(v -> table.with(entity, v))
                                .orElseGet(() -> table.without(entity)));
        return component.equals(StoredSchemas.NAME) ? StoredSchemas.retyped(this, result) : result;
    }

    SceneSnapshot with(String component, EntityTable<Value> table) {
        var changed = new LinkedHashMap<>(components);
        changed.put(component, table);
        var readOnly = Collections.unmodifiableSequencedMap(changed);
        return new SceneSnapshot(revision, new Content(types, nodes, readOnly, settings));
    }

    /** The rank of an entity among its siblings. */
    OrderKey key(Entity entity) {
        return node(entity).map(Node::key).orElse(OrderKey.FIRST);
    }

    /**
     * An entity's place in the tree.
     *
     * @param entity the entity
     * @param parent the one it hangs below
     * @param children the ones that hang below it, in ascending order of their ranks
     * @param key its rank among its siblings
     */
    record Node(Entity entity, Entity parent, List<Entity> children, OrderKey key) {
        Node {
            children = Siblings.kept(children);
        }

        /** A node whose rank follows from the list it stands in, see {@link #ranked}. */
        Node(Entity entity, Entity parent, List<Entity> children) {
            this(entity, parent, children, OrderKey.FIRST);
        }

        Node with(OrderKey other) {
            return new Node(entity, parent, children, other);
        }

        Node with(List<Entity> others) {
            return new Node(entity, parent, others, key);
        }
    }

    /** This snapshot with ranks that agree with the lists of children. */
    SceneSnapshot ranked() {
        var result = this;
        for (var entity : entities()) {
            var list = isAscending(children(entity)) ? List.<Entity>of() : children(entity);
            for (int i = 0; i < list.size(); i++) {
                var key = OrderKey.ofIndex(i);
                var node = result.node(list.get(i)).map(n -> n.with(key));
                result = node.map(result::withNode).orElse(result);
            }
        }
        return result;
    }

    private boolean isAscending(List<Entity> siblings) {
        for (int i = 1; i < siblings.size(); i++) {
            if (key(siblings.get(i - 1)).compareTo(key(siblings.get(i))) >= 0) {
                return false;
            }
        }
        return true;
    }
}
