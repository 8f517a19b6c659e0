// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How long one scene is waited for. Output is no reason to wait longer: a scene that prints for
 * ever does not go on either. That the machine has other things to do is one, as long as it lets
 * the process do something at all. Any thread.
 */
final class Patience {
    private final PlayLimits limits;
    private final WatchClock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Set<Integer> unanswered = new HashSet<>();
    private boolean isWaiting;
    private boolean isLate;
    private long since;
    private Duration chance = Duration.ZERO;
    private long measured;
    private Duration before = Duration.ZERO;
    private String stack = "";

    Patience(PlayLimits limits, WatchClock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** It was told to start, which is the more work the colder its process is. */
    void beginToLoad() {
        begin(1);
    }

    /** It was told to go on. */
    void begin() {
        begin(2);
    }

    private void begin(int part) {
        lock.lock();
        try {
            isWaiting = !isLate;
            chance = limits.frame().dividedBy(part);
            since = clock.nanos();
        } finally {
            lock.unlock();
        }
    }

    /** It has come to where it waits for us. */
    void rest() {
        lock.lock();
        try {
            isWaiting = false;
        } finally {
            lock.unlock();
        }
    }

    /** It may be waiting for us, too. */
    void asks(int call) {
        lock.lock();
        try {
            unanswered.add(call);
        } finally {
            lock.unlock();
        }
    }

    /** It has what it asked for, and the time begins anew; false if it had not asked. */
    boolean answered(int call) {
        lock.lock();
        try {
            since = clock.nanos();
            return unanswered.remove(call);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Whether it has been waited for too long; true only once.
     *
     * @param work how long processors have worked for its process
     */
    boolean isExhausted(Duration work) {
        lock.lock();
        try {
            if (measured != since) {
                measured = since;
                before = work;
            }
            isLate |= isWaiting && isTooLong(work.minus(before));
            boolean isNew = isLate && isWaiting;
            isWaiting &= !isLate;
            return isNew;
        } finally {
            lock.unlock();
        }
    }

    private boolean isTooLong(Duration work) {
        var waited = Duration.ofNanos(clock.nanos() - since);
        var limit = limit();
        boolean isIdle = work.compareTo(limit.dividedBy(20)) < 0;
        boolean hadItsChance = work.compareTo(chance) >= 0;
        return waited.compareTo(limit) >= 0
                && (isIdle || hadItsChance || waited.compareTo(limit.multipliedBy(3)) >= 0);
    }

    private Duration limit() {
        return unanswered.isEmpty() ? limits.frame() : limits.call();
    }

    /** Whether it was waited for too long once. */
    boolean isLate() {
        lock.lock();
        try {
            return isLate;
        } finally {
            lock.unlock();
        }
    }

    /** Where it was then. */
    void was(String place) {
        lock.lock();
        try {
            stack = place;
        } finally {
            lock.unlock();
        }
    }

    /** What was too long, for the author of the scene. */
    String sentence() {
        lock.lock();
        try {
            var limit = limit().toMillis() / 1000.0;
            var sentence = "The scene did not come to the end of a frame in %s s.".formatted(limit);
            return stack.isBlank() ? sentence : sentence + "\n" + stack;
        } finally {
            lock.unlock();
        }
    }
}
