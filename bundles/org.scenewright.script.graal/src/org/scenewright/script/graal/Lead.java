// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import org.scenewright.script.wire.FromScene;
import org.scenewright.script.wire.ToScene;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How far one scene is ahead of whoever hears it: a scene that says more than is taken in waits, on
 * its own thread, so that the scenes beside it find their connection free.
 */
final class Lead {
    /**
     * Far more than a frame needs; the editor tells of what it took in more often than once for so
     * many.
     */
    static final int MOST_MESSAGES = 64;

    /** More than the largest message and what the editor may have taken in without telling. */
    static final long MOST_BYTES = 96L << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition isShorter = lock.newCondition();
    private final Queue<Integer> untaken = new ArrayDeque<>();
    private long bytes;
    private boolean isOver;

    /** Waits until a message may be said. */
    void await(FromScene message) {
        lock.lock();
        try {
            while (!isOver && isFar(message.weight())) {
                // An interruption is for the code of the scene, which this is not.
                isShorter.awaitUninterruptibly();
            }
            untaken.add(message.weight());
            bytes += message.weight();
        } finally {
            lock.unlock();
        }
    }

    private boolean isFar(int more) {
        boolean isLong = untaken.size() >= MOST_MESSAGES || bytes + more > MOST_BYTES;
        return isLong && !untaken.isEmpty();
    }

    /** So much of what was said is taken in. */
    void taken(ToScene.Taken news) {
        lock.lock();
        try {
            for (int i = 0; i < news.messages() && !untaken.isEmpty(); i++) {
                bytes -= untaken.remove();
            }
            isShorter.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nobody has to wait any longer. */
    void end() {
        lock.lock();
        try {
            isOver = true;
            isShorter.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
