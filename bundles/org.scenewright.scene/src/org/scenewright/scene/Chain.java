// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** A list of different elements that grows in the middle without searching. */
final class Chain<K> {
    // A ring of places; place 0 holds nothing and is both the start and the end.
    private final List<Optional<K>> keys = new ArrayList<>(List.of(Optional.empty()));
    private final List<Integer> next = new ArrayList<>(List.of(0));
    private final Map<K, Integer> places = new HashMap<>();

    Chain(List<K> start) {
        follow(start, key -> true, (known, key) -> false);
    }

    /**
     * Inserts what is missing of another list, each behind what it follows there.
     *
     * @param isAnchor which elements of this list tell where the others stand
     * @param goesFirst whether an element of this list goes before one that is inserted in the same
     *     place
     */
    void follow(List<K> other, Predicate<K> isAnchor, BiPredicate<K, K> goesFirst) {
        int at = 0;
        for (K key : other) {
            int known = places.getOrDefault(key, 0);
            if (known == 0) {
                at = insert(key, at, k -> goesFirst.test(k, key));
            } else if (isAnchor.test(key)) {
                at = known;
            }
        }
    }

    private int insert(K key, int after, Predicate<K> isBefore) {
        int at = after;
        while (keys.get(next.get(at)).filter(isBefore).isPresent()) {
            at = next.get(at);
        }
        int place = keys.size();
        keys.add(Optional.of(key));
        next.add(next.get(at));
        next.set(at, place);
        places.put(key, place);
        return place;
    }

    List<K> list() {
        var list = new ArrayList<K>(places.size());
        for (int at = next.getFirst(); at != 0; at = next.get(at)) {
            keys.get(at).ifPresent(list::add);
        }
        return list;
    }
}
