// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/** The few threads that read, parse and decode assets, and how much they still have to do. */
final class Workers implements AutoCloseable {
    private static final int MOST = 3;

    private final ExecutorService pool;
    private final ReentrantLock lock = new ReentrantLock();
    private int unfinished;
    private boolean closed;
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

    Workers() {
        // Decoding is bound by processors; more threads would only hold more files in memory.
        int threads = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST);
        pool = Executors.newFixedThreadPool(threads, named());
    }

    /** Runs a task soon, or never once this is closed. The task itself lets nothing be thrown. */
    void start(Runnable task) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (unfinished++ == 0) {
                idle = new CompletableFuture<>();
            }
            pool.execute(() -> finish(task));
        } finally {
            lock.unlock();
        }
    }

    /** Completes when all that was started has ended. */
    CompletableFuture<Void> idle() {
        lock.lock();
        try {
            return idle.copy();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            pool.shutdownNow();
            idle.complete(null);
        } finally {
            lock.unlock();
        }
    }

    private void finish(Runnable task) {
        try {
            task.run();
        } finally {
            finished();
        }
    }

    private void finished() {
        lock.lock();
        try {
            if (--unfinished == 0) {
                idle.complete(null);
            }
        } finally {
            lock.unlock();
        }
    }

    private static ThreadFactory named() {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "assets " + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
