// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The threads that read, parse and decode assets, and how much they still have to do. Few work at a
 * time; one that waits for a network lets another work.
 */
final class Workers implements AutoCloseable {
    private static final int MOST_WORKING = 3;

    /** Those that wait for a network among them. */
    private static final int MOST = 24;

    /** A server that is gone, or a network, comes back in minutes rather than seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_DOUBLED = 5;

    private final Duration patience;
    private final ExecutorService pool;
    private final LoadOrder order = new LoadOrder();
    private final Semaphore desks;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Delayed> delayed = new HashSet<>();
    private int unfinished;
    private boolean closed;
    private CompletableFuture<Void> idle = CompletableFuture.completedFuture(null);

    /** Waits for something that is elsewhere. */
    interface Errand {
        void run() throws IOException;
    }

    /** What is run later; until then it is held by a clock that outlives all of us. */
    private static final class Delayed implements Runnable {
        private volatile Optional<Consumer<Delayed>> task;

        Delayed(Consumer<Delayed> task) {
            this.task = Optional.of(task);
        }

        @Override
        public void run() {
            task.ifPresent(known -> known.accept(this));
        }

        void drop() {
            task = Optional.empty();
        }
    }

    Workers() {
        this(PATIENCE);
    }

    /**
     * @param patience how much later something is tried again
     */
    Workers(Duration patience) {
        this.patience = patience;
        // Decoding is bound by processors; more threads would only hold more files in memory.
        int working = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, MOST_WORKING);
        desks = new Semaphore(working);
        pool = Executors.newFixedThreadPool(MOST, named());
    }

    /** Runs a task soon, or never once this is closed. The task itself lets nothing be thrown. */
    void start(Runnable task) {
        start(new LoadOrder.Task(Optional.empty(), false, task));
    }

    /** As {@link #start(Runnable)}, for a source that has its turn by how far away it is. */
    void start(AssetSource source, Runnable task) {
        start(new LoadOrder.Task(Optional.of(source), false, task));
    }

    /** From now on the nearest come first; what has no distance comes before that. */
    void order(Map<AssetSource, Double> distances) {
        order.order(distances);
    }

    private void start(LoadOrder.Task task) {
        lock.lock();
        try {
            if (closed) {
                return;
            }
            if (unfinished++ == 0) {
                idle = new CompletableFuture<>();
            }
            order.add(task);
            pool.execute(this::next);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Runs a task for a source some time later, behind all that is tried for the first time then,
     * or never once this is closed.
     *
     * @param attempts how often it was tried before; each makes it wait twice as long
     */
    void later(int attempts, AssetSource source, Runnable task) {
        long millis = patience.toMillis() << Math.min(attempts, MOST_DOUBLED);
        var repeat = new LoadOrder.Task(Optional.of(source), true, task);
        var wait = new Delayed(over -> begin(over, repeat));
        lock.lock();
        try {
            if (closed) {
                return;
            }
            delayed.add(wait);
        } finally {
            lock.unlock();
        }
        CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(wait);
    }

    private void begin(Delayed over, LoadOrder.Task task) {
        lock.lock();
        try {
            delayed.remove(over);
        } finally {
            lock.unlock();
        }
        start(task);
    }

    /** Does something that may wait for a network while others work; on a thread of these. */
    void aside(Errand errand) throws IOException {
        desks.release();
        try {
            errand.run();
        } finally {
            // A thread that is told to end still has to give back what it is about to take.
            desks.acquireUninterruptibly();
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("The scene was closed.");
        }
    }

    /** Whether nothing that is started runs any more. */
    boolean isClosed() {
        lock.lock();
        try {
            return closed;
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
            delayed.forEach(Delayed::drop);
            delayed.clear();
            pool.shutdownNow();
            idle.complete(null);
        } finally {
            lock.unlock();
        }
    }

    /** Chooses only when it is free to work: meanwhile others may have become more urgent. */
    private void next() {
        desks.acquireUninterruptibly();
        try {
            order.next().ifPresent(Runnable::run);
        } finally {
            desks.release();
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
