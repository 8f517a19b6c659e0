// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.stream.IntStream;

/** What the person here calls themselves, and in which colour others see them. */
final class MyHabitsTest {
    private final MyHabits habits = new MyHabits();

    @Test
    void theNameStays() {
        habits.name("Anna");
        assertEquals("Anna", new MyHabits().profile("0xa").name());
    }

    @Test
    void anAddressAlwaysHasItsColour() {
        assertEquals(MyHabits.color("0xabc"), MyHabits.color("0xabc"));
    }

    @Test
    void fewPeopleShareAColour() {
        long colors =
                IntStream.range(0, 20)
                        .map(i -> MyHabits.color("0x%040x".formatted(i * 7919)))
                        .distinct()
                        .count();
        assertTrue(colors > 16, colors + " colours of 20 people");
    }
}
