// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.ComponentId;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Counts what a play does; any thread. */
final class Tally {
    private static final long SECOND = 1_000_000_000L;
    private static final int MOST_COMPONENTS = 4096;

    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<ComponentId, Traffic> traffic = new HashMap<>();
    private final ArrayDeque<Long> lastTicks = new ArrayDeque<>();
    private long ticks;
    private Duration update = Duration.ZERO;
    private long applyNanos;
    private long frameNanos;
    private long askedAt;
    private long sendNanos;
    private long dropped;
    private long heapBytes;

    Tally(Clock clock) {
        this.clock = clock;
    }

    void arrived(Arrival arrival) {
        inLock(
                () -> {
                    arrival.traffic().forEach(this::add);
                    askedAt = arrival.isAsking() ? clock.nanos() : askedAt;
                    return true;
                });
    }

    // A script can make up as many components as there are numbers.
    private void add(ComponentId component, Traffic more) {
        if (traffic.containsKey(component) || traffic.size() < MOST_COMPONENTS) {
            traffic.merge(component, more, Traffic::plus);
        }
    }

    /** A frame is over; tells how many are. */
    long ticked(Duration busy, long heap) {
        return inLock(
                () -> {
                    ticks++;
                    update = busy;
                    heapBytes = heap;
                    lastTicks.addLast(clock.nanos());
                    forget();
                    return ticks;
                });
    }

    private void forget() {
        long now = clock.nanos();
        while (!lastTicks.isEmpty() && now - lastTicks.getFirst() >= SECOND) {
            lastTicks.removeFirst();
        }
    }

    /** A part of the messages of a frame was merged. */
    void applied(long nanos) {
        inLock(() -> frameNanos += nanos);
    }

    /** All that belonged to a frame was merged, and it is answered. */
    void answered() {
        inLock(
                () -> {
                    applyNanos = frameNanos;
                    sendNanos = clock.nanos() - askedAt;
                    frameNanos = 0;
                    return true;
                });
    }

    void dropped() {
        inLock(() -> dropped++);
    }

    long ticks() {
        return inLock(() -> ticks);
    }

    PlayFigures figures(Traffic waiting, ComponentTypes types) {
        return inLock(
                () -> {
                    forget();
                    return new PlayFigures(
                            ticks,
                            lastTicks.size(),
                            update,
                            Duration.ofNanos(sendNanos),
                            Duration.ofNanos(applyNanos),
                            dropped,
                            waiting,
                            heapBytes,
                            named(types));
                });
    }

    private Map<String, Traffic> named(ComponentTypes types) {
        var named = new HashMap<String, Traffic>();
        traffic.forEach((component, sent) -> named.put(name(component, types), sent));
        return named;
    }

    private static String name(ComponentId component, ComponentTypes types) {
        return component.value() == 0
                ? "entities"
                : types.find(component).map(ComponentType::name).orElse(component.toString());
    }

    private <T> T inLock(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
