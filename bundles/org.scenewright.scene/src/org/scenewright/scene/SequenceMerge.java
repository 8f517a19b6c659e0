// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Merges what two sides made of the order of a list whose elements are all different.
 *
 * <p>What one side moved stands where it put it, what a side inserted stands behind what it stood
 * behind there; what both inserted in one place stands in the order of its rank. Elements that a
 * side took out still hold their place: the caller leaves out what is gone.
 */
final class SequenceMerge<K> {
    private final List<K> base;
    private final List<K> ours;
    private final List<K> theirs;
    private final Set<K> movedByUs;
    private final Set<K> movedByThem;
    private final boolean isSameOrder;
    private final Comparator<K> rank;

    /**
     * @param rank the order of what both sides inserted in one place
     */
    SequenceMerge(List<K> base, List<K> ours, List<K> theirs, Comparator<K> rank) {
        this.rank = rank;
        this.base = base;
        this.ours = ours;
        this.theirs = theirs;
        this.movedByUs = moved(base, ours);
        this.movedByThem = moved(base, theirs);
        this.isSameOrder = common(ours, theirs).equals(common(theirs, ours));
    }

    private static <K> List<K> common(List<K> list, List<K> other) {
        var others = new HashSet<>(other);
        return list.stream().filter(others::contains).toList();
    }

    /** The fewest elements of a list that have to be moved to make it the other one. */
    private static <K> Set<K> moved(List<K> from, List<K> to) {
        var places = new HashMap<K, Integer>();
        to.forEach(key -> places.put(key, places.size()));
        var pairs = new ArrayList<int[]>();
        for (int i = 0; i < from.size(); i++) {
            if (places.containsKey(from.get(i))) {
                pairs.add(new int[] {i, places.getOrDefault(from.get(i), 0)});
            }
        }
        var moved = new HashSet<K>();
        pairs.forEach(pair -> moved.add(from.get(pair[0])));
        Alignment.ascending(pairs).forEach(pair -> moved.remove(from.get(pair[0])));
        return moved;
    }

    /** Whether both sides put the same element elsewhere; it stands as in ours then. */
    boolean isDisputed() {
        return !isSameOrder && movedByThem.stream().anyMatch(movedByUs::contains);
    }

    /** All elements of the three lists in the merged order. */
    List<K> merged() {
        var toMove = new HashSet<K>();
        if (!isSameOrder) {
            toMove.addAll(movedByThem);
            toMove.removeAll(movedByUs);
        }
        var chain = new Chain<>(full(ours, movedByUs).filter(k -> !toMove.contains(k)).toList());
        var known = new HashSet<>(base);
        known.addAll(theirs);
        chain.follow(
                full(theirs, movedByThem).toList(),
                key -> !movedByUs.contains(key),
                (mine, key) ->
                        rank.compare(mine, key) < 0
                                && (!known.contains(mine) || movedByUs.contains(mine)));
        return chain.list();
    }

    /** One side's list with what it took out of the base back in its old place. */
    private Stream<K> full(List<K> side, Set<K> moved) {
        var chain = new Chain<>(side);
        chain.follow(base, key -> !moved.contains(key), (mine, key) -> false);
        return chain.list().stream();
    }
}
