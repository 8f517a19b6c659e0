// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.function.IntConsumer;

/**
 * The last written value of every component of every entity in one way of numbering entities: our
 * own, or those of all network ids.
 */
final class Cells {
    /** Bits that a batch sets on the cells that it tells of. */
    static final int CHANGED = 1;

    static final int LOST = 2;
    private static final int STRANGE = 4;
    private static final int SOURCE_SHIFT = 3;

    // Fields of a cell behind its key: entity, component, network id.
    private static final int STAMP = 3;
    private static final int LENGTH = 4;
    private static final int PLACE = 5;
    private static final int NEXT = 6;
    private static final int MARKS = 7;

    private final Records records = new Records();
    private final Generations generations = new Generations();
    private Arena arena = new Arena();
    private final boolean isForeign;
    private final Quota quota;
    private String refusal = "";
    private int last;

    /** What is left for what the scene knows and what it does not. */
    record Quota(Budget known, Budget strange, CrdtGate gate) {}

    Cells(boolean isForeign, Quota quota) {
        this.isForeign = isForeign;
        this.quota = quota;
    }

    boolean isForeign() {
        return isForeign;
    }

    /** The cell that the last write was about, unless it was refused or its entity is deleted. */
    int last() {
        return last;
    }

    int find(int entity, int component, int network) {
        return records.find(entity, component, network);
    }

    /** Merges the present message of a cursor, which puts or deletes a component. */
    Effect write(CrdtReader in) {
        last = find(in.entityBits(), in.componentBits(), in.networkId());
        if (last < 0) {
            // Of a deleted entity no cell is kept, so that only new cells need to ask.
            return begin(in);
        }
        int order = order(last, in);
        if (order < 0) {
            return quota.gate.admits(in) ? overwrite(last, in) : unsound();
        }
        return order == 0 ? Effect.REDUNDANT : Effect.OUTDATED;
    }

    // ADR-117: at equal timestamps no data is less than any, shorter is less than longer, then
    // unsigned bytes decide, so that every replica chooses alike.
    private int order(int cell, CrdtReader in) {
        int byTime = Integer.compareUnsigned(timestamp(cell), in.timestamp());
        if (byTime != 0) {
            return byTime;
        }
        int byLength = Integer.compare(length(cell), in.dataLength());
        return byLength != 0 ? byLength : arena.compare(records.get(cell, PLACE), in);
    }

    private Effect begin(CrdtReader in) {
        int entity = in.entityBits();
        int network = in.networkId();
        if (generations.holdsDeleted(entity, network)) {
            return Effect.REDUNDANT;
        }
        if (!quota.gate.admits(in)) {
            return unsound();
        }
        boolean isStrange = isForeign || !quota.gate.knows(in.component());
        var budget = isStrange ? quota.strange : quota.known;
        int room = Arena.room(in.dataLength());
        if (!budget.admits(1, room)) {
            return refused(budget);
        }
        budget.take(1, room);
        makeRoom(in.dataLength());
        last = records.add(entity, in.componentBits(), network);
        int owner = generations.enter(entity, network);
        records.set(last, NEXT, generations.firstCell(owner));
        generations.setFirstCell(owner, last + 1);
        records.set(last, MARKS, isStrange ? STRANGE : 0);
        records.set(last, PLACE, arena.take(in.dataLength()));
        return fill(last, in);
    }

    private Effect unsound() {
        refusal = quota.gate.refusal();
        return Effect.REFUSED;
    }

    private Effect overwrite(int cell, CrdtReader in) {
        int before = length(cell);
        int more = Arena.room(in.dataLength()) - Arena.room(before);
        if (more != 0) {
            if (!budget(cell).admits(0, more)) {
                return refused(budget(cell));
            }
            budget(cell).take(0, more);
            makeRoom(in.dataLength());
            arena.give(records.get(cell, PLACE), before);
            records.set(cell, PLACE, arena.take(in.dataLength()));
        }
        return fill(cell, in);
    }

    private void makeRoom(int length) {
        if (arena.isSparseFor(length)) {
            compact();
        }
    }

    /** Moves all values together: peers who change their sizes must not take ever more room. */
    private void compact() {
        var before = arena;
        arena = new Arena();
        for (int cell = 0; cell < records.end(); cell++) {
            // A record that is free has no length.
            if (length(cell) > 0) {
                int place = records.get(cell, PLACE);
                records.set(cell, PLACE, arena.move(before, place, length(cell)));
            }
        }
    }

    /** The bytes that are kept for values, in use or not. */
    long bytesKept() {
        return arena.kept();
    }

    private Effect fill(int cell, CrdtReader in) {
        records.set(cell, STAMP, in.timestamp());
        records.set(cell, LENGTH, in.dataLength());
        arena.write(records.get(cell, PLACE), in);
        return Effect.ACCEPTED;
    }

    private Effect refused(Budget budget) {
        refusal = budget.refusal();
        return Effect.REFUSED;
    }

    private Budget budget(int cell) {
        return (records.get(cell, MARKS) & STRANGE) == 0 ? quota.known : quota.strange;
    }

    /** Merges the deletion of an entity. */
    Effect delete(int entity, int network) {
        // Nobody may take away what every scene stands on, in whatever version.
        boolean keeps = !isForeign && (entity & 0xFFFF) <= Entity.CAMERA.number();
        if (keeps || generations.holdsDeleted(entity, network)) {
            return Effect.REDUNDANT;
        }
        if (isForeign && !generations.holdsDeletion(entity, network)) {
            // Where the number is known, components of it may go, which makes room.
            if (!generations.knowsNumber(entity, network) && !quota.strange.admits(1, 0)) {
                return refused(quota.strange);
            }
            quota.strange.take(1, 0);
        }
        // Older versions go too: had the deletion come first, their messages would have been
        // ignored.
        generations.delete(entity, network, this::release);
        if (arena.isSparse()) {
            compact();
        }
        return Effect.ACCEPTED;
    }

    private void release(int firstCell) {
        for (int link = firstCell; link != 0; ) {
            int cell = link - 1;
            link = records.get(cell, NEXT);
            budget(cell).take(-1, -Arena.room(length(cell)));
            arena.give(records.get(cell, PLACE), length(cell));
            records.remove(cell);
        }
    }

    boolean holdsDeleted(int entity, int network) {
        return generations.holdsDeleted(entity, network);
    }

    /** Notes which message of a batch a cell has its value from; whether it had no mark. */
    boolean markChanged(int cell, int source) {
        int marks = records.get(cell, MARKS);
        int flags = marks & (1 << SOURCE_SHIFT) - 1;
        records.set(cell, MARKS, flags | CHANGED | source << SOURCE_SHIFT);
        return (marks & (CHANGED | LOST)) == 0;
    }

    /** Notes that a message lost against a cell; whether it had no mark. */
    boolean markLost(int cell) {
        int marks = records.get(cell, MARKS);
        records.set(cell, MARKS, marks | LOST);
        return (marks & (CHANGED | LOST)) == 0;
    }

    /** Which message of the batch a cell that is marked as changed has its value from. */
    int source(int cell) {
        return records.get(cell, MARKS) >>> SOURCE_SHIFT;
    }

    /** Takes the marks off a cell; 0 for one that is gone. */
    int unmark(int cell) {
        int marks = records.get(cell, MARKS);
        records.set(cell, MARKS, marks & STRANGE);
        return marks & (CHANGED | LOST);
    }

    void forEachOf(int entity, int network, IntConsumer visitor) {
        forEachFrom(generations.firstCell(generations.find(entity, network)), visitor);
    }

    private void forEachFrom(int firstCell, IntConsumer visitor) {
        for (int link = firstCell; link != 0; link = records.get(link - 1, NEXT)) {
            visitor.accept(link - 1);
        }
    }

    void forEachOfNumber(int number, IntConsumer visitor) {
        generations.forEachEntity(number, first -> forEachFrom(first, visitor));
    }

    /** Why the last write or deletion was refused. */
    String refusal() {
        return refusal;
    }

    /** Orders cells by entity and component. */
    Comparator<Integer> order() {
        return Comparator.<Integer>comparingLong(cell -> Integer.toUnsignedLong(entity(cell)))
                .thenComparingLong(cell -> Integer.toUnsignedLong(component(cell)));
    }

    Generations generations() {
        return generations;
    }

    int entity(int cell) {
        return records.get(cell, 0);
    }

    int component(int cell) {
        return records.get(cell, 1);
    }

    int network(int cell) {
        return records.get(cell, 2);
    }

    int timestamp(int cell) {
        return records.get(cell, STAMP);
    }

    /** The length of a cell's value, -1 where it is deleted. */
    int length(int cell) {
        return records.get(cell, LENGTH);
    }

    boolean holds(int cell, ByteBuffer data) {
        return arena.holds(records.get(cell, PLACE), length(cell), data);
    }

    byte[] copy(int cell) {
        return arena.copy(records.get(cell, PLACE), length(cell));
    }

    ByteBuffer view(int cell) {
        return arena.view(records.get(cell, PLACE), length(cell));
    }
}
