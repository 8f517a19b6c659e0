// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.scene.Author;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Batches that overtook others, until those are there or for a while; so many of one address and of
 * all together, of more the rest has to come again.
 */
final class Parking {
    /** How long a batch waits, in milliseconds; whoever has it gives it again after that. */
    static final long PATIENCE = 20_000;

    /** How many batches may be missing before one. */
    static final long FARTHEST = 1 << 16;

    private static final int MOST = 4096;
    private static final int MOST_OF_ONE = 1024;
    private static final long MOST_BYTES = 32L << 20;
    private static final long MOST_BYTES_OF_ONE = MOST_BYTES / 4;

    private final TreeMap<Author, TreeMap<Long, Parked>> waiting = new TreeMap<>();
    private final Map<String, Load> loads = new TreeMap<>();
    private final Load all = new Load();

    private record Parked(SignedBatch batch, long since) {}

    /** Lets a batch wait; whether it does from now on, and did not before. */
    boolean park(SignedBatch batch, long now) {
        String address = batch.author().address();
        var ofOne = loads.getOrDefault(address, new Load());
        boolean isRoom =
                all.admits(batch, MOST, MOST_BYTES)
                        && ofOne.admits(batch, MOST_OF_ONE, MOST_BYTES_OF_ONE);
        if (!isRoom || isParked(batch)) {
            return false;
        }
        waiting.computeIfAbsent(batch.author(), a -> new TreeMap<>())
                .put(batch.sequence(), new Parked(batch, now));
        ofOne.add(batch);
        loads.put(address, ofOne);
        all.add(batch);
        return true;
    }

    private boolean isParked(SignedBatch batch) {
        return of(batch.author()).containsKey(batch.sequence());
    }

    private TreeMap<Long, Parked> of(Author author) {
        return waiting.getOrDefault(author, new TreeMap<>());
    }

    /** Takes out the batch of an author that follows on another one, if it waits here. */
    Optional<SignedBatch> next(Author author, long after) {
        if (all.count() == 0) {
            return Optional.empty();
        }
        of(author).headMap(after, true).keySet().stream().toList().forEach(n -> take(author, n));
        return take(author, after + 1);
    }

    private Optional<SignedBatch> take(Author author, long sequence) {
        var ofAuthor = of(author);
        var taken = Optional.ofNullable(ofAuthor.remove(sequence)).map(Parked::batch);
        taken.ifPresent(this::unload);
        if (ofAuthor.isEmpty()) {
            waiting.remove(author);
        }
        return taken;
    }

    private void unload(SignedBatch batch) {
        String address = batch.author().address();
        loads.computeIfPresent(
                address,
                (one, load) -> {
                    load.remove(batch);
                    return load.count() > 0 ? load : null;
                });
        all.remove(batch);
    }

    /** Forgets what waited for too long. */
    void expire(long now) {
        if (all.count() > 0) {
            waiting.values().stream()
                    .flatMap(ofAuthor -> ofAuthor.values().stream())
                    .filter(parked -> now - parked.since() > PATIENCE)
                    .map(Parked::batch)
                    .toList()
                    .forEach(batch -> take(batch.author(), batch.sequence()));
        }
    }

    /** How many wait. */
    int size() {
        return all.count();
    }

    void clear() {
        waiting.clear();
        loads.clear();
        all.clear();
    }
}
