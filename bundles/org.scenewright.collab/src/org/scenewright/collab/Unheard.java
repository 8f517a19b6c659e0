// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.State;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the person here wrote and nobody else is sure to have.
 *
 * @param base the start of the session that it stands on
 * @param batches in the order in which each author wrote them
 * @param said how far others say that they have it, who need not
 */
record Unheard(long base, List<SignedBatch> batches, Reach said) {
    static final Unheard NOTHING = new Unheard(0, List.of(), Reach.NOTHING);

    Unheard {
        batches = List.copyOf(batches);
    }

    /** How many nobody says that they have. */
    long lacking() {
        return beyond(said).size();
    }

    /** Those that a document has not; of another start that nobody says that they have. */
    List<SignedBatch> lackedBy(State state) {
        return beyond(base == state.base() ? state.reach() : said);
    }

    private List<SignedBatch> beyond(Reach reach) {
        return batches.stream().filter(b -> !reach.covers(b.author(), b.sequence())).toList();
    }

    /** Those of them that follow on what it has. */
    List<SignedBatch> following(State state) {
        var last = new TreeMap<Author, Long>();
        var following = new ArrayList<SignedBatch>();
        for (var batch : base == state.base() ? batches : List.<SignedBatch>of()) {
            long before = last.computeIfAbsent(batch.author(), state.reach()::of);
            if (batch.sequence() == before + 1) {
                following.add(batch);
                last.put(batch.author(), batch.sequence());
            }
        }
        return following;
    }

    /** Those that it is said to have, of each author up to the last one that it has. */
    List<SignedBatch> claimedBy(State state) {
        var wanted = new TreeMap<>(state.reach().last());
        var claimed = new ArrayList<SignedBatch>();
        for (var batch : base == state.base() ? batches.reversed() : List.<SignedBatch>of()) {
            if (wanted.remove(batch.author(), batch.sequence())) {
                claimed.add(batch);
                wanted.put(batch.author(), batch.sequence() - 1);
            }
        }
        return claimed.reversed();
    }

    /** Whether it is the same, as far as anybody says that they have it. */
    boolean isLike(Unheard other) {
        return holdsLike(other) && said.equals(other.said);
    }

    /** Whether it holds the same batches, as the same objects. */
    boolean holdsLike(Unheard other) {
        int size = batches.size();
        boolean isAlike = base == other.base && size == other.batches.size();
        return isAlike
                && (size == 0
                        || batches.getFirst() == other.batches.getFirst()
                                && batches.getLast() == other.batches.getLast());
    }

    static List<Batch> plain(List<SignedBatch> signed) {
        return signed.stream().map(SignedBatch::batch).toList();
    }
}
