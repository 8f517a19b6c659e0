// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * New network ids for copied entities; these are numbers of their own and not those of entities in
 * the scene.
 */
final class NetworkIds {
    static final String ENTITY = "core-schema::Network-Entity";
    static final String PARENT = "core-schema::Network-Parent";
    private static final FieldPath ID = FieldPath.of("entityId");

    private final Map<Entity, Long> ofEntity = new HashMap<>();
    private final Map<Long, Long> ofAll = new HashMap<>();

    /** Allocates an id for every entity of a fragment that has one. */
    NetworkIds(Fragment fragment, Ledger ledger) {
        long next = ledger.nextNetworkId();
        for (var item : fragment.items()) {
            var network = Optional.ofNullable(item.components().get(ENTITY));
            if (network.isPresent()) {
                ofEntity.put(item.entity(), next);
                ofAll.putIfAbsent(id(network.get()), next++);
            }
        }
    }

    static long id(Value value) {
        return (long) value.number("entityId", 0);
    }

    /** The Network-Entity of a copy. */
    Value own(Entity original, Value value) {
        return with(value, ofEntity.getOrDefault(original, id(value)));
    }

    /** The Network-Parent of a copy, which follows a parent that was copied too. */
    Value parent(Value value) {
        return with(value, ofAll.getOrDefault(id(value), id(value)));
    }

    private static Value with(Value value, long id) {
        return value instanceof Value.Fields ? value.with(ID, Value.of(id)) : value;
    }
}
