// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.BitSet;
import java.util.Optional;

/**
 * Which entities there are and were, and which may come next: the book that the SDK keeps.
 *
 * <p>Not thread-safe. A number whose entity was removed is given out again with the next version;
 * reserved numbers (ADR-219) are neither given out nor removed. Of one number the newest version
 * counts, all older ones are removed.
 */
public final class EntityNumbers {
    private static final int NUMBERS = 1 << 16;
    private static final int LAST_VERSION = 0xFFFF;

    private final int first;
    private final BitSet known = new BitSet();
    private final BitSet reusable = new BitSet();

    // Versions plus one; 0 where there is none.
    private final int[] used = new int[NUMBERS];
    private final int[] removed = new int[NUMBERS];

    /**
     * A book in which nothing stands yet.
     *
     * @param first the lowest number to give out unless it is one of an entity that was removed
     */
    public EntityNumbers(int first) {
        if (first < Entity.FIRST_FREE_NUMBER || first > Entity.LAST_NUMBER) {
            throw new IllegalArgumentException("first: " + first);
        }
        this.first = first;
    }

    /** An entity that was never there, with the lowest number that can be had; or none is left. */
    public Optional<Entity> next() {
        int number = reusable.nextSetBit(Entity.FIRST_FREE_NUMBER);
        if (number < 0) {
            number = known.nextClearBit(first);
        }
        if (number > Entity.LAST_NUMBER) {
            return Optional.empty();
        }
        var entity = Entity.of(number, removed[number]);
        use(entity);
        return Optional.of(entity);
    }

    /**
     * Notes an entity that somebody else made.
     *
     * @return false for one that cannot be there: it is reserved, removed or out of range
     */
    public boolean use(Entity entity) {
        int number = entity.number();
        if (!isUsable(entity) || isRemoved(entity)) {
            return false;
        }
        known.set(number);
        reusable.clear(number);
        removed[number] = Math.max(removed[number], entity.version());
        used[number] = entity.version() + 1;
        return true;
    }

    /**
     * Notes that an entity is removed for good, and with it all older versions of its number.
     *
     * @return false for one that cannot be removed: it is reserved, out of range or removed already
     */
    public boolean remove(Entity entity) {
        int number = entity.number();
        if (!isUsable(entity) || isRemoved(entity)) {
            return false;
        }
        known.set(number);
        removed[number] = entity.version() + 1;
        used[number] = 0;
        reusable.set(number, entity.version() < LAST_VERSION);
        return true;
    }

    private static boolean isUsable(Entity entity) {
        return !entity.isReserved() && entity.number() <= Entity.LAST_NUMBER;
    }

    /** Whether an entity is there. */
    public boolean isUsed(Entity entity) {
        return used[entity.number()] == entity.version() + 1;
    }

    /** Whether an entity is gone for good; reserved ones never are. */
    public boolean isRemoved(Entity entity) {
        return removed[entity.number()] > entity.version();
    }
}
