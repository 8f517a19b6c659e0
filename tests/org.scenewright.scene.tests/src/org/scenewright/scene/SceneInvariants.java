// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;

/** What holds of every snapshot, whatever was done to it. */
final class SceneInvariants {
    private SceneInvariants() {}

    static void check(SceneSnapshot snapshot) {
        var reached = new HashSet<Entity>();
        walk(snapshot, Entity.ROOT, reached);
        assertEquals(new HashSet<>(snapshot.entities()), reached, "the tree reaches everybody");
        for (var entity : snapshot.entities()) {
            assertEquals(
                    Hierarchy.effective(snapshot, entity),
                    snapshot.parent(entity),
                    "the parent of " + entity);
        }
    }

    private static void walk(SceneSnapshot snapshot, Entity entity, HashSet<Entity> reached) {
        assertTrue(reached.add(entity), entity + " occurs once in the tree");
        for (var child : snapshot.children(entity)) {
            assertEquals(entity, snapshot.parent(child), "the parent of " + child);
            walk(snapshot, child, reached);
        }
    }

    static void checkNames(SceneSnapshot snapshot) {
        var names = new HashSet<String>();
        snapshot.forEach(
                SceneSnapshot.NAME,
                (entity, name) ->
                        assertTrue(names.add(name.text("value", "")), name + " is unique"));
    }

    /** All that counts, the order of siblings included. */
    static Map<String, Object> content(SceneSnapshot snapshot) {
        var content = new TreeMap<String, Object>(values(snapshot));
        for (var entity : snapshot.entities()) {
            content.put(entity + " children", snapshot.children(entity));
        }
        content.put("settings", snapshot.settings());
        return content;
    }

    /** All but the order of siblings. */
    static Map<String, Object> values(SceneSnapshot snapshot) {
        var values = new TreeMap<String, Object>();
        for (var entity : snapshot.entities()) {
            values.put(entity + " parent", snapshot.parent(entity));
            for (String component : snapshot.components(entity)) {
                values.put(
                        entity + " " + component,
                        snapshot.value(entity, component).orElse(Value.EMPTY));
            }
        }
        return values;
    }
}
