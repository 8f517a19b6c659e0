// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;
import java.util.Set;

/** What gives entities their pieces. */
interface Wardrobe {

    /**
     * The pieces of one entity; what it asks of the assets is noted anew.
     *
     * @param colliders whether colliders are shown among them
     */
    List<Piece> of(SceneSnapshot scene, Entity entity, boolean colliders);

    /** Those that look different because players of videos do. */
    default Set<Entity> screens(Set<Entity> players) {
        return Set.of();
    }

    /** Whether entities have pieces although they are not seen. */
    boolean dressesHidden();
}
