// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

class UploadsTest {
    private static final int MEGABYTE = 1 << 20;

    private final Uploads uploads = new Uploads();

    /** How many pieces of a megabyte go within a frame when each takes so long. */
    private int frame(long nanosEach) {
        uploads.begin();
        int pieces = 0;
        while (uploads.take(MEGABYTE, () -> true)) {
            uploads.took(MEGABYTE, nanosEach);
            pieces++;
        }
        return pieces;
    }

    private int settled(long nanosEach) {
        for (int i = 0; i < 20; i++) {
            frame(nanosEach);
        }
        return frame(nanosEach);
    }

    @Test
    void asMuchGoesAsTakesTwentyMilliseconds() {
        assertEquals(20, settled(1_000_000));
        assertEquals(4, settled(5_000_000));
        assertEquals(40, settled(500_000));
    }

    @Test
    void aPictureThatTakesLongAnywayMayTakeAQuarterLonger() {
        uploads.drew(400_000_000);
        assertEquals(20, settled(5_000_000));
        uploads.drew(500_000_000);
        assertEquals(20, settled(5_000_000));
        uploads.begin();
        uploads.drew(40_000_000);
        assertEquals(4, settled(5_000_000));
    }

    @Test
    void theFirstOnesEndWhenTheTimeIsOver() {
        assertEquals(3, frame(9_000_000));
    }

    @Test
    void aCardThatTakesAllInAtOnceGetsFortyEightMegabytes() {
        assertEquals(48, settled(1_000));
    }

    @Test
    void somethingAlwaysGoes() {
        assertEquals(1, settled(900_000_000));
        uploads.begin();
        assertTrue(uploads.take(Integer.MAX_VALUE, () -> true));
        assertFalse(uploads.take(1, () -> true));
    }

    @Test
    void aFrameThatHadToLeaveSomethingSaysSo() {
        uploads.begin();
        assertFalse(uploads.refused());
        frame(1_000_000);
        assertTrue(uploads.refused());
        uploads.begin();
        assertFalse(uploads.refused());
    }

    @Test
    void whatIsNotAtHandLeavesItsPlaceToOthers() {
        uploads.begin();
        assertFalse(uploads.take(Integer.MAX_VALUE, () -> false));
        assertTrue(uploads.refused());
        assertTrue(uploads.take(Integer.MAX_VALUE, () -> true));
    }

    @Test
    void nothingIsAskedForThatCouldNotGoNow() {
        uploads.begin();
        uploads.take(Integer.MAX_VALUE, () -> true);
        assertFalse(uploads.take(MEGABYTE, () -> fail("asked for")));
    }
}
