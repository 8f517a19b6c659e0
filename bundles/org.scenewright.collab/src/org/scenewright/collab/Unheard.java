// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.State;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * What the person here wrote and nobody else is known to have.
 *
 * @param base the start of the session that it stands on
 * @param batches in the order in which each author wrote them
 */
record Unheard(long base, List<SignedBatch> batches) {
    static final Unheard NOTHING = new Unheard(0, List.of());

    Unheard {
        batches = List.copyOf(batches);
    }

    /** Those that a document has not. */
    List<SignedBatch> lackedBy(State state) {
        return batches.stream()
                .filter(
                        b ->
                                base != state.base()
                                        || !state.reach().covers(b.author(), b.sequence()))
                .toList();
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

    /** Whether it holds the same batches, as the same objects. */
    boolean isLike(Unheard other) {
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
