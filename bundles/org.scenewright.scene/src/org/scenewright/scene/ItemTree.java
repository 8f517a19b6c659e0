// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the entities of an item hang on each other, by the numbers that they have in the item.
 *
 * @param order all of them, parents before their children
 * @param parents the parent of each that has one
 */
record ItemTree(List<Entity> order, Map<Entity, Entity> parents) {
    private static final int MOST = Entity.LAST_NUMBER - Entity.FIRST_FREE_NUMBER;

    /**
     * Only who has a Transform that says so hangs on another one; a parent that has no components
     * is an entity of the item, too.
     *
     * @throws SchemaException where there are none or too many, and where they hang in a ring
     */
    static ItemTree of(SceneItem item) {
        var parents = new HashMap<Entity, Entity>();
        var entities = new TreeSet<Entity>();
        for (var part : item.parts()) {
            entities.addAll(part.values().keySet());
            if (part.component().equals(SceneSnapshot.TRANSFORM)) {
                part.values()
                        .forEach((e, value) -> parent(value).ifPresent(p -> parents.put(e, p)));
            }
        }
        entities.addAll(parents.values());
        require(!entities.isEmpty(), "there is no entity in it");
        require(entities.size() <= MOST, "there are more entities in it than a scene can hold");
        var order = order(entities, parents);
        require(order.size() == entities.size(), "some of its entities hang below themselves");
        return new ItemTree(order, parents);
    }

    private static Optional<Entity> parent(Value transform) {
        return Optional.ofNullable(transform.members().get("parent"))
                .filter(Value.Num.class::isInstance)
                .flatMap(number -> Entity.of(number.number("", -1)));
    }

    private static List<Entity> order(SortedSet<Entity> entities, Map<Entity, Entity> parents) {
        var children = new TreeMap<Entity, List<Entity>>();
        var order = new ArrayList<Entity>();
        for (var entity : entities) {
            var parent = Optional.ofNullable(parents.get(entity));
            parent.map(p -> children.computeIfAbsent(p, key -> new ArrayList<>()))
                    .orElse(order)
                    .add(entity);
        }
        for (int next = 0; next < order.size(); next++) {
            order.addAll(children.getOrDefault(order.get(next), List.of()));
        }
        return order;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SchemaException(otherwise);
        }
    }

    /** Those that hang on none of the item. */
    List<Entity> roots() {
        return order.stream().filter(entity -> !parents.containsKey(entity)).toList();
    }
}
