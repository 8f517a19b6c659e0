// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;
import org.scenewright.schema.Value;

/**
 * Lets equal values that are read soon after one another be the same object; confined to one
 * thread.
 */
final class ValuePool {
    private static final int BITS = 14;

    private final @Nullable Value[] slots = new Value[1 << BITS];

    Value shared(Value value) {
        // The golden ratio spreads even hashes of round numbers, which differ in few bits.
        int slot = hash(value) * 0x9E3779B9 >>> Integer.SIZE - BITS;
        var known = slots[slot];
        if (known != null && known.equals(value)) {
            return known;
        }
        slots[slot] = value;
        return value;
    }

    /** Unlike the hash of a map, this one tells red from green with the same numbers. */
    private static int hash(Value value) {
        int hash = 1;
        switch (value) {
            case Value.Fields(var fields) -> {
                for (var field : fields.entrySet()) {
                    hash = 31 * (31 * hash + field.getKey().hashCode()) + hash(field.getValue());
                }
            }
            case Value.Items(var items) -> {
                for (var item : items) {
                    hash = 31 * hash + hash(item);
                }
            }
            case Value.Num n -> hash = n.hashCode();
            case Value.Text t -> hash = t.hashCode();
            case Value.Flag f -> hash = f.hashCode();
            case Value.Nothing n -> hash = 0;
        }
        return hash ^ hash >>> 16;
    }
}
