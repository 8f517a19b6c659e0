// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentType;

import java.util.List;

/**
 * What the sheet shows: entities of one scene.
 *
 * @param entities at least one, all of them alive
 */
record Target(Road road, List<Entity> entities) {

    SceneSnapshot snapshot() {
        return road.snapshot();
    }

    /** Whether it is the scene as a whole, which has settings. */
    boolean isScene() {
        return entities.equals(List.of(Entity.ROOT));
    }

    String title() {
        return entities.size() == 1
                ? snapshot().name(entities.getFirst())
                : entities.size() + " entities";
    }

    /** The types of the components that all of the entities have. */
    List<ComponentType> types() {
        var now = snapshot();
        return now.components(entities.getFirst()).stream()
                .filter(name -> entities.stream().allMatch(e -> now.value(e, name).isPresent()))
                .flatMap(name -> now.types().find(name).stream())
                .toList();
    }

    ComponentSubject component(ComponentType type) {
        return new ComponentSubject(road, entities, type);
    }
}
