// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** A schedule by the clock, on one thread that ends when it had nothing to do for a while. */
final class ThreadSchedule implements Schedule {
    private static final System.Logger LOG = System.getLogger(ThreadSchedule.class.getName());
    private static final long IDLE_SECONDS = 10;

    private final ScheduledThreadPoolExecutor executor;

    ThreadSchedule(String name) {
        executor = new ScheduledThreadPoolExecutor(1, tasks -> thread(tasks, name));
        executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
        executor.allowCoreThreadTimeOut(true);
    }

    private static Thread thread(Runnable tasks, String name) {
        var thread = new Thread(tasks, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public long millis() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public void after(long millis, Runnable task) {
        executor.schedule(() -> guarded(task), millis, TimeUnit.MILLISECONDS);
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.ERROR, "A listener failed", failure);
        }
    }
}
