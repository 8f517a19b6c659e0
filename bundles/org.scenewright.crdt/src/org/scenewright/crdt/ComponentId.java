// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import org.jspecify.annotations.NonNull;

/**
 * The number of a component on the wire, an unsigned 32-bit integer; below 2048 for the core
 * components.
 *
 * @param value the unsigned number in the bits of an int
 */
public record ComponentId(int value) implements Comparable<@NonNull ComponentId> {

    public long toLong() {
        return Integer.toUnsignedLong(value);
    }

    @Override
    public int compareTo(ComponentId other) {
        return Integer.compareUnsigned(value, other.value);
    }

    @Override
    public String toString() {
        return Long.toString(toLong());
    }
}
