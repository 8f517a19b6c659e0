// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.stream.IntStream;

/** Proofs of many at once. */
class ProofsTest {
    private final Queue<Runnable> beside = new ArrayDeque<>();
    private final List<Integer> done = new ArrayList<>();
    private final Set<Integer> gone = new HashSet<>();
    private final Proofs proofs = new Proofs(beside::add, Runnable::run);

    private void add(int count) {
        IntStream.range(0, count).forEach(this::addOne);
    }

    private void addOne(int number) {
        proofs.add(
                new Proofs.Proof() {
                    @Override
                    public boolean isWanted() {
                        return !gone.contains(number);
                    }

                    @Override
                    public Runnable check() {
                        if (number < 0) {
                            throw new IllegalStateException("a fault");
                        }
                        return () -> done.add(number);
                    }
                });
    }

    @Test
    void soManyAreLookedIntoAtOnceAndAllInTheirTurn() {
        add(5);
        assertEquals(Proofs.AT_ONCE, beside.size());
        for (int i = 0; i < 5; i++) {
            beside.remove().run();
        }
        assertEquals(List.of(0, 1, 2, 3, 4), done);
        assertEquals(0, beside.size());
    }

    @Test
    void thoseOfWhoIsGoneAreNotLookedInto() {
        add(100);
        IntStream.range(2, 99).forEach(gone::add);
        for (int i = 0; i < 3; i++) {
            beside.remove().run();
        }
        assertEquals(List.of(0, 1, 99), done);
    }

    @Test
    void aFaultStopsNobodyElse() {
        addOne(-1);
        addOne(-2);
        addOne(3);
        assertThrows(IllegalStateException.class, () -> beside.remove().run());
        assertThrows(IllegalStateException.class, () -> beside.remove().run());
        beside.remove().run();
        assertEquals(List.of(3), done);
    }
}
