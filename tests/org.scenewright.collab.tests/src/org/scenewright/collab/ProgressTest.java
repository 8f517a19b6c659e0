// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/** What people read of a session that is not there yet. */
class ProgressTest {
    private static final Optional<String> NOTHING = Optional.empty();
    private static final Optional<String> NOBODY = Optional.of(Progress.NOBODY);

    private final Progress progress = new Progress();

    private void check(Optional<String> problem, boolean isForsaken, long millis) {
        progress.forsaken(isForsaken, millis);
        assertEquals(problem, progress.problem());
    }

    @Test
    void whoFindsNobodyIsToldAfterAWhile() {
        progress.connected();
        check(NOTHING, true, 100);
        check(NOTHING, true, 99 + Progress.PATIENCE);
        check(NOBODY, true, 100 + Progress.PATIENCE);
    }

    @Test
    void nothingIsSaidWhileSomebodyIsAsked() {
        check(NOTHING, true, 0);
        check(NOTHING, false, Progress.PATIENCE);
        check(NOBODY, true, Progress.PATIENCE);
        check(NOTHING, false, Progress.PATIENCE);
    }

    @Test
    void whyThereIsNoConnectionSaysMore() {
        check(NOTHING, true, 0);
        progress.disconnected(false, Optional.of("It is gone."));
        check(Optional.of("It is gone."), true, Progress.PATIENCE);
    }

    @Test
    void whoComesBackWaitsAnew() {
        check(NOTHING, true, 0);
        progress.disconnected(false, NOTHING);
        progress.connected();
        check(NOTHING, true, Progress.PATIENCE);
    }
}
