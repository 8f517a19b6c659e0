// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HeardTest {
    private static final Author ANN = new Author("ann", 1);

    private final Heard heard = new Heard();

    private void hear(long... sequences) {
        for (long sequence : sequences) {
            assertTrue(heard.hears(ANN, sequence), "batch " + sequence);
        }
    }

    @Test
    void whatIsHeardTwiceIsNothingNew() {
        hear(1, 3);
        assertFalse(heard.hears(ANN, 1));
        assertFalse(heard.hears(ANN, 3));
    }

    @Test
    void whatOvertookOthersIsSeenOnceTheyAreHeard() {
        hear(3, 2);
        assertEquals(0, heard.seen().known(ANN));
        hear(1);
        assertEquals(3, heard.seen().known(ANN));
        assertEquals(0, heard.ahead());
    }

    @Test
    void whoComesBackCountsFromOneAgain() {
        hear(1, 2);
        assertTrue(heard.hears(new Author("ann", 2), 1));
    }

    @Test
    void whoIsLongGoneIsStillHeard() {
        for (int sharing = 2; sharing < 9; sharing++) {
            heard.hears(new Author("ann", sharing), 1);
        }
        hear(1, 2);
    }

    @Test
    void sharingsThatNeverWereTakeNoRoomOfOthers() {
        hear(3, 4);
        for (int sharing = 1; sharing < 3 * Heard.MOST; sharing++) {
            heard.hears(new Author("mallory", sharing), 2);
        }
        assertTrue(heard.ahead() <= Heard.MOST);
        hear(2, 1);
        assertEquals(4, heard.seen().known(ANN));
    }

    @Test
    void peersWhoLeaveGapsFillNoMemoryNorTakeTheRoomOfOthers() {
        hear(3);
        for (int author = 0; author < 100; author++) {
            for (long sequence = 2; sequence < 3000; sequence++) {
                heard.hears(new Author("peer" + author, 1), sequence);
            }
        }
        assertTrue(heard.ahead() <= Heard.MOST);
        hear(2, 1);
        assertEquals(3, heard.seen().known(ANN));
    }
}
