// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long to leave somebody alone who did not answer: five seconds at first, twice as long each
 * time, and never more than ten minutes. Any thread.
 */
final class Rests {
    private static final long FIRST = TimeUnit.SECONDS.toMillis(5);
    private static final long MOST = TimeUnit.MINUTES.toMillis(10);

    private final long first;
    private final AtomicLong now = new AtomicLong();

    Rests() {
        this(FIRST);
    }

    /**
     * @param first milliseconds instead of the five seconds
     */
    Rests(long first) {
        this.first = first;
        begin();
    }

    long millis() {
        return now.get();
    }

    /** It was in vain. */
    void longer() {
        now.updateAndGet(millis -> Math.min(MOST, 2 * millis));
    }

    void begin() {
        now.set(first);
    }
}
