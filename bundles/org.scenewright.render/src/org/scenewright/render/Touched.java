// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Change;
import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What changes mean for the picture.
 *
 * @param gone entities that are no more
 * @param placed entities whose place, or what they pass on to those below, changed
 * @param dressed entities that look different
 * @param players entities whose videos changed
 * @param marked entities whose marks and lights changed
 * @param ground whether the scene's own ground changed
 */
record Touched(
        Set<Entity> gone,
        Set<Entity> placed,
        Set<Entity> dressed,
        Set<Entity> players,
        Set<Entity> marked,
        boolean ground) {
    private static final Set<String> PLACES =
            Set.of(
                    SceneSnapshot.TRANSFORM,
                    Node.VISIBILITY,
                    SceneSnapshot.HIDE,
                    SceneSnapshot.LOCK,
                    Node.BILLBOARD);

    static Touched by(Changes changes) {
        var touched = new Touched(set(), set(), set(), set(), set(), configures(changes));
        changes.list().forEach(touched::take);
        return touched;
    }

    /** Nothing is touched yet; more may be added. */
    static Touched nothing() {
        return new Touched(set(), set(), set(), set(), set(), false);
    }

    /** Takes more changes to entities into account. */
    void add(Changes changes) {
        changes.list().forEach(this::take);
    }

    private static Set<Entity> set() {
        return new LinkedHashSet<>();
    }

    private static boolean configures(Changes changes) {
        return changes.list().stream().anyMatch(Change.Configured.class::isInstance);
    }

    private void take(Change change) {
        switch (change) {
            case Change.Spawned(var entity) -> placed.add(entity);
            case Change.Despawned(var entity) -> gone.add(entity);
            case Change.Moved(var entity, var oldParent, var newParent) -> placed.add(entity);
            case Change.Written(var entity, var component, var before, var after) ->
                    write(entity, component);
            case Change.Configured(var before, var after) -> {}
            case Change.Declared(var component) -> {}
        }
    }

    private void write(Entity entity, String component) {
        if (component.equals(Videos.PLAYER)) {
            players.add(entity);
        }
        if (PLACES.contains(component)) {
            placed.add(entity);
        } else if (Looks.COMPONENTS.contains(component)) {
            dressed.add(entity);
        } else if (Mark.COMPONENTS.contains(component)) {
            marked.add(entity);
        }
    }
}
