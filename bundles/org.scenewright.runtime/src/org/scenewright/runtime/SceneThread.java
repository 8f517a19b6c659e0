// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The one thread of an open scene: it runs what it is handed, in order; the only class that starts
 * such a thread.
 */
final class SceneThread implements Executor {
    private static final System.Logger LOG = System.getLogger(SceneThread.class.getName());

    // An empty entry says that nothing comes after it.
    private final LinkedBlockingQueue<Optional<Runnable>> inbox = new LinkedBlockingQueue<>();
    private final ReentrantLock door = new ReentrantLock();
    private final Thread thread;
    private boolean closed;

    SceneThread(String sceneName) {
        thread = Thread.ofPlatform().name("scene " + sceneName).start(this::work);
    }

    /**
     * Hands work over, from any thread.
     *
     * @throws RejectedExecutionException when the thread was closed
     */
    @Override
    @SuppressWarnings("null")
    public void execute(Runnable work) {
        door.lock();
        try {
            if (closed) {
                throw new RejectedExecutionException("the scene is closed");
            }
            inbox.add(Optional.of(work));
        } finally {
            door.unlock();
        }
    }

    /** Lets the thread end after what it was handed before. */
    void close() {
        door.lock();
        try {
            if (!closed) {
                closed = true;
                inbox.add(Optional.empty());
            }
        } finally {
            door.unlock();
        }
    }

    /**
     * @throws IllegalStateException on any other thread
     */
    void require() {
        if (Thread.currentThread() != thread) {
            throw new IllegalStateException("only for " + thread.getName());
        }
    }

    private void work() {
        try {
            for (var next = inbox.take(); next.isPresent(); next = inbox.take()) {
                run(next.get());
            }
        } catch (InterruptedException ended) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "interrupted, although nobody has reason to",
                    ended);
        }
    }

    private static void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException mistake) {
            // The outermost frame: one mistake must not take the document of a person along.
            LOG.log(System.Logger.Level.ERROR, "work on the scene thread failed", mistake);
        }
    }
}
