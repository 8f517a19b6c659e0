// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets as many scenes of a worker run at once as there are processors, in the order in which they
 * come: were all of them to run, what compiles their code would be one of twenty and get a
 * twentieth of the machine. Any thread.
 */
final class Turns {
    /** A scene that runs for so long may hang: the others do not wait for it any longer. */
    private static final long MOST_MILLIS = 200;

    private final Semaphore free;

    /**
     * @param most how many run at once
     */
    Turns(int most) {
        free = new Semaphore(most, true);
    }

    /** Runs something on the thread of the caller when it is its turn. */
    void run(Runnable work) {
        boolean isMine = await();
        try {
            work.run();
        } finally {
            if (isMine) {
                free.release();
            }
        }
    }

    /** How many may run now beside those that do. */
    int free() {
        return free.availablePermits();
    }

    private boolean await() {
        try {
            return free.tryAcquire(MOST_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // Whoever interrupts a scene wants it to end: its code finds that out.
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
