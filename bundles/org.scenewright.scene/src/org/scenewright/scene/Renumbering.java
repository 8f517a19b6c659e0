// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives entities that both sides added under one number, but that are not alike, another number on
 * their side, so that both survive and no two become one.
 *
 * <p>Entities that look alike but hang below such a one, or speak of it, are not the same either.
 */
final class Renumbering {
    private final ThreeWay.Versions versions;
    private final BitSet taken;
    private final BitSet foreign;
    private final Map<Entity, Entity> renumbered = new LinkedHashMap<>();

    /**
     * @param taken numbers that no entity may be given for other reasons
     * @param foreign numbers that no entity may keep that they added
     */
    Renumbering(ThreeWay.Versions versions, BitSet taken, BitSet foreign) {
        this.versions = versions;
        this.foreign = foreign;
        this.taken = (BitSet) taken.clone();
        for (var snapshot : versions.all()) {
            snapshot.entities().forEach(entity -> this.taken.set(entity.number()));
            // A newcomer must not adopt those who wait for somebody else.
            snapshot.forEach(
                    SceneSnapshot.TRANSFORM,
                    (entity, value) ->
                            this.taken.set(Hierarchy.wanted(Optional.of(value)).number()));
        }
        renumber(versions.theirs().entities().stream().filter(this::clashes).toList());
    }

    private boolean clashes(Entity entity) {
        if (entity.isReserved() || versions.base().holds(entity)) {
            return false;
        }
        var other = versions.ours().withNumber(entity.number());
        return other.isPresent() ? differs(entity, other.get()) : foreign.get(entity.number());
    }

    private boolean differs(Entity theirs, Entity ours) {
        if (ours.equals(theirs)) {
            return !cells(versions.ours(), ours).equals(cells(versions.theirs(), theirs));
        }
        // They replaced it by a newer one; it goes where nobody else wants it.
        boolean isLeft = cells(versions.ours(), ours).equals(cells(versions.base(), ours));
        return !versions.base().holds(ours) || !isLeft;
    }

    private static Map<String, Value> cells(SceneSnapshot snapshot, Entity entity) {
        var cells = new LinkedHashMap<String, Value>();
        for (String name : snapshot.components(entity)) {
            snapshot.value(entity, name).ifPresent(value -> cells.put(name, value));
        }
        return cells;
    }

    private void renumber(List<Entity> clashing) {
        var dependents = clashing.isEmpty() ? Map.<Entity, List<Entity>>of() : dependents();
        var next = new ArrayDeque<>(clashing);
        while (!next.isEmpty()) {
            var entity = next.remove();
            if (!renumbered.containsKey(entity)) {
                renumbered.put(entity, Entity.of(freeNumber(), 0));
                next.addAll(dependents.getOrDefault(entity, List.of()));
            }
        }
    }

    private int freeNumber() {
        int number = taken.nextClearBit(Entity.FIRST_FREE_NUMBER);
        if (number > Entity.LAST_NUMBER) {
            throw new SceneFormatException(
                    "Both sides together have more entities than a scene can hold.", 0);
        }
        taken.set(number);
        return number;
    }

    /** Which entities that both sides added speak of which others. */
    private Map<Entity, List<Entity>> dependents() {
        var theirs = versions.theirs();
        var owners = new HashMap<Long, Entity>();
        PackIds.of(theirs).forEach((cell, id) -> owners.put(id, cell.entity()));
        var dependents = new HashMap<Entity, List<Entity>>();
        for (var entity : theirs.entities()) {
            boolean isNew = !entity.isReserved() && !versions.base().holds(entity);
            if (isNew && versions.ours().holds(entity)) {
                var mentioned = mentioned(entity);
                PackIds.mentioned(theirs, entity)
                        .forEach(id -> mentioned.add(owners.getOrDefault(id, Entity.ROOT)));
                mentioned.forEach(
                        other ->
                                dependents
                                        .computeIfAbsent(other, e -> new ArrayList<>())
                                        .add(entity));
            }
        }
        return dependents;
    }

    /** The entities that the components of one of theirs refer to. */
    private Set<Entity> mentioned(Entity entity) {
        var found = new LinkedHashSet<Entity>();
        var collecting =
                References.to(
                        other -> {
                            found.add(other);
                            return other;
                        });
        var none = new LinkedHashMap<Step.Cell, Long>();
        var following =
                new Following(collecting, new PackIds(none, none), new NetworkIds(none, none));
        cells(versions.theirs(), entity)
                .forEach((name, value) -> followed(following, new Step.Cell(entity, name), value));
        return found;
    }

    /** Their number of each entity that was given another one, with that. */
    Map<Entity, Entity> renumbered() {
        return renumbered;
    }

    Entity now(Entity entity) {
        return renumbered.getOrDefault(entity, entity);
    }

    /** Their state with the new numbers and ids, wherever its schemas tell that one is meant. */
    SceneSnapshot theirs(IdMerge packs, IdMerge network) {
        if (renumbered.isEmpty() && packs.changed() + network.changed() == 0) {
            return versions.theirs();
        }
        var following =
                new Following(
                        References.to(this::now),
                        new PackIds(packs.issued(), packs.was()),
                        new NetworkIds(network.issued(), network.was()));
        var result = versions.theirs();
        for (var entity : renumbered.keySet()) {
            result = result.without(entity);
        }
        for (var entity : versions.theirs().entities()) {
            result = with(result, entity, following);
        }
        return result;
    }

    private SceneSnapshot with(SceneSnapshot snapshot, Entity entity, Following following) {
        var theirs = versions.theirs();
        var children = theirs.children(entity).stream().map(this::now).toList();
        var node = new SceneSnapshot.Node(now(entity), now(theirs.parent(entity)), children);
        var result = snapshot.withNode(node);
        for (var cell : cells(theirs, entity).entrySet()) {
            var was = cell.getValue();
            var value = followed(following, new Step.Cell(entity, cell.getKey()), was);
            if (!now(entity).equals(entity) || !value.equals(was)) {
                result = result.with(now(entity), cell.getKey(), Optional.of(value));
            }
        }
        return result;
    }

    private Value followed(Following following, Step.Cell cell, Value value) {
        var schema = versions.theirs().types().find(cell.component()).map(ComponentType::schema);
        return following.value(cell, schema.orElse(new Schema.Opaque("")), value);
    }
}
