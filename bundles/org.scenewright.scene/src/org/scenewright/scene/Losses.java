// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The fields that got lost last; of old ones only so many are kept, and what is lost again and
 * again, as to a script that writes in every frame, is kept once.
 */
final class Losses {
    private static final int MOST = 1000;

    private static final long MOST_BYTES = 16 << 20;

    // With how many there had been when each was heard of last.
    private final SequencedMap<Loss, Long> newestFirst = new LinkedHashMap<>();
    private long count;
    private long bytes;

    void add(Replica.Typed cell, CellState.Overruled overruled) {
        var loss =
                new Loss(
                        cell.entity(),
                        cell.type().name(),
                        overruled.path(),
                        overruled.lost().address(),
                        overruled.lost().value(),
                        overruled.winner());
        forget(loss);
        newestFirst.putFirst(loss, ++count);
        bytes += weight(loss);
        while (newestFirst.size() > MOST || bytes > MOST_BYTES && newestFirst.size() > 1) {
            forget(newestFirst.lastEntry().getKey());
        }
    }

    private void forget(Loss loss) {
        Optional.ofNullable(newestFirst.remove(loss)).ifPresent(number -> bytes -= weight(loss));
    }

    private static long weight(Loss loss) {
        return Weight.of(loss.path()) + Weight.of(loss.lost());
    }

    /** How many were ever heard of. */
    long count() {
        return count;
    }

    /**
     * Forgets those that were heard of while there were so many, and not again since.
     *
     * @return whether there were any
     */
    boolean forget(long until) {
        var known =
                newestFirst.entrySet().stream()
                        .filter(loss -> loss.getValue() <= until)
                        .map(Map.Entry::getKey)
                        .toList();
        known.forEach(this::forget);
        return !known.isEmpty();
    }

    /**
     * What there is to keep.
     *
     * @param newestFirst with how many there had been when each was heard of last
     * @param count how many there ever were
     */
    record Kept(SequencedMap<Loss, Long> newestFirst, long count) {
        static final Kept NONE = new Kept(new LinkedHashMap<>(), 0);
    }

    Kept kept() {
        return new Kept(new LinkedHashMap<>(newestFirst), count);
    }

    /** Goes on as it was when the document was kept. */
    void restore(Kept kept) {
        kept.newestFirst().forEach(newestFirst::putLast);
        bytes += newestFirst.keySet().stream().mapToLong(Losses::weight).sum();
        count = kept.count();
    }

    List<Loss> all() {
        return List.copyOf(newestFirst.sequencedKeySet());
    }
}
