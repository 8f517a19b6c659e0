// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.CrdtReader;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The last messages between a scene and whoever plays it, as long as somebody wants to see them;
 * any thread. It forgets the oldest, and costs nothing while nobody looks.
 */
public final class MessageLog {
    /** How many are kept. */
    public static final int MOST = 10_000;

    private static final long MOST_BYTES = 32 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final ArrayDeque<LoggedMessage> kept = new ArrayDeque<>();
    private final AtomicInteger readers = new AtomicInteger();
    private volatile boolean isPaused;
    private volatile long ticks;
    private long count;
    private long bytes;

    /** Somebody looks from now on. */
    public Registration open() {
        readers.incrementAndGet();
        return readers::decrementAndGet;
    }

    /** Whether what comes is left out. */
    public void pause(boolean isWanted) {
        isPaused = isWanted;
    }

    public boolean isPaused() {
        return isPaused;
    }

    /** Whether messages are noted at the moment. */
    public boolean isNoting() {
        return readers.get() > 0 && !isPaused;
    }

    /** So many frames are over. */
    public void ticked(long over) {
        ticks = over;
    }

    /** Notes all messages of a buffer up to the first that is none. */
    public void note(LoggedMessage.Direction direction, ByteBuffer messages) {
        if (isNoting()) {
            lock.lock();
            try {
                note(direction, messages, excess(messages));
            } finally {
                lock.unlock();
            }
        }
    }

    /** How many of them would be forgotten at once. */
    private static int excess(ByteBuffer messages) {
        int found = 0;
        for (var reader = new CrdtReader(messages); reader.next(); ) {
            found++;
        }
        return Math.max(0, found - MOST);
    }

    private void note(LoggedMessage.Direction direction, ByteBuffer messages, int excess) {
        long skipped = count + excess;
        var occasion = new LoggedMessage.Occasion(ticks + 1, direction);
        var reader = new CrdtReader(messages);
        for (int begin = 0; reader.next(); begin = reader.length()) {
            count++;
            if (count > skipped) {
                int length = reader.length() - begin;
                add(LoggedMessage.of(count, occasion, reader, length));
            }
        }
    }

    private void add(LoggedMessage message) {
        kept.addLast(message);
        bytes += message.data().length;
        while (kept.size() > MOST || bytes > MOST_BYTES) {
            bytes -= kept.removeFirst().data().length;
        }
    }

    /** A script begins: forgets what others have said. */
    public void restart() {
        clear();
        ticks = 0;
    }

    /** Forgets all. */
    public void clear() {
        lock.lock();
        try {
            kept.clear();
            bytes = 0;
        } finally {
            lock.unlock();
        }
    }

    /** What is kept, the oldest first. */
    public List<LoggedMessage> list() {
        return after(0);
    }

    /**
     * What is kept of those that came after one of a number, the oldest first; empty without any
     * cost where there are none.
     */
    public List<LoggedMessage> after(long number) {
        lock.lock();
        try {
            var later = new ArrayList<LoggedMessage>();
            var newest = kept.descendingIterator();
            for (boolean goesOn = newest.hasNext(); goesOn; ) {
                var next = newest.next();
                goesOn = next.number() > number && newest.hasNext();
                if (next.number() > number) {
                    later.add(next);
                }
            }
            return later.reversed();
        } finally {
            lock.unlock();
        }
    }

    /** The number of the oldest that is kept, or of the one that comes next. */
    public long first() {
        lock.lock();
        try {
            return kept.isEmpty() ? count + 1 : kept.getFirst().number();
        } finally {
            lock.unlock();
        }
    }
}
