// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows of a tree that changes concern.
 *
 * @param parents whose children may be others now
 * @param touched whose own row may look different
 */
record Affected(Set<Entity> parents, Set<Entity> touched) {
    private static final Set<String> SHOWN =
            Stream.concat(
                            Stream.of(
                                    SceneSnapshot.NAME,
                                    EntityFlag.HIDDEN.component(),
                                    EntityFlag.LOCKED.component()),
                            EntityKind.decisive())
                    .collect(Collectors.toUnmodifiableSet());

    /** The rows that changes concern which led from one snapshot to another. */
    static Affected by(List<Changes> all, SceneSnapshot before, SceneSnapshot after) {
        var affected = new Affected(new HashSet<>(), new HashSet<>());
        all.forEach(
                changes -> changes.list().forEach(change -> affected.add(change, before, after)));
        return affected;
    }

    /** Whether a row may look different after a change. */
    static boolean concerns(Change change) {
        return switch (change) {
            case Change.Spawned s -> true;
            case Change.Despawned d -> true;
            case Change.Moved m -> true;
            case Change.Written written -> SHOWN.contains(written.component());
            case Change.Configured c -> true;
            case Change.Declared d -> false;
        };
    }

    private void add(Change change, SceneSnapshot before, SceneSnapshot after) {
        switch (change) {
            case Change.Spawned(var entity) -> parents.add(after.parent(entity));
            case Change.Despawned(var entity) -> parents.add(before.parent(entity));
            case Change.Moved(var entity, var oldParent, var newParent) ->
                    parents.addAll(List.of(oldParent, newParent));
            case Change.Written written -> written(written.entity(), written.component());
            case Change.Configured configured -> touched.add(Entity.ROOT);
            case Change.Declared declared -> {}
        }
    }

    private void written(Entity entity, String component) {
        if (SHOWN.contains(component)) {
            touched.add(entity);
        }
    }
}
