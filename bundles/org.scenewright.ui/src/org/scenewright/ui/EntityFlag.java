// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.List;

/** A mark that editors put on entities for themselves, each a component with one truth value. */
enum EntityFlag {
    HIDDEN(SceneSnapshot.HIDE, "Hide", "Show", "hidden", "visible"),
    LOCKED(SceneSnapshot.LOCK, "Lock", "Unlock", "locked", "unlocked");

    private final String component;
    private final String setLabel;
    private final String clearLabel;
    private final String setIcon;
    private final String clearIcon;

    EntityFlag(String... words) {
        component = words[0];
        setLabel = words[1];
        clearLabel = words[2];
        setIcon = words[3];
        clearIcon = words[4];
    }

    /** What a column of these marks is called. */
    String label() {
        return setLabel;
    }

    String icon(boolean on) {
        return on ? setIcon : clearIcon;
    }

    String component() {
        return component;
    }

    boolean isOn(SceneSnapshot snapshot, Entity entity) {
        return snapshot.value(entity, component)
                .map(value -> value.flag("value", false))
                .orElse(false);
    }

    /** Whether the mark is on an entity or on anything above it. */
    boolean holds(SceneSnapshot snapshot, Entity entity) {
        return isOn(snapshot, entity)
                || !entity.equals(Entity.ROOT) && holds(snapshot, snapshot.parent(entity));
    }

    /** What a menu calls the other state of entities. */
    String label(SceneSnapshot snapshot, List<Entity> entities) {
        return allOn(snapshot, entities) ? clearLabel : setLabel;
    }

    /** The edit that marks entities, or takes the mark away where all have it. */
    Edit toggle(SceneSnapshot snapshot, List<Entity> entities) {
        boolean on = allOn(snapshot, entities);
        var edits = entities.stream().map(entity -> set(entity, !on)).toList();
        return new Edit.All(label(snapshot, entities) + " " + all(snapshot, entities), edits);
    }

    private static String all(SceneSnapshot snapshot, List<Entity> entities) {
        return entities.size() == 1
                ? snapshot.name(entities.getFirst())
                : Counted.entities(entities.size());
    }

    private Edit set(Entity entity, boolean on) {
        return on
                ? new Edit.Put(entity, component, Value.fields("value", Value.of(true)))
                : new Edit.Remove(entity, component);
    }

    private boolean allOn(SceneSnapshot snapshot, List<Entity> entities) {
        return !entities.isEmpty() && entities.stream().allMatch(entity -> isOn(snapshot, entity));
    }
}
