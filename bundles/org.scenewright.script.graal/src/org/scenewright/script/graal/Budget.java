// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long one reflection may take altogether. What is not done by then is left to the next, which
 * has more of it already.
 *
 * @param end when it is spent, by the clock
 * @param clock in nanoseconds, from any time on
 */
record Budget(long end, LongSupplier clock) {
    /** More than ten thousand usual files take on a slow machine. */
    static final Duration USUAL = Duration.ofMinutes(2);

    static Budget from(Duration time, LongSupplier clock) {
        return new Budget(clock.getAsLong() + time.toNanos(), clock);
    }

    boolean isSpent() {
        return clock.getAsLong() - end >= 0;
    }
}
