// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Does one thing after the other, on a thread of its own that lives while there is something to do,
 * so that whoever has something to be done goes on. Any thread.
 */
final class Errands {
    /** Nobody who keeps to the rules has so much to be done. */
    static final int MOST = 1024;

    private final String name;
    private final Consumer<Throwable> failure;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isLess = lock.newCondition();
    private final Queue<Runnable> left = new ArrayDeque<>();
    private boolean isBusy;

    /**
     * @param failure is told of an errand that went wrong
     */
    Errands(String name, Consumer<Throwable> failure) {
        this.name = name;
        this.failure = failure;
    }

    /** Has something done when all is done that came before; waits where that is far too much. */
    void add(Runnable errand) {
        lock.lock();
        try {
            while (left.size() >= MOST) {
                isLess.awaitUninterruptibly();
            }
            begin(errand);
        } finally {
            lock.unlock();
        }
    }

    /** Has the last errand of all done, without waiting: errands may say so themselves. */
    void addLast(Runnable errand) {
        lock.lock();
        try {
            begin(errand);
        } finally {
            lock.unlock();
        }
    }

    private void begin(Runnable errand) {
        left.add(errand);
        if (!isBusy) {
            isBusy = true;
            Thread.ofVirtual().name(name).start(this::run);
        }
    }

    private void run() {
        for (var next = next(); next.isPresent(); next = next()) {
            try {
                next.get().run();
            } catch (RuntimeException | Error e) {
                // Else nothing would be done any more, not even what says that it is over.
                failure.accept(e);
            }
        }
    }

    private Optional<Runnable> next() {
        lock.lock();
        try {
            var next = Optional.ofNullable(left.poll());
            isBusy = next.isPresent();
            isLess.signal();
            return next;
        } finally {
            lock.unlock();
        }
    }
}
