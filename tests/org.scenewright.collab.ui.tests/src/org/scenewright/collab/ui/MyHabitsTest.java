// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

/** What the person here calls themselves, and which links they joined by. */
final class MyHabitsTest {
    private final MyHabits habits = new MyHabits();

    @Test
    void theNameStays() {
        habits.name("Anna");
        assertEquals("Anna", new MyHabits().profile("0xa").name());
    }

    @Test
    void theLastLinkComesFirstAndOnce() {
        habits.joined("ws-room:a");
        habits.joined("ws-room:b");
        habits.joined("ws-room:a");
        assertEquals(List.of("ws-room:a", "ws-room:b"), new MyHabits().recent().subList(0, 2));
    }

    @Test
    void onlySoManyLinksAreKept() {
        IntStream.range(0, 30).forEach(i -> habits.joined("ws-room:" + i));
        assertEquals(8, habits.recent().size());
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
