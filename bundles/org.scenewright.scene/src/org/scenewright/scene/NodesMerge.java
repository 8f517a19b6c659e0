// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Merges the editor's list of all entities. It only repeats the tree, so it is never a conflict:
 * what it says of the children follows from the tree when it is written.
 */
final class NodesMerge {
    private static final FieldPath CHILDREN = FieldPath.of("children");
    private static final FieldPath LIST = FieldPath.of("value");

    private final ThreeWay.Versions versions;

    NodesMerge(ThreeWay.Versions versions) {
        this.versions = versions;
    }

    private static Optional<Value> of(SceneSnapshot snapshot) {
        return snapshot.value(Entity.ROOT, TreeOrder.NODES);
    }

    /** The state whose tree the merged list tells as far as nothing else changed it. */
    SceneSnapshot source() {
        return of(versions.ours()).equals(of(versions.base()))
                ? versions.theirs()
                : versions.ours();
    }

    Optional<Value> merged() {
        var sides =
                new ValueMerge.Sides(
                        of(versions.base()), of(versions.ours()), of(versions.theirs()));
        boolean isSettled = sides.agreed().isPresent() || sides.theirs().isEmpty();
        return isSettled ? of(source()) : sides.ours().map(this::both);
    }

    private Value both(Value ours) {
        var base = entries(of(versions.base()));
        var theirs = entries(of(versions.theirs()));
        var entries = new ArrayList<Value>();
        for (var entry : ours.items(LIST.toString())) {
            var entity = Entity.of(entry.number("entity", -1));
            entries.add(entity.map(e -> entry(e, entry, base, theirs)).orElse(entry));
        }
        var listed = new HashSet<>(TreeOrder.listed(ours));
        theirs.forEach(
                (entity, entry) -> {
                    if (!listed.contains(entity) && !base.containsKey(entity)) {
                        entries.add(entry);
                    }
                });
        return ours.with(LIST, Value.of(entries));
    }

    private static Value entry(
            Entity entity, Value ours, Map<Entity, Value> base, Map<Entity, Value> theirs) {
        var sides =
                new ValueMerge.Sides(
                        bare(Optional.ofNullable(base.get(entity))),
                        bare(Optional.of(ours)),
                        bare(Optional.ofNullable(theirs.get(entity))));
        var merged = new ValueMerge(clash -> {}).merge(sides).orElse(ours);
        return ours.at(CHILDREN).map(children -> merged.with(CHILDREN, children)).orElse(merged);
    }

    private static Optional<Value> bare(Optional<Value> entry) {
        return entry.map(value -> value.without(CHILDREN));
    }

    private static Map<Entity, Value> entries(Optional<Value> nodes) {
        var entries = new LinkedHashMap<Entity, Value>();
        for (var entry : nodes.map(value -> value.items(LIST.toString())).orElse(List.of())) {
            Entity.of(entry.number("entity", -1)).ifPresent(e -> entries.put(e, entry));
        }
        return entries;
    }

    /** What a list says of entities besides their children, for example that they are open. */
    static Map<Entity, Value> remarks(Optional<Value> nodes) {
        var remarks = new HashMap<Entity, Value>();
        entries(nodes)
                .forEach(
                        (entity, entry) ->
                                remarks.put(
                                        entity,
                                        entry.without(CHILDREN).without(FieldPath.of("entity"))));
        return remarks;
    }
}
