// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.stream.LongStream;

/** Looking at files never is more than a fiftieth of what there is to do, nor once a minute. */
class LookRestTest {
    private final LookRest rest = new LookRest(2000, 10_000);

    /** How long it rests after looks without news. */
    private void check(long tookMillis, int looks, long expected) {
        LongStream.range(0, looks).forEach(look -> rest.saw(false));
        rest.took(tookMillis);
        assertEquals(expected, rest.millis());
    }

    @Test
    void itBeginsWithTheLeast() {
        check(0, 0, 2000);
    }

    @Test
    void aLongLookIsFollowedByALongRest() {
        check(100, 0, 5000);
    }

    @Test
    void thereIsALookEveryMinute() {
        check(60_000, 0, 60_000);
    }

    @Test
    void itRestsLongerWhileNothingHappens() {
        check(0, 1, 3000);
        check(0, 2, 6750);
        check(0, 100, 10_000);
    }

    @Test
    void newsMakeItLookMoreOften() {
        check(0, 100, 10_000);
        rest.saw(true);
        check(0, 0, 2000);
    }
}
