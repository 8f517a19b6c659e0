// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.Optional;
import java.util.TreeMap;

/** Batches that overtook others, until those are there; of too many the rest has to come again. */
final class Parking {
    private static final int MOST = 4096;
    private static final long MOST_BYTES = 32L << 20;

    private final TreeMap<Author, TreeMap<Long, SignedBatch>> waiting = new TreeMap<>();
    private int size;
    private long bytes;

    void park(SignedBatch batch) {
        if (size < MOST && bytes + batch.weight() <= MOST_BYTES) {
            var ofAuthor = waiting.computeIfAbsent(batch.author(), a -> new TreeMap<>());
            if (ofAuthor.putIfAbsent(batch.sequence(), batch) == null) {
                size++;
                bytes += batch.weight();
            }
        }
    }

    /** Takes out the batch of an author that follows on another one, if it waits here. */
    Optional<SignedBatch> next(Author author, long after) {
        var ofAuthor = waiting.getOrDefault(author, new TreeMap<>());
        ofAuthor.headMap(after, true).keySet().stream().toList().forEach(n -> take(ofAuthor, n));
        var next = take(ofAuthor, after + 1);
        if (ofAuthor.isEmpty()) {
            waiting.remove(author);
        }
        return next;
    }

    private Optional<SignedBatch> take(TreeMap<Long, SignedBatch> ofAuthor, long sequence) {
        var taken = Optional.ofNullable(ofAuthor.remove(sequence));
        taken.ifPresent(
                batch -> {
                    size--;
                    bytes -= batch.weight();
                });
        return taken;
    }

    boolean isWaiting() {
        return size > 0;
    }

    void clear() {
        waiting.clear();
        size = 0;
        bytes = 0;
    }
}
