// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How often something is done for one of many. */
class PacingTest {
    private static final long PAUSE = 1000;

    private final Pacing pacing = new Pacing(PAUSE);

    private void check(boolean isDone, String address, long now) {
        assertEquals(isDone, pacing.admits(address, now), address + " at " + now);
    }

    @Test
    void theFirstTimeItIsDoneWheneverThatIs() {
        check(true, "ann", Long.MIN_VALUE / 2);
        check(true, "bob", 0);
    }

    @Test
    void itIsDoneAgainAfterThePauseAndNotBefore() {
        check(true, "ann", 0);
        check(false, "ann", PAUSE - 1);
        check(true, "ann", PAUSE);
        check(false, "ann", PAUSE + 1);
    }

    @Test
    void whoAsksAllTheTimeIsNotKeptWaitingByThat() {
        for (int now = 0; now < PAUSE; now++) {
            check(now == 0, "ann", now);
        }
        check(true, "ann", PAUSE);
    }

    @Test
    void oneKeepsNobodyElseWaiting() {
        check(true, "ann", 0);
        check(true, "bob", 0);
    }

    @Test
    void whoIsToRestRestsUntilThen() {
        pacing.rest("ann", 5 * PAUSE);
        check(false, "ann", 5 * PAUSE - 1);
        check(true, "ann", 5 * PAUSE);
        pacing.rest("ann", Long.MAX_VALUE);
        check(false, "ann", Long.MAX_VALUE - 1);
    }

    @Test
    void toLookWhetherItIsTimeIsNotToDoIt() {
        assertEquals(true, pacing.isTime("ann", 0));
        check(true, "ann", 0);
        assertEquals(false, pacing.isTime("ann", 1));
    }

    @Test
    void ofTooManyTheOneIsForgottenThatWantedNothingForLongest() {
        check(true, "ann", 0);
        check(true, "bob", 0);
        for (int i = 2; i < ByAddress.MOST; i++) {
            check(true, "other" + i, 0);
        }
        check(false, "ann", 1);
        check(true, "zoe", 1);
        check(false, "ann", 2);
        check(true, "bob", 2);
    }
}
