// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Optional;

/**
 * A position among siblings that is found again after others changed the list.
 *
 * @param parent the parent
 * @param index the position, from 0
 * @param after the sibling that stood before it; empty for the first
 */
record Spot(Entity parent, int index, Optional<Entity> after) {

    static Spot of(Entity parent, List<Entity> siblings, int index) {
        return new Spot(
                parent,
                index,
                index == 0 ? Optional.empty() : Optional.of(siblings.get(index - 1)));
    }

    /** The end of the list, whatever it holds by then. */
    static Spot end(Entity parent) {
        return new Spot(parent, Integer.MAX_VALUE, Optional.empty());
    }

    /**
     * Where to insert into a list: behind the same sibling, or at the same position where it is
     * gone.
     */
    int in(Draft draft) {
        var siblings = draft.children(parent);
        int limited = Math.min(index, siblings.size());
        boolean isThere =
                after.isEmpty()
                        || limited > 0 && siblings.get(limited - 1).equals(after.orElseThrow());
        return isThere
                ? limited
                : after.filter(sibling -> draft.now().parent(sibling).equals(parent))
                        .map(draft::index)
                        .filter(found -> found >= 0)
                        .map(found -> found + 1)
                        .orElse(limited);
    }
}
