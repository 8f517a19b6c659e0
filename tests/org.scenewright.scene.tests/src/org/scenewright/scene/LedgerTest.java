// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;

import java.util.OptionalInt;

/** Which number a new entity gets when all others are taken or spared. */
class LedgerTest {
    private final Ledger ledger = new Ledger(SceneText.read(""));

    /** Uses up all numbers but for some at the end, which are spared for entities that are gone. */
    private void fillUpTo(int end) {
        for (int number = Entity.FIRST_FREE_NUMBER; number <= Entity.LAST_NUMBER; number++) {
            var entity = Entity.of(number, 0);
            ledger.spawned(entity);
            if (number >= end) {
                ledger.despawned(entity);
            }
        }
    }

    @Test
    void whatIsSparedForUndoIsTheLastResort() {
        fillUpTo(Entity.LAST_NUMBER);
        assertEquals(OptionalInt.of(Entity.LAST_NUMBER), ledger.freeNumber());
    }

    @Test
    void aNumberOfWhichALaterVersionWasHeardIsGivenToNobody() {
        fillUpTo(Entity.LAST_NUMBER - 1);
        ledger.heard(Entity.of(Entity.LAST_NUMBER - 1, 1));
        assertEquals(OptionalInt.of(Entity.LAST_NUMBER), ledger.freeNumber());
        ledger.heard(Entity.of(Entity.LAST_NUMBER, 3));
        assertEquals(OptionalInt.empty(), ledger.freeNumber());
    }
}
