// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * New network ids for copied or merged entities; these are numbers of their own and not those of
 * entities in the scene.
 */
final class NetworkIds {
    static final String ENTITY = "core-schema::Network-Entity";
    static final String PARENT = "core-schema::Network-Parent";
    private static final FieldPath ID = FieldPath.of("entityId");

    private final Map<Step.Cell, Long> issued;
    private final Map<Long, Long> ofAll = new HashMap<>();

    /**
     * @param issued the new id of each cell that has one
     * @param was the ids that they had before
     */
    NetworkIds(SequencedMap<Step.Cell, Long> issued, Map<Step.Cell, Long> was) {
        this.issued = issued;
        issued.forEach((cell, now) -> ofAll.putIfAbsent(was.getOrDefault(cell, now), now));
    }

    /** Allocates an id for every entity of a fragment that has one. */
    static NetworkIds allocated(Fragment fragment, Ledger ledger) {
        var was = new HashMap<Step.Cell, Long>();
        var issued = new LinkedHashMap<Step.Cell, Long>();
        for (var item : fragment.items()) {
            var cell = new Step.Cell(item.entity(), ENTITY);
            var network = Optional.ofNullable(item.components().get(ENTITY));
            if (network.isPresent()) {
                was.put(cell, id(network.get()));
                issued.put(cell, ledger.nextNetworkId() + issued.size());
            }
        }
        return new NetworkIds(issued, was);
    }

    /** The ids that the entities of a scene have. */
    static SequencedMap<Step.Cell, Long> of(SceneSnapshot scene) {
        var ids = new LinkedHashMap<Step.Cell, Long>();
        scene.forEach(ENTITY, (entity, value) -> ids.put(new Step.Cell(entity, ENTITY), id(value)));
        return ids;
    }

    /** The highest id that a scene has, of those that editors count from. */
    static long last(SceneSnapshot scene) {
        return of(scene).values().stream().reduce(Ledger.LAST_FOREIGN_NETWORK_ID, Math::max);
    }

    static long id(Value value) {
        return (long) value.number("entityId", 0);
    }

    /** The Network-Entity of a copy. */
    Value own(Entity original, Value value) {
        return with(value, issued.getOrDefault(new Step.Cell(original, ENTITY), id(value)));
    }

    /** The Network-Parent of a copy, which follows a parent that was copied too. */
    Value parent(Value value) {
        return with(value, ofAll.getOrDefault(id(value), id(value)));
    }

    private static Value with(Value value, long id) {
        return value instanceof Value.Fields ? value.with(ID, Value.of(id)) : value;
    }
}
