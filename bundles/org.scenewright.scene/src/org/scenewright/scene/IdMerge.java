// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/**
 * Gives ids of one number range that both sides gave to different things another number on their
 * side.
 *
 * <p>What both sides gave ids to in the same place is one thing and has the id of ours.
 */
final class IdMerge {
    private final SequencedMap<Step.Cell, Long> theirs;
    private final SequencedMap<Step.Cell, Long> issued = new LinkedHashMap<>();
    private long last;
    private int changed;

    /** The ids of each state by the place that has them, and the last one given out. */
    private record Ids(
            Map<Step.Cell, Long> base,
            Map<Step.Cell, Long> ours,
            SequencedMap<Step.Cell, Long> theirs,
            long last) {}

    /**
     * @param now the number that an entity of theirs has in the merged state
     */
    private IdMerge(Ids ids, UnaryOperator<Entity> now) {
        this.theirs = ids.theirs();
        this.last = ids.last();
        var known = new HashSet<>(ids.base().values());
        var ours = new HashMap<>(ids.ours());
        ours.values().removeIf(known::contains);
        var uses = new HashMap<Long, Integer>();
        ours.values().forEach(id -> uses.merge(id, 1, Integer::sum));
        for (var entry : theirs.entrySet()) {
            var cell = entry.getKey();
            long id = entry.getValue();
            if (!known.contains(id)) {
                var here = new Step.Cell(now.apply(cell.entity()), cell.component());
                issue(cell, ours.getOrDefault(here, uses.containsKey(id) ? last + 1 : id));
            }
        }
    }

    private void issue(Step.Cell cell, long id) {
        last = Math.max(last, id);
        issued.put(cell, id);
        changed += theirs.getOrDefault(cell, id) == id ? 0 : 1;
    }

    /** The ids of smart items. */
    static IdMerge packs(ThreeWay.Versions versions, UnaryOperator<Entity> now) {
        var ids =
                new Ids(
                        PackIds.of(versions.base()),
                        PackIds.of(versions.ours()),
                        PackIds.of(versions.theirs()),
                        highest(versions, PackIds::last));
        return new IdMerge(ids, now);
    }

    /** The ids in the network. */
    static IdMerge network(ThreeWay.Versions versions, UnaryOperator<Entity> now) {
        var ids =
                new Ids(
                        NetworkIds.of(versions.base()),
                        NetworkIds.of(versions.ours()),
                        NetworkIds.of(versions.theirs()),
                        highest(versions, NetworkIds::last));
        return new IdMerge(ids, now);
    }

    private static long highest(ThreeWay.Versions versions, ToLongFunction<SceneSnapshot> last) {
        return versions.all().stream().mapToLong(last).max().orElseThrow();
    }

    /** What their ids were. */
    Map<Step.Cell, Long> was() {
        return theirs;
    }

    /** The ids that they gave out, as they are to be. */
    SequencedMap<Step.Cell, Long> issued() {
        return issued;
    }

    /** The last id that anybody gave out. */
    long last() {
        return last;
    }

    /** How many of theirs are others than they were. */
    int changed() {
        return changed;
    }
}
