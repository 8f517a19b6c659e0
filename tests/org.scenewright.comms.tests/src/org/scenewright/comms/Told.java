// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Remembers what was told, and lets tests wait for it; any thread. */
final class Told<T> implements Consumer<T> {
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private final List<T> all = new ArrayList<>();
    private final Runnable meanwhile;

    /**
     * Waits patiently.
     *
     * @param meanwhile done again and again while somebody waits
     */
    Told(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    @Override
    public void accept(T one) {
        lock.lock();
        try {
            all.add(one);
            news.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<T> all() {
        lock.lock();
        try {
            return List.copyOf(all);
        } finally {
            lock.unlock();
        }
    }

    /** Those of one kind. */
    <K extends T> List<K> all(Class<K> kind) {
        return all().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Waits until what was told so far is enough. */
    List<T> until(Predicate<List<T>> isEnough) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        meanwhile.run();
        while (!isEnough.test(all())) {
            assertTrue(System.nanoTime() < end, () -> "Waited in vain; told was " + all());
            pause();
            meanwhile.run();
        }
        return all();
    }

    /** Waits until this was told. */
    void untilTold(T one) {
        until(told -> told.contains(one));
    }

    private void pause() {
        lock.lock();
        try {
            news.await(5, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }
}
