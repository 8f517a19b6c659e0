// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.concurrent.atomic.AtomicLong;

/** What a room server has done so far; written by its thread, read by any. */
public final class RoomFigures {
    private final AtomicLong deliveries = new AtomicLong();
    private final AtomicLong dropped = new AtomicLong();
    private final AtomicLong mostWaiting = new AtomicLong();

    RoomFigures() {}

    void deliver(int count) {
        deliveries.lazySet(deliveries.get() + count);
    }

    void drop() {
        dropped.lazySet(dropped.get() + 1);
    }

    void waits(long bytes) {
        if (bytes > mostWaiting.get()) {
            mostWaiting.lazySet(bytes);
        }
    }

    /** How many messages were handed to guests. */
    public long deliveries() {
        return deliveries.get();
    }

    /** How many were not, as too much waited already and they need not arrive. */
    public long dropped() {
        return dropped.get();
    }

    /** The most bytes that ever waited for one guest. */
    public long mostWaitingBytes() {
        return mostWaiting.get();
    }
}
