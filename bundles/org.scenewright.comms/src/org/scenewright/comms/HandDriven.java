// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A schedule whose time stands still until somebody turns it on, so that nothing has to wait.
 *
 * <p>Tasks run on the thread that turns, one thread at a time; others may hand tasks in.
 */
public final class HandDriven implements Schedule {
    private record Due(long millis, long number, Runnable task) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final PriorityQueue<Due> tasks =
            new PriorityQueue<>(Comparator.comparingLong(Due::millis).thenComparing(Due::number));
    private long now;
    private long number;

    @Override
    public long millis() {
        lock.lock();
        try {
            return now;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void after(long millis, Runnable task) {
        lock.lock();
        try {
            tasks.add(new Due(now + Math.max(0, millis), number++, task));
        } finally {
            lock.unlock();
        }
    }

    /** Turns time on, and runs what falls due on the way, including what that hands in. */
    public void advance(long millis) {
        long until = millis() + millis;
        while (runNext(until)) {
            // The next one may have been handed in by this one.
        }
        lock.lock();
        try {
            now = Math.max(now, until);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Turns time on to the next task and runs it, if it is due by then.
     *
     * @return whether there was one
     */
    public boolean runNext(long until) {
        Due due;
        lock.lock();
        try {
            due = tasks.peek();
            if (due == null || due.millis() > until) {
                return false;
            }
            tasks.remove();
            now = Math.max(now, due.millis());
        } finally {
            lock.unlock();
        }
        due.task().run();
        return true;
    }
}
