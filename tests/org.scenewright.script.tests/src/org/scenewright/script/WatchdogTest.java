// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time in tenths of a second; a limit of 10. */
class WatchdogTest {
    private final List<Long> barks = new ArrayList<>();
    private final Hands hands = new Hands();
    private final Watchdog dog = new Watchdog(hands);

    private void watch() {
        dog.watch(Hands.tenths(10), () -> barks.add(hands.now));
    }

    private void check(Long... expected) {
        hands.turnTo(100);
        assertEquals(List.of(expected), barks);
    }

    @Test
    void silenceMakesItBarkOnce() {
        watch();
        check(10L);
    }

    @Test
    void signsOfLifeKeepItQuiet() {
        watch();
        for (int i = 1; i < 5; i++) {
            hands.turnTo(i * 9);
            dog.sign();
        }
        check(46L);
    }

    @Test
    void aDogAtRestIsQuiet() {
        watch();
        hands.turnTo(9);
        dog.rest();
        check();
    }

    @Test
    void aNewWatchEndsTheOld() {
        watch();
        hands.turnTo(9);
        watch();
        check(19L);
    }

    @Test
    void aWatchAfterARestCounts() {
        watch();
        dog.rest();
        hands.turnTo(5);
        watch();
        check(15L);
    }

    /** A clock that stands still until somebody turns its hands. */
    private static final class Hands implements WatchClock {
        private final List<Alarm> alarms = new ArrayList<>();
        private long now;

        static Duration tenths(long count) {
            return Duration.ofMillis(100 * count);
        }

        void turnTo(long time) {
            for (; now <= time; now++) {
                var due = alarms.stream().filter(alarm -> alarm.time <= now).toList();
                alarms.removeAll(due);
                due.forEach(alarm -> alarm.task.run());
            }
            now = time;
        }

        @Override
        public long nanos() {
            return tenths(now).toNanos();
        }

        @Override
        public void after(Duration time, Runnable task) {
            alarms.add(new Alarm(now + time.toMillis() / 100, task));
        }

        private record Alarm(long time, Runnable task) {}
    }
}
