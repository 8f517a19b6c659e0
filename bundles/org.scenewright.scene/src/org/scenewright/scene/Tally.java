// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.Optional;
import java.util.TreeMap;

/** How often each of some keys occurs. */
final class Tally<K extends Comparable<K>> {
    private final TreeMap<K, Integer> counts = new TreeMap<>();

    void add(K key) {
        counts.merge(key, 1, Integer::sum);
    }

    void remove(K key) {
        counts.computeIfPresent(key, (k, count) -> count == 1 ? null : count - 1);
    }

    int count(K key) {
        return counts.getOrDefault(key, 0);
    }

    boolean holds(K key) {
        return counts.containsKey(key);
    }

    Optional<K> highest() {
        return counts.isEmpty() ? Optional.empty() : Optional.of(counts.lastKey());
    }
}
