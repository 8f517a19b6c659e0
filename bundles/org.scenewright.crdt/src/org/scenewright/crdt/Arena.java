// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Room for many small values in few large arrays.
 *
 * <p>A value is found by a reference and its length. Its room is a whole number of units and is
 * given to values of the same size again; large values have arrays of their own. Once more room
 * {@linkplain #isSparse lies idle} than is in use, whoever holds the references moves all values
 * into a new arena.
 */
final class Arena {
    private static final int UNIT = 8;
    private static final int UNITS_BITS = 13;
    private static final int UNITS = 1 << UNITS_BITS;
    private static final int LARGE = UNITS * UNIT / 2;
    private static final int LARGE_STEP = 4096;
    private static final int LARGEST = Integer.MAX_VALUE - 8;
    private static final int FIRST_CHUNK = 1024;
    private static final int SIZES = 49;

    // So much may lie idle whatever is in use.
    private static final long IDLE = 1 << 20;

    private byte[][] chunks = new byte[4][];
    private int end;
    private int current = -1;
    private int used = UNITS;
    private final Ints freeChunks = new Ints();
    private final Ints[] free = new Ints[SIZES];
    private long inUse;
    private long idle;

    Arena() {
        Arrays.setAll(free, i -> new Ints());
    }

    /** The bytes that a value of a length takes. */
    static int room(int length) {
        if (length <= 0) {
            return 0;
        }
        if (length > LARGE) {
            return (int) Math.min(((long) length + LARGE_STEP - 1) & -LARGE_STEP, LARGEST);
        }
        int units = (length + UNIT - 1) / UNIT;
        int step = step(units);
        return ((units - 1 >> step) + 1 << step) * UNIT;
    }

    /** Up to 16 units every size has a room of its own, above it four sizes for each doubling. */
    private static int step(int units) {
        return units <= 16 ? 0 : 29 - Integer.numberOfLeadingZeros(units - 1);
    }

    private static int size(int room) {
        int units = room / UNIT;
        int step = step(units);
        return units <= 16 ? units : 4 * step + (units - 1 >> step) + 5;
    }

    /** Takes room for a value. */
    int take(int length) {
        int room = room(length);
        if (room == 0) {
            return 0;
        }
        if (room > LARGE) {
            return chunk(new byte[room]) << UNITS_BITS;
        }
        inUse += room;
        var rooms = free[size(room)];
        if (rooms.size() == 0) {
            return carve(room);
        }
        idle -= room;
        return rooms.removeLast();
    }

    /** Whether far more room lies idle than is in use. */
    boolean isSparse() {
        return idle > inUse + IDLE;
    }

    /** Whether far more room lies idle than is in use, but none for a value of a length. */
    boolean isSparseFor(int length) {
        int room = room(length);
        return isSparse() && room > 0 && (room > LARGE || free[size(room)].size() == 0);
    }

    /** Takes a value over from another arena, which is of no use after that. */
    int move(Arena from, int reference, int length) {
        if (room(length) > LARGE) {
            return chunk(from.chunkOf(reference)) << UNITS_BITS;
        }
        int place = take(length);
        System.arraycopy(
                from.chunkOf(reference), offset(reference), chunkOf(place), offset(place), length);
        return place;
    }

    /** The bytes of all arrays, in use or not. */
    long kept() {
        return Arrays.stream(chunks, 0, end).mapToLong(chunk -> chunk.length).sum();
    }

    private int carve(int room) {
        int units = room / UNIT;
        if (used + units > UNITS) {
            current = chunk(new byte[FIRST_CHUNK]);
            used = 0;
        }
        int needed = (used + units) * UNIT;
        if (needed > chunks[current].length) {
            int larger = Math.max(needed, 2 * chunks[current].length);
            chunks[current] = Arrays.copyOf(chunks[current], Math.min(larger, UNITS * UNIT));
        }
        int reference = current << UNITS_BITS | used;
        used += units;
        return reference;
    }

    private int chunk(byte[] bytes) {
        int index = freeChunks.size() > 0 ? freeChunks.removeLast() : end++;
        if (index == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * index);
        }
        chunks[index] = bytes;
        return index;
    }

    /** Gives the room of a value back. */
    void give(int reference, int length) {
        int room = room(length);
        if (room > LARGE) {
            chunks[reference >>> UNITS_BITS] = new byte[0];
            freeChunks.add(reference >>> UNITS_BITS);
        } else if (room > 0) {
            free[size(room)].add(reference);
            inUse -= room;
            idle += room;
        }
    }

    private byte[] chunkOf(int reference) {
        return chunks[reference >>> UNITS_BITS];
    }

    private static int offset(int reference) {
        return (reference & UNITS - 1) * UNIT;
    }

    void write(int reference, CrdtReader in) {
        if (in.dataLength() > 0) {
            in.buffer()
                    .get(in.dataOffset(), chunkOf(reference), offset(reference), in.dataLength());
        }
    }

    /** Compares a value with one of the same length that comes in, as unsigned bytes. */
    int compare(int reference, CrdtReader in) {
        int length = in.dataLength();
        if (length <= 0) {
            return 0;
        }
        var buffer = in.buffer();
        boolean isArray = buffer.hasArray();
        byte[] other = isArray ? buffer.array() : in.copyOfData();
        int from = isArray ? buffer.arrayOffset() + in.dataOffset() : 0;
        int at = offset(reference);
        return Arrays.compareUnsigned(
                chunkOf(reference), at, at + length, other, from, from + length);
    }

    byte[] copy(int reference, int length) {
        int at = offset(reference);
        return length <= 0 ? new byte[0] : Arrays.copyOfRange(chunkOf(reference), at, at + length);
    }

    /** A value in its place, to be read before the next write. */
    ByteBuffer view(int reference, int length) {
        return length <= 0
                ? ByteBuffer.allocate(0)
                : ByteBuffer.wrap(chunkOf(reference), offset(reference), length)
                        .slice()
                        .asReadOnlyBuffer()
                        .order(ByteOrder.LITTLE_ENDIAN);
    }

    boolean holds(int reference, int length, ByteBuffer data) {
        return length == data.remaining()
                && (length == 0
                        || data.equals(
                                ByteBuffer.wrap(chunkOf(reference), offset(reference), length)));
    }
}
