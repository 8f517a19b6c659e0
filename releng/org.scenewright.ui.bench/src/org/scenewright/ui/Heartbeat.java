// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/** Asks the UI thread for a sign of life every few milliseconds, and remembers the longest wait. */
final class Heartbeat implements AutoCloseable {
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(4);

    private final UiThread ui;
    private final AtomicLong longest = new AtomicLong();
    private final Thread thread;
    private volatile boolean beating = true;

    Heartbeat(UiThread ui) {
        this.ui = ui;
        thread = Thread.ofPlatform().name("heartbeat").daemon().start(this::beat);
    }

    private void beat() {
        while (beating) {
            long asked = System.nanoTime();
            ui.execute(() -> longest.accumulateAndGet(System.nanoTime() - asked, Math::max));
            LockSupport.parkNanos(PERIOD);
        }
    }

    double longestMillis() {
        return longest.get() / 1e6;
    }

    @Override
    public void close() {
        beating = false;
        LockSupport.unpark(thread);
    }
}
