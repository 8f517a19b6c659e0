// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import org.jspecify.annotations.NonNull;

import java.util.Optional;

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

    /**
     * The entity that a file means by a number; nothing where no entity can bear it: one that is
     * negative, not whole or too large, or whose low half is above {@link #LAST_NUMBER}.
     */
    public static Optional<Entity> of(double number) {
        long bits = (long) number;
        boolean isWhole = bits == number && bits >= 0 && bits <= 0xFFFF_FFFFL;
        return isWhole && (bits & 0xFFFF) <= LAST_NUMBER
                ? Optional.of(new Entity((int) bits))
                : Optional.empty();
    }

    /** The entity that a key spells in the one way in which numbers are written: ASCII digits. */
    public static Optional<Entity> parse(String key) {
        boolean isNumber = !key.isEmpty() && key.length() <= 10;
        for (int i = 0; isNumber && i < key.length(); i++) {
            isNumber = key.charAt(i) >= '0' && key.charAt(i) <= '9';
        }
        boolean isPadded = key.length() > 1 && key.charAt(0) == '0';
        return isNumber && !isPadded ? of(Long.parseLong(key)) : Optional.empty();
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
