// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    private NodesUpdate(SceneSnapshot loaded, SceneSnapshot now) {
        this.loaded = loaded;
        this.now = now;
        this.listed = new HashSet<>(TreeOrder.listed(list().orElse(Value.EMPTY)));
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
        return isBare || !sameTree && (list().isPresent() || !isInDefaultOrder());
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
        return !loaded.holds(entity) || !now.children(entity).equals(loaded.children(entity));
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
        for (var entity : now.entities()) {
            if (!listed.contains(entity) && (isMoved(entity) || isTraceless(entity))) {
                var entry = Value.fields("entity", number(entity));
                entries.add(entry.with(FieldPath.of("children"), children(entity, Value.EMPTY)));
            }
        }
        return list.with(FieldPath.of("value"), Value.of(entries));
    }

    /**
     * The entry of an entity; nothing for an entity that is gone. What was never an entity here is
     * kept.
     */
    private Optional<Value> updated(Value entry, Entity entity) {
        if (!now.holds(entity)) {
            return loaded.holds(entity) ? Optional.empty() : Optional.of(entry);
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
