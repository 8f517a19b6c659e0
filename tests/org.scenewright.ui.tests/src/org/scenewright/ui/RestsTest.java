// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RestsTest {
    private final Rests rests = new Rests();

    @Test
    void eachIsTwiceAsLongAsTheOneBefore() {
        rests.longer();
        rests.longer();
        assertEquals(20_000, rests.millis());
    }

    @Test
    void noneIsLongerThanTenMinutes() {
        for (int i = 0; i < 100; i++) {
            rests.longer();
        }
        assertEquals(600_000, rests.millis());
    }

    @Test
    void afterAnAnswerTheyAreShortAgain() {
        rests.longer();
        rests.begin();
        assertEquals(5_000, rests.millis());
    }
}
