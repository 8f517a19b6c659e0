// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.Arrays;
import java.util.Optional;

/** Who wins of two writes of one component at the same time (ADR-117). */
public final class LwwRule {
    private LwwRule() {}

    /**
     * Compares data of equal timestamps: no data is less than any, shorter is less than longer,
     * then unsigned bytes decide.
     *
     * @param known the data of one write, empty for a deletion
     * @param incoming the data of the other
     * @return more than 0 where the first one wins, 0 where both say the same
     */
    public static int compare(Optional<byte[]> known, Optional<byte[]> incoming) {
        if (known.isEmpty() || incoming.isEmpty()) {
            return Boolean.compare(known.isPresent(), incoming.isPresent());
        }
        int length = Integer.compare(known.get().length, incoming.get().length);
        return length != 0 ? length : Arrays.compareUnsigned(known.get(), incoming.get());
    }
}
