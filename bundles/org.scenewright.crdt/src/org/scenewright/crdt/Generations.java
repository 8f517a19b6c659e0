// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * All entities that ever bore a number: which versions have cells, and the highest one deleted.
 *
 * <p>Links are the numbers of records plus one; 0 is the end of a chain.
 */
final class Generations {
    // The middle of a key tells numbers from entities.
    private static final int NUMBER = 0;
    private static final int ENTITY = 1;

    // Fields of a number: its first entity and the highest deleted version plus one.
    private static final int FIRST = 3;
    private static final int DELETED = 4;

    // Fields of an entity: its first cell and the next entity with its number.
    private static final int CELLS = 3;
    private static final int OTHER = 4;

    private static final int ENTITY_BITS = 0;
    private static final int NETWORK = 2;

    private final Records records = new Records();

    private int number(int entity, int network) {
        return records.find(entity & 0xFFFF, NUMBER, network);
    }

    boolean knowsNumber(int entity, int network) {
        return number(entity, network) >= 0;
    }

    /** Whether any version of a number was deleted, which is kept for good. */
    boolean holdsDeletion(int entity, int network) {
        int number = number(entity, network);
        return number >= 0 && records.get(number, DELETED) > 0;
    }

    boolean holdsDeleted(int entity, int network) {
        int number = number(entity, network);
        return number >= 0 && records.get(number, DELETED) > entity >>> 16;
    }

    /** The record of an entity, or -1. */
    int find(int entity, int network) {
        return records.find(entity, ENTITY, network);
    }

    /** The record of an entity, made where there is none. */
    int enter(int entity, int network) {
        int known = find(entity, network);
        if (known >= 0) {
            return known;
        }
        int number = enterNumber(entity, network);
        int record = records.add(entity, ENTITY, network);
        records.set(record, OTHER, records.get(number, FIRST));
        records.set(number, FIRST, record + 1);
        return record;
    }

    private int enterNumber(int entity, int network) {
        int known = number(entity, network);
        return known >= 0 ? known : records.add(entity & 0xFFFF, NUMBER, network);
    }

    /** The first cell of an entity, as a link. */
    int firstCell(int record) {
        return record < 0 ? 0 : records.get(record, CELLS);
    }

    void setFirstCell(int record, int link) {
        records.set(record, CELLS, link);
    }

    /** Deletes a version and all older ones, and hands out the first cell of each as a link. */
    void delete(int entity, int network, IntConsumer firstCells) {
        int number = enterNumber(entity, network);
        records.set(number, DELETED, (entity >>> 16) + 1);
        int kept = 0;
        for (int link = records.get(number, FIRST); link != 0; ) {
            int record = link - 1;
            int other = records.get(record, OTHER);
            if (records.get(record, ENTITY_BITS) >>> 16 <= entity >>> 16) {
                firstCells.accept(records.get(record, CELLS));
                records.remove(record);
            } else {
                records.set(record, OTHER, kept);
                kept = link;
            }
            link = other;
        }
        records.set(number, FIRST, kept);
    }

    /** Visits the records of all numbers. */
    void forEachNumber(IntConsumer visitor) {
        for (int record = 0; record < records.end(); record++) {
            if (isNumber(record)) {
                visitor.accept(record);
            }
        }
    }

    /** A record that is free is all zero but for its link, as if root had no entity and no end. */
    private boolean isNumber(int record) {
        return records.get(record, ENTITY) == NUMBER
                && records.find(records.get(record, ENTITY_BITS), NUMBER, network(record))
                        == record;
    }

    int network(int record) {
        return records.get(record, NETWORK);
    }

    /** The message that tells of the highest deleted version of a number's record. */
    Optional<CrdtMessage> deletion(int record, boolean isForeign) {
        int version = records.get(record, DELETED) - 1;
        if (version < 0) {
            return Optional.empty();
        }
        var entity = Entity.of(records.get(record, ENTITY_BITS), version);
        return Optional.of(
                isForeign
                        ? new CrdtMessage.DeleteEntityNetwork(entity, network(record))
                        : new CrdtMessage.DeleteEntity(entity));
    }

    int numberOf(int record) {
        return records.get(record, ENTITY_BITS);
    }

    /** Visits the first cells of a number's entities as links. */
    void forEachEntity(int number, IntConsumer firstCells) {
        for (int link = records.get(number, FIRST);
                link != 0;
                link = records.get(link - 1, OTHER)) {
            firstCells.accept(records.get(link - 1, CELLS));
        }
    }
}
