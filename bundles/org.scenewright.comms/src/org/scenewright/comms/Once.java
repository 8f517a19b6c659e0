// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Something that is made when it is asked for first; any thread. */
final class Once<T> implements Supplier<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private Optional<T> made = Optional.empty();

    Once(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        lock.lock();
        try {
            T value = made.orElseGet(maker);
            made = Optional.of(value);
            return value;
        } finally {
            lock.unlock();
        }
    }
}
