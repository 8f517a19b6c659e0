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
    private Load all = Load.NOTHING;

    private record Parked(SignedBatch batch, long since) {}

    /** How much waits. */
    private record Load(int count, long bytes) {
        static final Load NOTHING = new Load(0, 0);

        Load with(SignedBatch batch) {
            return new Load(count + 1, bytes + batch.weight());
        }

        Load without(SignedBatch batch) {
            return new Load(count - 1, bytes - batch.weight());
        }

        boolean isWithin(int most, long mostBytes) {
            return count <= most && bytes <= mostBytes;
        }
    }

    /** Lets a batch wait; whether it does from now on, and did not before. */
    boolean park(SignedBatch batch, long now) {
        String address = batch.author().address();
        var ofOne = loads.getOrDefault(address, Load.NOTHING).with(batch);
        boolean isRoom =
                all.with(batch).isWithin(MOST, MOST_BYTES)
                        && ofOne.isWithin(MOST_OF_ONE, MOST_BYTES_OF_ONE);
        if (!isRoom || isParked(batch)) {
            return false;
        }
        waiting.computeIfAbsent(batch.author(), a -> new TreeMap<>())
                .put(batch.sequence(), new Parked(batch, now));
        loads.put(address, ofOne);
        all = all.with(batch);
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
        var rest = loads.getOrDefault(address, Load.NOTHING).without(batch);
        if (rest.count() <= 0) {
            loads.remove(address);
        } else {
            loads.put(address, rest);
        }
        all = all.without(batch);
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
        all = Load.NOTHING;
    }
}
