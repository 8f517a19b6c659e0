// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import org.jspecify.annotations.NonNull;

/**
 * The identity of an entity: a 16-bit number in the low half and a 16-bit version in the high half.
 *
 * <p>Numbers 0 to 511 are reserved (ADR-219); scene entities use 512 to 65534.
 *
 * @param bits version shifted left by 16, or-ed with the number
 */
public record Entity(int bits) implements Comparable<@NonNull Entity> {

    public static final Entity ROOT = new Entity(0);
    public static final Entity PLAYER = new Entity(1);
    public static final Entity CAMERA = new Entity(2);

    /** The first number that a scene may give to an entity of its own. */
    public static final int FIRST_FREE_NUMBER = 512;

    /** The last number that a scene may give to an entity of its own. */
    public static final int LAST_NUMBER = 65534;

    public static Entity of(int number, int version) {
        return new Entity(version << 16 | number & 0xFFFF);
    }

    public int number() {
        return bits & 0xFFFF;
    }

    public int version() {
        return bits >>> 16;
    }

    public boolean isReserved() {
        return number() < FIRST_FREE_NUMBER;
    }

    /** The identity as the unsigned integer that files and messages carry. */
    public long toLong() {
        return Integer.toUnsignedLong(bits);
    }

    @Override
    public int compareTo(Entity other) {
        return Integer.compareUnsigned(bits, other.bits);
    }

    @Override
    public String toString() {
        return Long.toString(toLong());
    }
}
