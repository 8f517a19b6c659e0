// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one thread, named {@code gl-render}, on which all GL work of a workbench happens, task by
 * task in the order given.
 *
 * <p>All methods may be called from any thread and return at once. Whoever asks for frames merges
 * its own requests.
 */
public final class GlThread implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(GlThread.class.getName());

    private final ExecutorService tasks =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().name("gl-render").daemon().factory());

    /**
     * Runs a task after all those submitted before; what it throws is logged and stops no later
     * task.
     *
     * @return whether it will run; false once the thread is closed
     */
    public boolean submit(Runnable task) {
        try {
            tasks.execute(() -> run(task));
            return true;
        } catch (RejectedExecutionException closed) {
            return false;
        }
    }

    /**
     * Takes no more tasks; those submitted before still run, so that devices can be closed by a
     * last task.
     */
    @Override
    public void close() {
        tasks.shutdown();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable failure) {
            // Devices belong to this very thread: it has to outlive even a lack of memory.
            LOG.log(System.Logger.Level.ERROR, "A drawing task failed", failure);
        }
    }
}
