// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.SceneSnapshot;

import java.util.List;

/** What gives entities their pieces. */
interface Wardrobe {

    /**
     * The pieces of one entity; what it asks of the assets is noted anew.
     *
     * @param colliders whether colliders are shown among them
     */
    List<Piece> of(SceneSnapshot scene, Entity entity, boolean colliders);

    /** Whether entities have pieces although they are not seen. */
    boolean dressesHidden();
}
