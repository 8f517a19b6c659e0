// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.fail;

import org.eclipse.swt.widgets.Display;

import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Handles the events of the workbench while a test waits; UI thread. */
record EventLoop(Display display) {
    private static final int HEARTBEAT_MILLIS = 10;

    /** Goes on until a condition holds; fails with the sentence when it does not for so long. */
    void until(Supplier<String> sentence, BooleanSupplier condition, long nanos) {
        long looks = System.nanoTime();
        long end = looks + nanos;
        while (!condition.getAsBoolean()) {
            long now = System.nanoTime();
            if (now > end) {
                fail("not within " + nanos / 1_000_000_000 + " s: " + sentence.get());
            }
            step(now - looks);
            looks = System.nanoTime();
        }
    }

    /**
     * Handles what happens next, and more for a while.
     *
     * @param look how long a look took: who looks at pictures must not hold up what they wait for
     */
    private void step(long look) {
        long end = System.nanoTime() + look;
        if (!display.readAndDispatch()) {
            display.timerExec(HEARTBEAT_MILLIS, () -> {});
            display.sleep();
        }
        while (System.nanoTime() < end && display.readAndDispatch()) {
            // There is still time.
        }
    }
}
