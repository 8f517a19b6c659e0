// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What one script has sent and nobody merged yet, in order; any thread.
 *
 * <p>There is only so much room: whoever sends into a full queue waits until there is some, since
 * nothing is ever dropped. What is larger than all of it is taken in once nothing else waits.
 */
final class Arrivals {

    /** How much may wait. */
    record Room(int portions, long bytes) {
        static final Room USUAL = new Room(32, 64L << 20);
    }

    private final Room room;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition freed = lock.newCondition();
    private final ArrayDeque<Portion> waiting = new ArrayDeque<>();
    private int messages;
    private long bytes;
    private boolean closed;

    Arrivals(Room room) {
        this.room = room;
    }

    /**
     * Adds at the end, as soon as there is room.
     *
     * @return false where it was closed, so that whatever comes is of no use
     */
    boolean add(Portion portion) {
        lock.lock();
        try {
            while (!closed && !hasRoom(portion)) {
                freed.awaitUninterruptibly();
            }
            if (!closed) {
                waiting.addLast(portion);
                messages += portion.count();
                bytes += portion.bytes();
            }
            return !closed;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom(Portion portion) {
        boolean isRoom = waiting.size() < room.portions && bytes + portion.bytes() <= room.bytes;
        return waiting.isEmpty() || isRoom;
    }

    /** What came first and is still there. */
    Optional<Portion> first() {
        lock.lock();
        try {
            return Optional.ofNullable(waiting.peekFirst());
        } finally {
            lock.unlock();
        }
    }

    /** Takes away what came first. */
    void removeFirst() {
        lock.lock();
        try {
            var gone = waiting.removeFirst();
            messages -= gone.count();
            bytes -= gone.bytes();
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How much waits. */
    Traffic depth() {
        lock.lock();
        try {
            return new Traffic(messages, bytes);
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing in any more, and lets go whoever waits. */
    void close() {
        lock.lock();
        try {
            closed = true;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
