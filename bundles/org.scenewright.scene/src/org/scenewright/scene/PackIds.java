// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * New ids for the smart items among copied entities, so that their triggers act on the copies and
 * not on the originals.
 *
 * <p>The ids come from the Counter of the root, which every editor of these scenes allocates from.
 */
final class PackIds {
    static final String COUNTER = "asset-packs::Counter";
    static final String TRIGGERS = "asset-packs::Triggers";
    private static final FieldPath ID = FieldPath.of("id");
    private static final FieldPath VALUE = FieldPath.of("value");

    private final Map<Entity, Map<Long, Long>> ofEntity = new HashMap<>();
    private final Map<Long, Long> ofAll = new HashMap<>();

    /** Allocates an id for every component of a fragment that has one. */
    PackIds(Fragment fragment, Draft draft) {
        long first = Math.max(counted(draft.now()), draft.ledger().highestPackId());
        long last = first;
        for (var item : fragment.items()) {
            var ids = ofEntity.computeIfAbsent(item.entity(), entity -> new HashMap<>());
            for (String component : Ledger.WITH_IDS) {
                var id = Optional.ofNullable(item.components().get(component)).flatMap(PackIds::id);
                if (id.isPresent()) {
                    last++;
                    ids.putIfAbsent(id.get(), last);
                    ofAll.putIfAbsent(id.get(), last);
                }
            }
        }
        if (last > first) {
            count(draft, last);
        }
    }

    private static long counted(SceneSnapshot snapshot) {
        return snapshot.value(Entity.ROOT, COUNTER)
                .map(c -> (long) c.number("value", 0))
                .orElse(0L);
    }

    private static void count(Draft draft, long last) {
        var counter =
                draft.now()
                        .value(Entity.ROOT, COUNTER)
                        .orElseGet(() -> Value.fields("id", Value.of(0)));
        draft.write(Entity.ROOT, COUNTER, Optional.of(counter.with(VALUE, Value.of(last))));
    }

    private static Optional<Long> id(Value value) {
        return value.at(ID)
                .flatMap(
                        id ->
                                id instanceof Value.Num(var n)
                                        ? Optional.of((long) n)
                                        : Optional.empty());
    }

    /** A component of a copied entity with the new ids. */
    Value follow(Entity original, String component, Value value) {
        if (component.equals(TRIGGERS)) {
            return each(
                    value,
                    "value",
                    trigger ->
                            each(
                                    each(trigger, "conditions", c -> renumbered(original, c)),
                                    "actions",
                                    a -> renumbered(original, a)));
        }
        return Ledger.WITH_IDS.contains(component) ? renumbered(original, value) : value;
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
