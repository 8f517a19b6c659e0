// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** What the person here calls themselves. */
final class MyHabitsTest {
    private final MyHabits habits = new MyHabits();

    @Test
    void theNameStays() {
        habits.name("Anna");
        assertEquals("Anna", new MyHabits().profile("0xa").name());
    }
}
