// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/** Barks once when there is no sign of life for too long. Any thread. */
final class Watchdog {
    private final WatchClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean watching;
    private int watch;
    private long lastSign;

    Watchdog(WatchClock clock) {
        this.clock = clock;
    }

    /** Begins to wait for signs of life; an earlier wait is over. */
    void watch(Duration silence, Runnable bark) {
        lock.lock();
        try {
            watching = true;
            watch++;
            lastSign = clock.nanos();
            wakeIn(silence, new Watch(watch, silence, bark));
        } finally {
            lock.unlock();
        }
    }

    void sign() {
        lock.lock();
        try {
            lastSign = clock.nanos();
        } finally {
            lock.unlock();
        }
    }

    void rest() {
        lock.lock();
        try {
            watching = false;
        } finally {
            lock.unlock();
        }
    }

    private void wakeIn(Duration time, Watch current) {
        clock.after(time, () -> wake(current));
    }

    private void wake(Watch current) {
        if (isSilent(current)) {
            current.bark.run();
        }
    }

    /** Every wait that is not over goes on from the last sign. */
    private boolean isSilent(Watch current) {
        lock.lock();
        try {
            if (!watching || current.number != watch) {
                return false;
            }
            var left = current.silence.minusNanos(clock.nanos() - lastSign);
            if (left.isPositive()) {
                wakeIn(left, current);
                return false;
            }
            watching = false;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private record Watch(int number, Duration silence, Runnable bark) {}
}
