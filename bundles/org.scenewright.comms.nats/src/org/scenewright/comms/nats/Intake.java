// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import org.scenewright.comms.Schedule;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Semaphore;

/**
 * Brings what comes over a line to the thread of an adapter, and only so much at a time.
 *
 * <p>What comes before the adapter is ready waits until it is.
 */
final class Intake {
    private static final int MOST_WAITING = 1000;

    private final Semaphore free = new Semaphore(MOST_WAITING);
    private final Queue<Runnable> early = new ArrayDeque<>();
    private final Schedule schedule;
    private final Refusals refusals;
    private boolean isOpen;

    Intake(Schedule schedule, Refusals refusals) {
        this.schedule = schedule;
        this.refusals = refusals;
    }

    /**
     * Takes something; any thread.
     *
     * @param mustArrive whether the caller waits while there is much to do, and nothing is dropped
     */
    void add(boolean mustArrive, Runnable task) {
        if (mustArrive) {
            free.acquireUninterruptibly();
        } else if (!free.tryAcquire()) {
            refusals.add(Refusal.OVERRUN);
            return;
        }
        schedule.after(0, () -> run(task));
    }

    private void run(Runnable task) {
        if (isOpen) {
            free.release();
            task.run();
        } else {
            early.add(task);
        }
    }

    /** Runs what waited, and from now on what comes; the adapter's thread. */
    void open() {
        isOpen = true;
        while (!early.isEmpty()) {
            run(early.remove());
        }
    }
}
