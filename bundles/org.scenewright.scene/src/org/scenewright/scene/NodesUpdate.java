// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Brings the editor's list of all entities up to date with the tree, where the tree is not as it
 * was loaded.
 */
final class NodesUpdate {
    private final SceneSnapshot loaded;
    private final SceneSnapshot now;
    private final Set<Entity> listed;
    // What the file says, where the document has another list: a document that comes back after
    // the workbench was closed has the one of long ago, and its file was saved since.
    private final Optional<Map<Entity, Value>> filed;
    private final Map<Entity, Value> said;

    private NodesUpdate(SceneSnapshot loaded, SceneSnapshot now) {
        this.loaded = loaded;
        this.now = now;
        this.listed = new HashSet<>(TreeOrder.listed(list().orElse(Value.EMPTY)));
        this.filed =
                loaded.value(Entity.ROOT, TreeOrder.NODES)
                        .filter(list -> !list().equals(Optional.of(list)))
                        .map(NodesUpdate::entries);
        this.said = filed.isPresent() ? entries(list().orElse(Value.EMPTY)) : Map.of();
    }

    private static Map<Entity, Value> entries(Value list) {
        var entries = new LinkedHashMap<Entity, Value>();
        for (var entry : list.items("value")) {
            Entity.of(entry.number("entity", -1)).ifPresent(e -> entries.putIfAbsent(e, entry));
        }
        return entries;
    }

    /** The snapshot with the list as it is to be written. */
    static SceneSnapshot of(SceneSnapshot loaded, SceneSnapshot now) {
        var update = new NodesUpdate(loaded, now);
        return update.isNeeded()
                ? now.with(Entity.ROOT, TreeOrder.NODES, Optional.of(update.value()))
                : now;
    }

    private boolean isNeeded() {
        boolean isBare = now.entities().stream().anyMatch(this::isTraceless);
        boolean sameSize = loaded.size() == now.size();
        boolean sameTree = sameSize && now.entities().stream().noneMatch(this::isMoved);
        return isBare
                || !sameTree && (list().isPresent() || !isInDefaultOrder())
                || list().isPresent() && listed.stream().anyMatch(this::isLongGone);
    }

    /** Whether an entity in the list was gone already when the file was saved. */
    private boolean isLongGone(Entity entity) {
        return !now.holds(entity) && filed.filter(file -> !file.containsKey(entity)).isPresent();
    }

    /** Whether an entity lost its last component, so that nothing else tells that it exists. */
    private boolean isTraceless(Entity entity) {
        return !entity.equals(Entity.ROOT)
                && !listed.contains(entity)
                && now.components(entity).isEmpty()
                && !loaded.components(entity).isEmpty();
    }

    private Optional<Value> list() {
        return now.value(Entity.ROOT, TreeOrder.NODES);
    }

    private boolean isMoved(Entity entity) {
        return !loaded.holds(entity)
                || !now.children(entity).equals(loaded.children(entity))
                || filed.flatMap(file -> Optional.ofNullable(file.get(entity)))
                        .filter(entry -> !isSaid(entity, entry))
                        .isPresent();
    }

    /** Whether the list of the document says the same children as an entry of the file. */
    private boolean isSaid(Entity entity, Value entry) {
        var own = said.get(entity);
        return own != null && own.items("children").equals(entry.items("children"));
    }

    /** Without a list, siblings stand in the order of their numbers. */
    private boolean isInDefaultOrder() {
        return now.entities().stream().allMatch(entity -> isAscending(now.children(entity)));
    }

    private static boolean isAscending(List<Entity> siblings) {
        for (int i = 1; i < siblings.size(); i++) {
            if (siblings.get(i - 1).number() > siblings.get(i).number()) {
                return false;
            }
        }
        return true;
    }

    private Value value() {
        var list = list().orElse(Value.EMPTY);
        var entries = new ArrayList<Value>();
        for (var entry : list.items("value")) {
            var entity = Entity.of(entry.number("entity", -1));
            entity.map(e -> updated(entry, e)).orElse(Optional.of(entry)).ifPresent(entries::add);
        }
        for (var entity : candidates()) {
            if (!listed.contains(entity) && (isMoved(entity) || isTraceless(entity))) {
                var entry =
                        Optional.ofNullable(filed.orElse(Map.of()).get(entity))
                                .orElseGet(() -> Value.fields("entity", number(entity)));
                entries.add(entry.with(FieldPath.of("children"), children(entity, entry)));
            }
        }
        return list.with(FieldPath.of("value"), Value.of(entries));
    }

    /** All entities, first those that the file lists, in its order. */
    private Set<Entity> candidates() {
        var all = new LinkedHashSet<>(filed.orElse(Map.of()).keySet());
        all.retainAll(Set.copyOf(now.entities()));
        all.addAll(now.entities());
        return all;
    }

    /**
     * The entry of an entity; nothing for an entity that is gone. What was never an entity here is
     * kept.
     */
    private Optional<Value> updated(Value entry, Entity entity) {
        if (!now.holds(entity)) {
            boolean isGone = loaded.holds(entity) || isLongGone(entity);
            return isGone ? Optional.empty() : Optional.of(entry);
        }
        return Optional.of(
                isMoved(entity)
                        ? entry.with(FieldPath.of("children"), children(entity, entry))
                        : entry);
    }

    /** Player and camera are nobody's children in this list, unless somebody wrote them there. */
    private Value children(Entity entity, Value entry) {
        var before = entry.items("children");
        var numbers =
                now.children(entity).stream()
                        .filter(child -> !child.isReserved() || before.contains(number(child)))
                        .map(NodesUpdate::number)
                        .toList();
        return Value.of(numbers);
    }

    private static Value number(Entity entity) {
        return Value.of(entity.toLong());
    }
}
