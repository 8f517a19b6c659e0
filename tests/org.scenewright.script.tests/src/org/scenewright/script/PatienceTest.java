// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time in seconds, with the usual limits: 5 for a frame, 30 with a call. */
class PatienceTest {
    private final Standing clock = new Standing();
    private final Patience patience = new Patience(PlayLimits.USUAL, clock);
    private final List<Long> late = new ArrayList<>();

    /**
     * When it is late, if it is looked every second.
     *
     * @param share what its process has of a processor
     */
    private void check(double share, Long... expected) {
        for (long until = clock.seconds + 60; clock.seconds < until; clock.seconds++) {
            if (patience.isExhausted(Duration.ofMillis(Math.round(clock.seconds * share * 1000)))) {
                late.add(clock.seconds);
            }
        }
        assertEquals(List.of(expected), late);
    }

    @Test
    void aSceneThatWorksForTooLongIsLateOnce() {
        patience.begin();
        check(1, 5L);
    }

    @Test
    void aSceneThatWaitsForNothingIsLate() {
        patience.begin();
        check(0, 5L);
    }

    @Test
    void aSceneThatHasHalfAProcessorIsLateInTime() {
        patience.begin();
        check(0.5, 5L);
    }

    @Test
    void aSceneThatOthersHinderHasLonger() {
        patience.begin();
        check(0.25, 10L);
    }

    @Test
    void aSceneThatLoadsInHalfAProcessorHasLonger() {
        patience.beginToLoad();
        check(0.5, 10L);
    }

    @Test
    void aSceneThatOthersHinderHasNotForEver() {
        patience.begin();
        check(0.06, 15L);
    }

    @Test
    void whatTheProcessDidBeforeDoesNotCount() {
        check(1);
        patience.begin();
        check(0.25, 70L);
    }

    @Test
    void aSceneThatHasItsFrameIsNeverLate() {
        patience.begin();
        patience.rest();
        check(1);
    }

    @Test
    void aSceneThatAskedForSomethingHasLonger() {
        patience.begin();
        patience.asks(1);
        check(1, 30L);
    }

    @Test
    void anAnswerBeginsTheTimeAnew() {
        patience.begin();
        patience.asks(1);
        clock.seconds = 4;
        patience.answered(1);
        check(1, 9L);
    }

    /** A clock that stands still until somebody turns it. */
    private static final class Standing implements WatchClock {
        private long seconds;

        @Override
        public long nanos() {
            return Duration.ofSeconds(seconds).toNanos();
        }

        @Override
        public void after(Duration time, Runnable task) {
            throw new IllegalStateException("Nobody is to be woken");
        }
    }
}
