// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a state of a scene what another one is in some places alone; made for one choice. */
final class Choosing {
    private final SceneSnapshot start;
    private final SceneSnapshot other;
    private SceneSnapshot now;

    Choosing(SceneSnapshot start, SceneSnapshot other) {
        this.start = start;
        this.other = other;
        this.now = start;
    }

    /** Whether a difference is one that an edit can make; lists of editors follow by themselves. */
    static boolean isMeant(Difference difference) {
        return !difference.component().equals(TreeOrder.NODES)
                || difference.path().equals(Comparison.ORDER);
    }

    SceneSnapshot with(List<Difference> chosen) {
        other.types().all().stream()
                .filter(type -> now.types().find(type.name()).isEmpty())
                .forEach(type -> now = now.withTypes(now.types().with(type)));
        chosen.stream().filter(d -> !isOrder(d)).forEach(this::apply);
        start.entities().stream().filter(this::isLeft).forEach(e -> now = now.without(e));
        hang(chosen.stream().filter(Choosing::isOrder).map(Difference::entity).toList());
        return now;
    }

    private static boolean isOrder(Difference difference) {
        return difference.component().equals(TreeOrder.NODES);
    }

    private void apply(Difference difference) {
        var entity = difference.entity();
        if (difference.component().equals(Comparison.SETTINGS)) {
            now =
                    now.withSettings(
                            written(Optional.of(now.settings()), difference).orElse(Value.EMPTY));
            return;
        }
        if (!now.holds(entity) && difference.after().isPresent()) {
            now = now.withNode(new SceneSnapshot.Node(entity, Entity.ROOT, List.of()));
        }
        if (difference.component().isEmpty()) {
            whole(difference);
        } else if (now.holds(entity)) {
            var before = now.value(entity, difference.component());
            now = now.with(entity, difference.component(), written(before, difference));
        }
    }

    private static Optional<Value> written(Optional<Value> before, Difference difference) {
        var path = difference.path();
        return path.isEmpty()
                ? difference.after()
                : FieldDiff.written(before.orElse(Value.EMPTY), path, difference.after())
                        .or(() -> before);
    }

    /** An entity that is on one side only, with all that it has there. */
    private void whole(Difference difference) {
        var entity = difference.entity();
        if (difference.after().isEmpty()) {
            now = now.without(entity);
            return;
        }
        for (var cell : difference.after().get().members().entrySet()) {
            now = now.with(entity, cell.getKey(), Optional.of(cell.getValue()));
        }
    }

    /** Whether an entity lost all that it had, since it is not on the other side. */
    private boolean isLeft(Entity entity) {
        return !other.holds(entity)
                && !entity.isReserved()
                && now.holds(entity)
                && now.cells(entity).isEmpty()
                && !start.cells(entity).isEmpty();
    }

    /** Hangs everybody where the Transforms say, in an order that is known from one side. */
    private void hang(List<Entity> reordered) {
        var families = new HashMap<Entity, Set<Entity>>();
        var parents = Hierarchy.parents(now);
        parents.forEach((e, p) -> families.computeIfAbsent(p, x -> new LinkedHashSet<>()).add(e));
        families.getOrDefault(Entity.ROOT, Set.of()).remove(Entity.ROOT);
        for (var entity : parents.keySet()) {
            var parent = parents.getOrDefault(entity, Entity.ROOT);
            boolean isOther = reordered.contains(entity);
            var row = new Chain<>((isOther ? other : start).children(entity));
            row.follow((isOther ? start : other).children(entity), k -> true, (one, two) -> false);
            var order = new LinkedHashSet<>(row.list());
            var family = families.getOrDefault(entity, Set.of());
            order.retainAll(family);
            order.addAll(family);
            now = now.withNode(new SceneSnapshot.Node(entity, parent, List.copyOf(order)));
        }
    }
}
