// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bounds;

/** An entity as a {@link Census} knows it: where it is, and what it adds to the scene. */
final class Dwelling {
    final Node node;
    Burden burden = Burden.NONE;
    boolean isWeighed;

    /** How high it reaches; not above the ground where nothing of it is seen. */
    float top;

    Dwelling(Node node) {
        this.node = node;
    }

    /** The box around what is seen of it. */
    Bounds bounds() {
        return burden.kinds().stream()
                .map(kind -> kind.bounds(node.world()))
                .reduce(Bounds.EMPTY, Bounds::union);
    }
}
