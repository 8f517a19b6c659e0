// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The entities that leave the space of a scene.
 *
 * @param count of all of them
 * @param first as many as are marked, in the order of their numbers
 */
public record Strays(int count, List<Stray> first) {
    public static final Strays NONE = new Strays(0, List.of());

    /** As many as are marked; who has more learns the number. */
    static final int MOST = 500;

    public Strays {
        first = List.copyOf(first);
    }

    /** Those that are marked. */
    public Set<Entity> entities() {
        return first.stream().map(Stray::entity).collect(Collectors.toUnmodifiableSet());
    }
}
