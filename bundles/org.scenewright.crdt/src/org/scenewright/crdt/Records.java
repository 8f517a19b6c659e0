// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A hash table of records of eight ints, of which the first three are the key.
 *
 * <p>A record keeps its number while it stands in the table; a new one is zero but for its key.
 */
final class Records {
    /** The most records that a table holds. */
    static final int MOST = (1 << 24) - 1;

    private static final int WIDTH = 8;
    private static final int FREE_LINK = 3;

    // A slot holds the number of a record plus one and, above it, as much of the hash as fits: few
    // and small slots matter more for speed than all else. 0 is free.
    private static final int TAG = ~MOST;
    private int[] slots = new int[16];
    private int[] fields = new int[8 * WIDTH];
    private int end;
    private int count;
    private int firstFree;

    // Whoever does not know these cannot choose keys that meet in one place.
    private final long first;
    private final long second;
    private final long third;

    Records() {
        var random = new SplittableRandom();
        first = random.nextLong() | 1;
        second = random.nextLong() | 1;
        third = random.nextLong() | 1;
    }

    private long hash(int a, int b, int c) {
        long hash = ((long) a << 32 | Integer.toUnsignedLong(b)) + c * third;
        hash *= first;
        hash ^= hash >>> 32;
        return hash * second;
    }

    private int home(long hash) {
        return (int) (hash >>> Long.numberOfLeadingZeros(slots.length) + 1);
    }

    private int after(int slot) {
        return slot + 1 & slots.length - 1;
    }

    /** The number of the record with a key, or -1. */
    int find(int a, int b, int c) {
        long hash = hash(a, b, c);
        int[] slots = this.slots;
        for (int slot = home(hash); slots[slot] != 0; slot = after(slot)) {
            int record = (slots[slot] & MOST) - 1;
            if (((slots[slot] ^ (int) hash) & TAG) == 0 && hasKey(record * WIDTH, a, b, c)) {
                return record;
            }
        }
        return -1;
    }

    private boolean hasKey(int at, int a, int b, int c) {
        return fields[at] == a && fields[at + 1] == b && fields[at + 2] == c;
    }

    /** Adds a record with a key that no other has. */
    int add(int a, int b, int c) {
        if ((count + 1) * 10L > slots.length * 7L) {
            enlarge();
        }
        int record = room();
        int at = record * WIDTH;
        fields[at] = a;
        fields[at + 1] = b;
        fields[at + 2] = c;
        place(hash(a, b, c), record);
        count++;
        return record;
    }

    private int room() {
        if (firstFree > 0) {
            int record = firstFree - 1;
            firstFree = get(record, FREE_LINK);
            set(record, FREE_LINK, 0);
            return record;
        }
        if ((end + 1) * WIDTH > fields.length) {
            fields = Arrays.copyOf(fields, 2 * fields.length);
        }
        return end++;
    }

    private void place(long hash, int record) {
        int slot = home(hash);
        while (slots[slot] != 0) {
            slot = after(slot);
        }
        slots[slot] = (int) hash & TAG | record + 1;
    }

    private long hash(int record) {
        int at = record * WIDTH;
        return hash(fields[at], fields[at + 1], fields[at + 2]);
    }

    private void enlarge() {
        int[] before = slots;
        slots = new int[2 * before.length];
        for (int entry : before) {
            if (entry != 0) {
                int record = (entry & MOST) - 1;
                place(hash(record), record);
            }
        }
    }

    /** Takes a record out; its number may come again. */
    void remove(int record) {
        int at = record * WIDTH;
        int slot = home(hash(record));
        while ((slots[slot] & MOST) != record + 1) {
            slot = after(slot);
        }
        close(slot);
        Arrays.fill(fields, at, at + WIDTH, 0);
        set(record, FREE_LINK, firstFree);
        firstFree = record + 1;
        count--;
    }

    /** Moves entries back into a gap, so that each is still found from its home on. */
    private void close(int gap) {
        int mask = slots.length - 1;
        int hole = gap;
        for (int slot = after(gap); slots[slot] != 0; slot = after(slot)) {
            int wayFromHome = slot - home(hash((slots[slot] & MOST) - 1)) & mask;
            if (wayFromHome >= (slot - hole & mask)) {
                slots[hole] = slots[slot];
                hole = slot;
            }
        }
        slots[hole] = 0;
    }

    int get(int record, int field) {
        return fields[record * WIDTH + field];
    }

    void set(int record, int field, int value) {
        fields[record * WIDTH + field] = value;
    }

    /** One more than the highest number that a record has or had. */
    int end() {
        return end;
    }

    int count() {
        return count;
    }
}
