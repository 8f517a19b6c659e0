// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Optional;

/** One thing that happened to the tree, exact enough to be taken back. */
sealed interface Relocation {

    /**
     * An entity went from one spot to another; without the first it came into being, without the
     * second it ended.
     */
    record Moved(Entity entity, Optional<Spot> from, Optional<Spot> to) implements Relocation {}

    /** The children of an entity were put into another order. */
    record Reordered(Entity parent, List<Entity> before, List<Entity> after) implements Relocation {
        public Reordered {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
