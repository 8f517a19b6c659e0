// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.BitSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a document knows of entity numbers besides those in use; nobody changes it any more.
 *
 * @param spared the numbers that new entities are not given while there are others
 * @param retired the numbers of which others ignore what is said
 * @param newest the newest version of numbers that was ever heard of, where that is not 0
 * @param leased the numbers that new entities may be given; empty where that is all
 * @param bare the entities that the files list without any component
 */
record Numbers(
        BitSet spared,
        BitSet retired,
        Map<Integer, Integer> newest,
        Optional<BitSet> leased,
        Set<Entity> bare) {
    Numbers {
        newest = Map.copyOf(newest);
        bare = Set.copyOf(bare);
    }

    /** What files tell. */
    static Numbers of(SceneSnapshot files) {
        var bare = new HashSet<>(files.entities());
        for (String component : files.componentNames()) {
            files.forEach(component, (entity, value) -> bare.remove(entity));
        }
        return new Numbers(new BitSet(), new BitSet(), Map.of(), Optional.empty(), bare);
    }
}
