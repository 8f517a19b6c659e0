// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * New ids for smart items, so that the triggers of a copy act on the copy and not on the original,
 * and those of one side of a merge not on what the other side placed.
 *
 * <p>The ids come from the Counter of the root, which every editor of these scenes allocates from.
 */
final class PackIds {
    static final String COUNTER = "asset-packs::Counter";
    static final Step.Cell COUNT = new Step.Cell(Entity.ROOT, COUNTER);
    static final String TRIGGERS = "asset-packs::Triggers";
    private static final FieldPath ID = FieldPath.of("id");
    private static final FieldPath VALUE = FieldPath.of("value");

    // The web editor keeps ids as JavaScript numbers.
    private static final double LARGEST = 1L << 53;

    private final Map<Entity, Map<Long, Long>> ofEntity = new HashMap<>();
    private final Map<Long, Long> ofAll = new HashMap<>();

    /**
     * @param issued the new id of each component that has one
     * @param was the ids that they had before
     */
    PackIds(SequencedMap<Step.Cell, Long> issued, Map<Step.Cell, Long> was) {
        issued.forEach(
                (cell, now) -> {
                    long id = was.getOrDefault(cell, now);
                    ofEntity.computeIfAbsent(cell.entity(), e -> new HashMap<>())
                            .putIfAbsent(id, now);
                    ofAll.putIfAbsent(id, now);
                });
    }

    /** Allocates an id for every component of a fragment that has one. */
    static PackIds allocated(Fragment fragment, Draft draft) {
        long first = Math.max(counted(draft.now()), draft.ledger().highestPackId());
        var was = new HashMap<Step.Cell, Long>();
        var issued = new LinkedHashMap<Step.Cell, Long>();
        for (var item : fragment.items()) {
            for (String component : Ledger.WITH_IDS) {
                var cell = new Step.Cell(item.entity(), component);
                var id = Optional.ofNullable(item.components().get(component)).flatMap(PackIds::id);
                if (id.isPresent()) {
                    was.put(cell, id.get());
                    issued.put(cell, first + issued.size() + 1);
                }
            }
        }
        if (!issued.isEmpty()) {
            count(draft, first + issued.size());
        }
        return new PackIds(issued, was);
    }

    /** The ids that the smart items of a scene have, without the root's Counter, which counts. */
    static SequencedMap<Step.Cell, Long> of(SceneSnapshot scene) {
        var ids = new LinkedHashMap<Step.Cell, Long>();
        for (String component : Ledger.WITH_IDS) {
            scene.forEach(
                    component,
                    (entity, value) -> {
                        var cell = new Step.Cell(entity, component);
                        id(value)
                                .filter(id -> !cell.equals(COUNT))
                                .ifPresent(i -> ids.put(cell, i));
                    });
        }
        return ids;
    }

    /** The highest id that a scene has or counts. */
    static long last(SceneSnapshot scene) {
        return of(scene).values().stream().reduce(counted(scene), Math::max);
    }

    /** The ids that the triggers of an entity speak of. */
    static Set<Long> mentioned(SceneSnapshot scene, Entity entity) {
        var found = new HashSet<Long>();
        scene.value(entity, TRIGGERS)
                .ifPresent(
                        value ->
                                eachTriggered(
                                        value,
                                        part -> {
                                            id(part).ifPresent(found::add);
                                            return part;
                                        }));
        return found;
    }

    /** Whose each id is of those that some entities have. */
    static Map<Long, Step.Cell> owners(SceneSnapshot scene, List<Entity> entities) {
        var owners = new HashMap<Long, Step.Cell>();
        for (var entity : entities) {
            for (String component : Ledger.WITH_IDS) {
                scene.value(entity, component)
                        .flatMap(PackIds::id)
                        .ifPresent(id -> owners.putIfAbsent(id, new Step.Cell(entity, component)));
            }
        }
        return owners;
    }

    /** The component of an entity that has an id. */
    static Optional<String> component(SceneSnapshot scene, Entity entity, long id) {
        return Optional.ofNullable(owners(scene, List.of(entity)).get(id))
                .map(Step.Cell::component);
    }

    /** The last id that was given out in a scene, as its root counts. */
    static long counted(SceneSnapshot snapshot) {
        return snapshot.value(Entity.ROOT, COUNTER)
                .map(c -> (long) c.number("value", 0))
                .orElse(0L);
    }

    private static void count(Draft draft, long last) {
        draft.write(Entity.ROOT, COUNTER, Optional.of(counter(draft.now(), last)));
    }

    private static Value counter(SceneSnapshot scene, long last) {
        return scene.value(Entity.ROOT, COUNTER)
                .orElseGet(() -> Value.fields("id", Value.of(0)))
                .with(VALUE, Value.of(last));
    }

    /** A scene whose root counts to a number. */
    static SceneSnapshot counting(SceneSnapshot scene, long last) {
        return scene.with(Entity.ROOT, COUNTER, Optional.of(counter(scene, last)));
    }

    private static Optional<Long> id(Value value) {
        return value.at(ID)
                .flatMap(
                        id ->
                                id instanceof Value.Num(var n) && Math.abs(n) < LARGEST
                                        ? Optional.of((long) n)
                                        : Optional.empty());
    }

    /** A component of a copied entity with the new ids. */
    Value follow(Entity original, String component, Value value) {
        if (component.equals(TRIGGERS)) {
            return eachTriggered(value, part -> renumbered(original, part));
        }
        return Ledger.WITH_IDS.contains(component) ? renumbered(original, value) : value;
    }

    /** Triggers with each of their conditions and actions changed. */
    static Value eachTriggered(Value triggers, UnaryOperator<Value> change) {
        return each(
                triggers,
                "value",
                trigger -> each(each(trigger, "conditions", change), "actions", change));
    }

    private Value renumbered(Entity original, Value value) {
        var own = ofEntity.getOrDefault(original, Map.of());
        return id(value)
                .flatMap(
                        id ->
                                Optional.ofNullable(
                                        own.containsKey(id) ? own.get(id) : ofAll.get(id)))
                .map(id -> value.with(ID, Value.of(id)))
                .orElse(value);
    }

    private static Value each(Value value, String field, UnaryOperator<Value> change) {
        var items = value.items(field);
        return items.isEmpty()
                ? value
                : value.with(FieldPath.of(field), Value.of(items.stream().map(change).toList()));
    }
}
