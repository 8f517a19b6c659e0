// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Gives entities that both sides added under one number, but that are not alike, another number on
 * their side, so that both survive and no two become one.
 */
final class Renumbering {
    private final ThreeWay.Versions versions;
    private final BitSet taken;
    private final Map<Entity, Entity> renumbered = new LinkedHashMap<>();

    /**
     * @param taken numbers that no entity may be given for other reasons
     */
    Renumbering(ThreeWay.Versions versions, BitSet taken) {
        this.versions = versions;
        this.taken = (BitSet) taken.clone();
        for (var snapshot : List.of(versions.base(), versions.ours(), versions.theirs())) {
            snapshot.entities().forEach(entity -> this.taken.set(entity.number()));
            // A newcomer must not adopt those who wait for somebody else.
            snapshot.forEach(
                    SceneSnapshot.TRANSFORM,
                    (entity, value) ->
                            this.taken.set(Hierarchy.wanted(Optional.of(value)).number()));
        }
        versions.theirs().entities().stream().filter(this::clashes).forEach(this::renumber);
    }

    private boolean clashes(Entity entity) {
        if (entity.isReserved() || versions.base().holds(entity)) {
            return false;
        }
        return versions.ours()
                .withNumber(entity.number())
                .filter(o -> differs(entity, o))
                .isPresent();
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

    private void renumber(Entity entity) {
        int number = taken.nextClearBit(Entity.FIRST_FREE_NUMBER);
        if (number > Entity.LAST_NUMBER) {
            throw new SceneFormatException(
                    "Both sides together have more entities than a scene can hold.", 0);
        }
        taken.set(number);
        renumbered.put(entity, Entity.of(number, 0));
    }

    /** Their number of each entity that was given another one, with that. */
    Map<Entity, Entity> renumbered() {
        return renumbered;
    }

    /** Their state with the new numbers, wherever its schemas tell that one is meant. */
    SceneSnapshot theirs() {
        if (renumbered.isEmpty()) {
            return versions.theirs();
        }
        var result = versions.theirs();
        for (var entity : versions.theirs().entities()) {
            result = without(result, entity);
        }
        for (var entity : versions.theirs().entities()) {
            result = with(result, entity);
        }
        return result;
    }

    private SceneSnapshot without(SceneSnapshot snapshot, Entity entity) {
        var result = snapshot;
        for (String component : snapshot.components(entity)) {
            result = result.with(entity, component, Optional.empty());
        }
        return result.withoutNode(entity);
    }

    private SceneSnapshot with(SceneSnapshot snapshot, Entity entity) {
        var theirs = versions.theirs();
        var children = new ArrayList<Entity>();
        theirs.children(entity).forEach(child -> children.add(now(child)));
        var result =
                snapshot.withNode(
                        new SceneSnapshot.Node(now(entity), now(theirs.parent(entity)), children));
        for (var cell : cells(theirs, entity).entrySet()) {
            var value = followed(cell.getKey(), cell.getValue());
            result = result.with(now(entity), cell.getKey(), Optional.of(value));
        }
        return result;
    }

    private Entity now(Entity entity) {
        return renumbered.getOrDefault(entity, entity);
    }

    private Value followed(String component, Value value) {
        var references = new References(this::now);
        var schema = versions.theirs().types().find(component).map(ComponentType::schema);
        return component.equals(Copying.COMPOSITE)
                ? references.targets(value)
                : references.follow(schema.orElse(new Schema.Opaque("")), value);
    }
}
