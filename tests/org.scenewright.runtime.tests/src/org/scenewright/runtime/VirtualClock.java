// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;

/** A clock on which time passes only where somebody says so; of the thread of the test. */
final class VirtualClock implements Clock {
    static final long MILLI = 1_000_000;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(
                    Comparator.comparingLong(Event::time).thenComparingLong(Event::number));
    private long now;
    private long last;

    private record Event(long time, long number, Runnable work) {}

    @Override
    public long nanos() {
        return now;
    }

    /** Does something when so much time has passed. */
    void after(long nanos, Runnable work) {
        events.add(new Event(now + nanos, last++, work));
    }

    @Override
    public void await(CompletableFuture<?> event) {
        while (!event.isDone()) {
            var next = events.poll();
            if (next == null) {
                throw new AssertionError("nothing will ever happen");
            }
            happen(next);
        }
    }

    /** The thread works for so long; what others do meanwhile happens. */
    void spend(long nanos) {
        long end = now + nanos;
        while (!events.isEmpty() && events.peek().time() <= end) {
            happen(events.remove());
        }
        now = end;
    }

    private void happen(Event event) {
        now = Math.max(now, event.time());
        event.work().run();
    }
}
