// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** As many batches as go at once, with all that is under their seals, as those travel whole. */
final class Portion {
    private final long most;
    private final Set<Seal> seals = new HashSet<>();
    private final List<SignedBatch> batches = new ArrayList<>();
    private int count;
    private long bytes;

    /**
     * @param most how many bytes, but for what is under the first seal
     */
    Portion(long most) {
        this.most = most;
    }

    /** Adds a batch, where there is room for it. */
    boolean add(SignedBatch batch) {
        boolean isRoom = batch.isLight() && (seals.contains(batch.seal()) || fits(batch.seal()));
        if (isRoom) {
            batches.add(batch);
            if (seals.add(batch.seal())) {
                count += batch.seal().size();
                bytes += batch.seal().bytes();
            }
        }
        return isRoom;
    }

    private boolean fits(Seal seal) {
        return seals.isEmpty()
                || count + seal.size() <= SessionMessage.MOST_BATCHES
                        && bytes + seal.bytes() <= most;
    }

    List<SignedBatch> batches() {
        return List.copyOf(batches);
    }
}
