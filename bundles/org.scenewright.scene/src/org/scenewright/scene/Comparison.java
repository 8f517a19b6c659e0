// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Finds what differs between two states of a scene; made for one comparison. */
final class Comparison {
    /** What the document calls {@code scene.json}. */
    static final String SETTINGS = Step.Cell.SETTINGS.component();

    /** The order of siblings, as a field of their parent. */
    static final FieldPath ORDER = FieldPath.of("children");

    private final SceneSnapshot before;
    private final SceneSnapshot after;
    private final List<Difference> list = new ArrayList<>();

    Comparison(SceneSnapshot before, SceneSnapshot after) {
        this.before = before;
        this.after = after;
    }

    List<Difference> list() {
        compare(
                Entity.ROOT,
                SETTINGS,
                Optional.of(before.settings()),
                Optional.of(after.settings()));
        var entities = new TreeSet<>(before.entities());
        entities.addAll(after.entities());
        var listed = listed();
        for (var entity : entities) {
            entity(entity);
            order(entity);
            listed.getOrDefault(entity, List.of())
                    .forEach(part -> add(entity, TreeOrder.NODES, part));
        }
        return list;
    }

    private void entity(Entity entity) {
        var names = new LinkedHashSet<>(before.cells(entity));
        names.addAll(after.cells(entity));
        boolean isBare = names.isEmpty() && before.holds(entity) != after.holds(entity);
        if (isBare) {
            compare(entity, "", bare(before, entity), bare(after, entity));
        }
        for (String name : names) {
            var was = before.value(entity, name);
            var is = after.value(entity, name);
            // The list of all entities is told by what it says of each.
            if (!name.equals(TreeOrder.NODES) || was.isEmpty() || is.isEmpty()) {
                compare(entity, name, was, is);
            }
        }
    }

    private static Optional<Value> bare(SceneSnapshot snapshot, Entity entity) {
        return snapshot.holds(entity) ? Optional.of(Value.EMPTY) : Optional.empty();
    }

    private void compare(Entity entity, String component, Optional<Value> was, Optional<Value> is) {
        ValueDiff.of(was, is).forEach(part -> add(entity, component, part));
    }

    private void add(Entity entity, String component, ValueDiff.Part part) {
        list.add(new Difference(entity, component, part.path(), part.before(), part.after()));
    }

    /** Only those who stay below their parent tell of the order. */
    private void order(Entity parent) {
        var was = before.children(parent);
        var is = after.children(parent);
        if (!was.equals(is) && !common(was, is).equals(common(is, was))) {
            var part =
                    new ValueDiff.Part(ORDER, Optional.of(numbers(was)), Optional.of(numbers(is)));
            add(parent, TreeOrder.NODES, part);
        }
    }

    private static List<Entity> common(List<Entity> list, List<Entity> other) {
        var others = new HashSet<>(other);
        return list.stream().filter(others::contains).toList();
    }

    /** A list of entities as files write it. */
    static Value numbers(List<Entity> entities) {
        return Value.of(entities.stream().map(e -> Value.of(e.toLong())).toList());
    }

    /** What the editor's list says of entities besides their children. */
    private Map<Entity, List<ValueDiff.Part>> listed() {
        var was = NodesMerge.remarks(before.value(Entity.ROOT, TreeOrder.NODES));
        var is = NodesMerge.remarks(after.value(Entity.ROOT, TreeOrder.NODES));
        var parts = new HashMap<Entity, List<ValueDiff.Part>>();
        was.forEach(
                (entity, remark) -> {
                    if (is.containsKey(entity)) {
                        var now = Optional.<Value>ofNullable(is.get(entity));
                        parts.put(entity, ValueDiff.of(Optional.of(remark), now));
                    }
                });
        return parts;
    }
}
