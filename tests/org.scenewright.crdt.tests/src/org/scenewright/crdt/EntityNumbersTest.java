// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;

class EntityNumbersTest {
    private final EntityNumbers numbers = new EntityNumbers(512);

    @Test
    void numbersBeginBehindTheReservedOnes() {
        checkNext(512, 0);
        checkNext(513, 0);
    }

    @Test
    void numbersBeginBehindThoseOfAComposite() {
        assertEquals(Optional.of(new Entity(700)), new EntityNumbers(700).next());
    }

    @Test
    void aRemovedNumberComesAgainWithTheNextVersion() {
        checkNext(512, 0);
        checkNext(513, 0);
        assertEquals(true, numbers.remove(new Entity(512)));
        checkNext(512, 1);
        checkNext(514, 0);
    }

    @Test
    void theNumberOfAnEntityFromElsewhereIsLeftOut() {
        assertEquals(true, numbers.use(new Entity(512)));
        assertEquals(true, numbers.use(Entity.of(513, 4)));
        checkNext(514, 0);
    }

    @Test
    void aNewerVersionFromElsewhereRemovesTheOlderOnes() {
        numbers.use(new Entity(512));
        assertEquals(true, numbers.use(Entity.of(512, 3)));
        assertEquals(false, numbers.isUsed(new Entity(512)));
        assertEquals(true, numbers.isRemoved(Entity.of(512, 2)));
        assertEquals(false, numbers.isRemoved(Entity.of(512, 3)));
        assertEquals(false, numbers.use(Entity.of(512, 1)));
        assertEquals(true, numbers.isUsed(Entity.of(512, 3)));
    }

    @Test
    void removingAVersionRemovesTheOlderOnes() {
        numbers.use(new Entity(512));
        assertEquals(true, numbers.remove(Entity.of(512, 6)));
        assertEquals(false, numbers.remove(Entity.of(512, 6)));
        assertEquals(false, numbers.isUsed(new Entity(512)));
        checkNext(512, 7);
    }

    @Test
    void removingAnOlderVersionLeavesTheNewerOne() {
        numbers.use(Entity.of(512, 3));
        assertEquals(false, numbers.remove(Entity.of(512, 1)));
        assertEquals(true, numbers.isUsed(Entity.of(512, 3)));
        checkNext(513, 0);
    }

    @Test
    void aNumberThatWasRemovedBeforeItWasGivenOutBeginsWithALaterVersion() {
        numbers.remove(Entity.of(512, 0));
        checkNext(512, 1);
    }

    @Test
    void reservedEntitiesAreNeitherUsedNorRemoved() {
        for (int version = 0; version < 3; version++) {
            assertEquals(false, numbers.use(Entity.of(511, version)));
            assertEquals(false, numbers.remove(Entity.of(511, version)));
            assertEquals(false, numbers.isRemoved(Entity.of(511, version)));
        }
    }

    @Test
    void number65535IsRefused() {
        assertEquals(false, numbers.use(Entity.of(65535, 0)));
        assertEquals(false, numbers.remove(Entity.of(65535, 0)));
        assertThrows(IllegalArgumentException.class, () -> new EntityNumbers(65535));
        assertThrows(IllegalArgumentException.class, () -> new EntityNumbers(511));
    }

    @Test
    void aNumberWhoseVersionsAreUsedUpIsNotGivenOutAgain() {
        numbers.use(Entity.of(512, 65534));
        numbers.remove(Entity.of(512, 65534));
        checkNext(512, 65535);
        numbers.remove(Entity.of(512, 65535));
        checkNext(513, 0);
        assertEquals(false, numbers.use(Entity.of(512, 65535)));
    }

    @Test
    void everyNumberIsGivenOutOnceAndThenNone() {
        for (int number = 512; number <= 65534; number++) {
            checkNext(number, 0);
        }
        assertEquals(Optional.empty(), numbers.next());
        numbers.remove(new Entity(40_000));
        checkNext(40_000, 1);
        assertEquals(Optional.empty(), numbers.next());
    }

    @Test
    void noEntityIsEverGivenOutTwice() {
        var random = new Random(5);
        var given = new HashSet<Entity>();
        for (int i = 0; i < 20_000; i++) {
            var entity = Entity.of(512 + random.nextInt(50), random.nextInt(4) * i / 9_000);
            if (random.nextInt(3) == 0) {
                numbers.remove(entity);
            } else {
                var next = numbers.next().orElseThrow();
                assertEquals(true, given.add(next), next.toString());
                assertEquals(true, numbers.isUsed(next));
            }
        }
        assertEquals(true, given.stream().anyMatch(e -> e.version() > 3));
    }

    private void checkNext(int number, int version) {
        assertEquals(Optional.of(Entity.of(number, version)), numbers.next());
    }
}
