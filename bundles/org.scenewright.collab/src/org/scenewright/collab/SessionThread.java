// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Schedule;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread of a shared session; what comes after its end is not done. */
final class SessionThread implements Executor, Schedule, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(SessionThread.class.getName());

    private final ScheduledThreadPoolExecutor executor =
            new ScheduledThreadPoolExecutor(1, SessionThread::thread);

    SessionThread() {
        executor.setContinueExistingPeriodicTasksAfterShutdownPolicy(false);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    private static Thread thread(Runnable tasks) {
        var thread = new Thread(tasks, "Scenewright session");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    @SuppressWarnings("null")
    public void execute(Runnable task) {
        after(0, task);
    }

    @Override
    public long millis() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public void after(long millis, Runnable task) {
        try {
            executor.schedule(() -> run(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException over) {
            LOG.log(System.Logger.Level.DEBUG, "The session is over", over);
        }
    }

    /** Does something again and again, so many milliseconds apart. */
    void every(long millis, Runnable task) {
        executor.scheduleWithFixedDelay(() -> run(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException failure) {
            // Nothing that one message does may end the session.
            LOG.log(System.Logger.Level.ERROR, "A shared session failed", failure);
        }
    }

    /** Ends at once, also where something was to be done later. */
    @Override
    public void close() {
        executor.shutdown();
    }
}
