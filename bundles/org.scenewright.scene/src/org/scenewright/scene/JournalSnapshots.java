// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads and writes whole documents, as a part of checkpoints and of what late joiners are sent. */
final class JournalSnapshots {
    // About how many bytes an entity takes, with its share of the tables.
    private static final int NODE = 256;

    private final ComponentTypes core;
    private final ComponentTypes unwritten;
    private final SceneSnapshot files;

    /**
     * @param core the types that every scene has, which are not written
     * @param files a document of which equal values are shared
     */
    JournalSnapshots(ComponentTypes core, SceneSnapshot files) {
        this.core = core;
        this.unwritten = core;
        this.files = files;
    }

    /**
     * For others than who reads.
     *
     * @param core the types that every scene has here
     * @param unwritten those of them that every scene has everywhere
     */
    JournalSnapshots(ComponentTypes core, ComponentTypes unwritten) {
        this.core = core;
        this.unwritten = unwritten;
        this.files = SceneSnapshot.empty(core);
    }

    /** The names of the types that not every scene has. */
    List<String> names(ComponentTypes types) {
        return types.all().stream()
                .map(ComponentType::name)
                .filter(name -> unwritten.find(name).isEmpty())
                .toList();
    }

    /** Those of some types that every scene has or that have one of some names. */
    ComponentTypes known(ComponentTypes types, Set<String> names) {
        var known =
                types.all().stream()
                        .filter(t -> isUnwritten(t) || names.contains(t.name()))
                        .toList();
        return known.size() == types.all().size() ? types : ComponentTypes.of(known);
    }

    private boolean isUnwritten(ComponentType type) {
        return unwritten.find(type.name()).isPresent();
    }

    /** Writes a document with its ranks, its settings and its types. */
    void write(SceneSnapshot snapshot, JournalWriter out) {
        out.number(snapshot.revision());
        out.all(
                snapshot.types().all().stream().filter(type -> !isUnwritten(type)).toList(),
                type -> JournalDeeds.write(type, out));
        out.cell(snapshot.settings());
        out.all(snapshot.entities(), entity -> write(snapshot.node(entity).orElseThrow(), out));
        out.all(snapshot.cellNames(), name -> write(snapshot, name, out));
    }

    private static void write(SceneSnapshot.Node node, JournalWriter out) {
        out.entity(node.entity());
        out.entity(node.parent());
        out.key(node.key());
        out.all(node.children(), out::entity);
    }

    private static void write(SceneSnapshot snapshot, String component, JournalWriter out) {
        var entities = new ArrayList<Entity>();
        snapshot.forEach(component, (entity, value) -> entities.add(entity));
        out.text(component);
        out.all(entities, out::entity);
        snapshot.forEach(component, (entity, value) -> out.cell(value));
    }

    SceneSnapshot read(JournalReader in) {
        long revision = in.number();
        var types = types(in.all(() -> JournalDeeds.type(in)));
        var settings = in.cell();
        var nodes = new LinkedHashMap<Integer, SceneSnapshot.Node>();
        in.all(
                () -> {
                    var node = node(in);
                    // Of two with one number, tables would hold one and lists both.
                    JournalReader.require(nodes.put(node.entity().number(), node) == null);
                    return node;
                });
        var byEntity = new LinkedHashMap<Entity, SceneSnapshot.Node>();
        nodes.values().forEach(node -> byEntity.put(node.entity(), node));
        var tree = EntityTable.of(byEntity);
        checkTree(tree);
        var components = new LinkedHashMap<String, EntityTable<Value>>();
        in.all(
                () -> {
                    String component = in.text();
                    JournalReader.require(!components.containsKey(component));
                    components.put(component, table(component, in));
                    return component;
                });
        var content = new SceneSnapshot.Content(types, tree, components, settings);
        var kept = new SceneSnapshot(revision, content);
        return kept.withTypes(StoredSchemas.types(kept, core));
    }

    private ComponentTypes types(List<ComponentType> kept) {
        var all = new ArrayList<>(core.all());
        all.addAll(files.types().all());
        all.addAll(kept);
        return ComponentTypes.of(all);
    }

    private static SceneSnapshot.Node node(JournalReader in) {
        in.take(NODE);
        var node = new SceneSnapshot.Node(in.entity(), in.entity(), List.of(), in.key());
        return node.with(in.all(in::entity));
    }

    /** Requires that every entity hangs below the root, once and where it says so. */
    private static void checkTree(EntityTable<SceneSnapshot.Node> nodes) {
        var next = new ArrayDeque<Entity>();
        next.add(Entity.ROOT);
        int count = 0;
        while (!next.isEmpty()) {
            var parent = next.remove();
            var node = nodes.get(parent).filter(n -> n.entity().equals(parent));
            JournalReader.require(node.isPresent() && ++count <= nodes.size());
            for (var child : node.map(SceneSnapshot.Node::children).orElse(List.of())) {
                var up = nodes.get(child).map(SceneSnapshot.Node::parent);
                JournalReader.require(up.equals(Optional.of(parent)) && !child.equals(parent));
                next.add(child);
            }
        }
        JournalReader.require(count == nodes.size());
    }

    private EntityTable<Value> table(String component, JournalReader in) {
        var values = new LinkedHashMap<Entity, Value>();
        var entities = in.all(in::entity);
        in.take(EntityTable.weight(entities));
        for (var entity : entities) {
            var onDisk = files.value(entity, component);
            values.put(entity, in.cell(read -> onDisk.filter(read::equals).orElse(read)));
        }
        return EntityTable.of(values);
    }
}
