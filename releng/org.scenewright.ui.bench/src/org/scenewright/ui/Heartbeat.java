// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Asks the UI thread for a sign of life every few milliseconds, remembers the longest wait, and
 * logs what the UI thread was doing when it kept others waiting.
 */
final class Heartbeat implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Heartbeat.class.getName());
    private static final long PERIOD = TimeUnit.MILLISECONDS.toNanos(4);
    private static final long TOO_LONG = TimeUnit.MILLISECONDS.toNanos(90);
    private static final int DEEPEST = 40;

    private final UiThread ui;
    private final AtomicLong answered = new AtomicLong();
    private final Thread thread;
    private volatile long longest;
    private volatile boolean beating = true;

    Heartbeat(UiThread ui) {
        this.ui = ui;
        thread = Thread.ofPlatform().name("heartbeat").daemon().start(this::beat);
    }

    private void beat() {
        for (long beat = 1; beating; beat++) {
            long asked = System.nanoTime();
            long number = beat;
            ui.execute(() -> answered.set(number));
            boolean told = false;
            while (beating && answered.get() < beat) {
                LockSupport.parkNanos(PERIOD);
                if (!told && System.nanoTime() - asked > TOO_LONG) {
                    told = true;
                    tell();
                }
            }
            longest = Math.max(longest, System.nanoTime() - asked);
            LockSupport.parkNanos(PERIOD);
        }
    }

    private void tell() {
        var text = new StringBuilder("The UI thread keeps others waiting:");
        var stack = ui.display().getThread().getStackTrace();
        for (int i = 0; i < Math.min(DEEPEST, stack.length); i++) {
            text.append("\n  at ").append(stack[i]);
        }
        LOG.log(System.Logger.Level.INFO, text.toString());
    }

    double longestMillis() {
        return longest / 1e6;
    }

    @Override
    public void close() {
        beating = false;
        LockSupport.unpark(thread);
    }
}
