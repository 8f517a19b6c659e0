// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * The one thread on which a shared session checks and makes many signatures, which takes seconds of
 * computing; what comes after its end is not done.
 */
final class ProofThread implements Executor, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ProofThread.class.getName());

    private final ExecutorService executor =
            Executors.newSingleThreadExecutor(
                    Thread.ofPlatform().daemon().name("Scenewright session proof").factory());

    @Override
    @SuppressWarnings("null")
    public void execute(Runnable work) {
        try {
            executor.execute(work);
        } catch (RejectedExecutionException over) {
            LOG.log(System.Logger.Level.DEBUG, "The session is over", over);
        }
    }

    /** Ends soon: what waits is not done. */
    @Override
    public void close() {
        executor.shutdownNow();
    }
}
