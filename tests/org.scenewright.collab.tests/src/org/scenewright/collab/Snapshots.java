// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** What a document holds, to be compared. */
final class Snapshots {
    private Snapshots() {}

    /** All that a save would write, the order of siblings included. */
    static Map<String, Object> content(SceneSnapshot snapshot) {
        var content = new TreeMap<String, Object>();
        for (var entity : snapshot.entities()) {
            content.put(entity + " parent", snapshot.parent(entity));
            content.put(entity + " children", snapshot.children(entity));
            for (String component : snapshot.components(entity)) {
                content.put(
                        entity + " " + component,
                        snapshot.value(entity, component).orElse(Value.EMPTY));
            }
        }
        content.put("settings", snapshot.settings());
        return content;
    }

    /** The first thing that differs between two documents. */
    static Optional<String> difference(SceneSnapshot ours, SceneSnapshot theirs) {
        var here = content(ours);
        var there = content(theirs);
        var all = new TreeMap<>(here);
        all.putAll(there);
        return all.keySet().stream()
                .filter(key -> !Objects.equals(here.get(key), there.get(key)))
                .map(key -> "%s: %s / %s".formatted(key, here.get(key), there.get(key)))
                .findFirst();
    }

    /** The entity with a name. */
    static Entity find(SceneSnapshot snapshot, String name) {
        return snapshot.entities().stream()
                .filter(entity -> snapshot.name(entity).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name));
    }
}
