// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * How long to leave files alone between two looks at them: longer the longer a look takes, so that
 * it never is more than a small part of what the disk does, and longer while nothing happens.
 * Confined to one thread.
 */
final class LookRest {
    private static final int SHARE = 50;
    private static final long MOST_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final long least;
    private final long calm;
    private long wanted;
    private long taken;

    /**
     * @param least after something happened, in milliseconds
     * @param calm after nothing has happened for a while, in milliseconds
     */
    LookRest(long least, long calm) {
        this.least = least;
        this.calm = calm;
        wanted = least;
    }

    /** A look. */
    <T> T timed(Supplier<T> look) {
        long before = System.nanoTime();
        T seen = look.get();
        took(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before));
        return seen;
    }

    void took(long millis) {
        taken = millis;
    }

    /** What was seen of late. */
    void saw(boolean isNews) {
        wanted = isNews ? least : Math.min(calm, wanted * 3 / 2);
    }

    long millis() {
        return Math.clamp(taken * SHARE, wanted, MOST_MILLIS);
    }
}
