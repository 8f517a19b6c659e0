// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** By which keys something is signed that is kept, each as often as there is such. */
final class Signers {
    private final Map<ByteBuffer, Integer> counts = new HashMap<>();

    void add(byte[] key) {
        counts.merge(ByteBuffer.wrap(key), 1, Integer::sum);
    }

    void remove(byte[] key) {
        counts.computeIfPresent(
                ByteBuffer.wrap(key), (signer, count) -> count > 1 ? count - 1 : null);
    }

    boolean holds(byte[] key) {
        return counts.containsKey(ByteBuffer.wrap(key));
    }

    /** How many keys there are. */
    int count() {
        return counts.size();
    }

    void clear() {
        counts.clear();
    }
}
