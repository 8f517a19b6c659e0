// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * About how much memory batches take that are kept, each seal once with all that is under it:
 * whoever keeps one batch keeps the bytes of all that were signed with it. Not thread-safe.
 */
final class Load {
    private final Map<Seal, Share> seals = new IdentityHashMap<>();
    private int count;
    private long bytes;

    /**
     * What is kept under one seal.
     *
     * @param weighed the bytes of the seal, as they were when the last batch came
     */
    private record Share(int batches, long weighed) {
        static final Share NOTHING = new Share(0, 0);
    }

    void add(SignedBatch batch) {
        bytes += added(batch);
        count++;
        var seal = batch.seal();
        seals.put(seal, new Share(share(seal).batches() + 1, seal.bytes()));
    }

    void remove(SignedBatch batch) {
        bytes -= own(batch);
        count--;
        var seal = batch.seal();
        var share = share(seal);
        if (share.batches() > 1) {
            seals.put(seal, new Share(share.batches() - 1, share.weighed()));
        } else {
            bytes -= share.weighed();
            seals.remove(seal);
        }
    }

    /** How much a batch would add to it. */
    private long added(SignedBatch batch) {
        return own(batch) + batch.seal().bytes() - share(batch.seal()).weighed();
    }

    /** What a batch takes beside the bytes that its seal holds. */
    private static long own(SignedBatch batch) {
        return batch.weight() - batch.bytes().length;
    }

    private Share share(Seal seal) {
        return seals.getOrDefault(seal, Share.NOTHING);
    }

    /** Whether there is room for another batch. */
    boolean admits(SignedBatch batch, int most, long mostBytes) {
        return count < most && bytes + added(batch) <= mostBytes;
    }

    /** How many there are. */
    int count() {
        return count;
    }

    long bytes() {
        return bytes;
    }

    void clear() {
        seals.clear();
        count = 0;
        bytes = 0;
    }
}
