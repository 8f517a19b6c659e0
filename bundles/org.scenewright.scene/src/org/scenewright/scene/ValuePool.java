// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;
import org.scenewright.schema.Value;

/**
 * Lets equal values that are read soon after one another be the same object; confined to one
 * thread.
 */
final class ValuePool {
    private static final int SLOTS = 1 << 14;

    private final @Nullable Value[] slots = new Value[SLOTS];

    Value shared(Value value) {
        int hash = value.hashCode();
        int slot = (hash ^ hash >>> 15) & SLOTS - 1;
        var known = slots[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        slots[slot] = value;
        return value;
    }
}
