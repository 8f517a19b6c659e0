// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.scenewright.crdt.Entity;

/**
 * Where a scene stands in what is drawn.
 *
 * @param origin the corner of its base parcel
 * @param isFixed whether it is only looked at, and nothing of it can be chosen
 */
record Site(Vector3fc origin, boolean isFixed) {
    /** That of the scene which is edited. */
    static final Site OWN = new Site(new Vector3f(), false);

    /** A new node of a scene that stands here. */
    Node node(Entity entity) {
        var node = isFixed ? Node.fixed(entity) : new Node(entity);
        if (entity.equals(Entity.ROOT)) {
            node.world().translation(origin);
        }
        return node;
    }
}
