// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;

/** While a large file is read, written and summed up, the session goes on. */
class SummingTest {
    private static final String LAMP = "assets/lamp.glb";

    private final Company company = new Company(2, Samples.scene(), Role.EDITOR).gather();
    private final Member ann = company.owner();
    private final Member bob = company.members.get(1);
    private final Queue<Runnable> held = new ArrayDeque<>();
    private final byte[] lamp = new byte[3 << 20];

    SummingTest() {
        new Random(1).nextBytes(lamp);
        ann.files.files.put(LAMP, lamp);
        ann.files.disk = held::add;
        bob.files.disk = held::add;
        bob.files.named.add(LAMP);
    }

    /** Whether edits of both reach the other one while something waits to be done. */
    private void checkGoesOn(int step) {
        assertEquals(1, held.size());
        ann.move("Box", "x", step);
        bob.move("Box", "y", step);
        company.pass(1000);
        assertEquals(step, bob.at("Box").x());
        assertEquals(step, ann.at("Box").y());
        assertEquals(1, held.size());
    }

    @Test
    void editsTravelWhileAFileIsSummedUpAtBothEnds() {
        company.pass(3000);
        assertEquals(List.of(LAMP), ann.files.asked);
        checkGoesOn(1);
        held.remove().run();
        company.pass(5000);
        assertFalse(bob.files.files.containsKey(LAMP));
        checkGoesOn(2);
        held.remove().run();
        assertArrayEquals(lamp, bob.files.files.get(LAMP));
    }

    @Test
    void aFileIsOfferedByTheSumThatComesWithIt() {
        ann.files.sum = bytes -> new byte[Digests.LENGTH];
        ann.files.disk = Runnable::run;
        company.pass(10_000);
        assertEquals(0, held.size());
        assertTrue(bob.parts().complaints().count() > 0);
    }

    @Test
    void whoeverLeavesMeanwhileIsNotMissed() {
        company.pass(3000);
        bob.disconnect();
        company.pass(1000);
        held.remove().run();
        company.pass(30_000);
        assertEquals(0, held.size());
        assertEquals(0, ann.parts().peers().all().size());
    }
}
