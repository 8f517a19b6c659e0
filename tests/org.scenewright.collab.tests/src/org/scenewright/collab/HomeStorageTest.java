// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Sojourn.at;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** All leave a session, and come back to rooms that never kept anything. */
class HomeStorageTest extends TwoSojourns {
    @BeforeEach
    void edit() {
        bob.move("x", 3);
        ann.await(at(3, 0));
    }

    @Override
    void checkAlike(double x, double y) {
        super.checkAlike(x, y);
        assertEquals(List.of(), ann.offered());
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whoComesBackAloneGoesOnWithWhatTheyHadLast() {
        bob.leave();
        ann.leave();
        ann.join(in("barn"));
        assertEquals(Role.OWNER, ann.session().status().role());
        bob.join(in("barn"));
        ann.move("y", 4);
        checkAlike(3, 4);
        assertEquals(List.of(), ann.told());
    }

    @Test
    void whatTwoDidAloneIsMergedWhenTheyMeet() {
        bob.leave();
        ann.leave();
        ann.join(in("barn"));
        bob.join(in("field"));
        ann.move("x", 5);
        bob.move("y", 6);
        bob.session().move(in("barn").connection());
        checkAlike(5, 6);
    }

    @Test
    void whoLosesTheProcessGoesOnWithWhatWasAtRest() {
        ann.awaitCopied();
        ann.kill();
        bob.move("y", 4);
        ann.open();
        ann.join(in("barn"));
        assertTrue(at(3, 0).test(ann.scene().snapshot()));
        bob.session().move(in("barn").connection());
        checkAlike(3, 4);
    }

    @Test
    void whatIsDamagedIsToldAndNotUsed() throws IOException {
        bob.leave();
        ann.leave();
        ann.left().spoil("copy");
        ann.joinUnheard(in("barn"));
        ann.awaitTold("set aside");
        assertTrue(ann.left().isSetAside("copy"));
    }
}
