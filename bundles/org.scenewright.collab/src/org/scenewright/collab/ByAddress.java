// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What is known of so many addresses: of more the one is forgotten of which there was nothing new
 * for the longest time. Not thread-safe.
 */
final class ByAddress<V> {
    /** How many addresses are known at most. */
    static final int MOST = 1024;

    private final SequencedMap<String, V> known = new LinkedHashMap<>();

    Optional<V> find(String address) {
        return Optional.ofNullable(known.get(address));
    }

    /** Knows that of an address from now on. */
    void put(String address, V value) {
        known.putLast(address, value);
        if (known.size() > MOST) {
            known.pollFirstEntry();
        }
    }
}
