// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LeastRateTest {
    private static final int SECOND = (int) LeastRate.PER_SECOND;

    /** Whether it is too slow that so many bytes come in so many seconds. */
    private static void check(boolean isMissed, int failures, int bytes, int seconds) {
        var rate = new LeastRate(failures, 5000);
        rate.took(bytes);
        assertEquals(isMissed, rate.isMissed(5000 + seconds * 1000L));
    }

    @Test
    void atFirstNothingNeedCome() {
        check(false, 0, 0, 10);
        check(true, 0, 0, 11);
    }

    @Test
    void thenSoMuchEverySecond() {
        check(false, 0, 20 * SECOND, 30);
        check(true, 0, 20 * SECOND - 1, 30);
    }

    @Test
    void lessIsEnoughWhereNobodyWasFastEnough() {
        check(false, 1, 10 * SECOND, 30);
        check(true, 1, 10 * SECOND - 1, 30);
        check(false, 1000, SECOND, 74);
        check(true, 1000, SECOND, 75);
    }
}
