// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;

/** Which of several entities stand above which. */
final class Subtrees {
    private Subtrees() {}

    /** The entities that no other of them stands above, in their order. */
    static List<Entity> tops(SceneSnapshot scene, Collection<Entity> entities) {
        var all = new HashSet<>(entities);
        var tops = new ArrayList<Entity>();
        for (var entity : entities) {
            if (!isBelow(scene, entity, all)) {
                tops.add(entity);
            }
        }
        return tops;
    }

    private static boolean isBelow(SceneSnapshot scene, Entity entity, Collection<Entity> others) {
        var up = entity;
        while (!up.equals(Entity.ROOT)) {
            up = scene.parent(up);
            if (others.contains(up)) {
                return true;
            }
        }
        return false;
    }
}
