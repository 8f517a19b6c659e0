// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.collab.Sojourn.at;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;

/** Ann shares a scene; Bob, who saves nothing, leaves and joins again with what he has open. */
class LeavingTest extends TwoSojourns {
    @BeforeEach
    void edit() throws IOException {
        // With the document of former days at hand it would be by luck who gives one first.
        bob.left().block("copy");
        ann.move("x", 3);
        bob.await(at(3, 0));
    }

    @Test
    void whatOthersWroteIsNobodysOwnThoughItWasNotSaved() {
        bob.leave();
        ann.move("x", 4);
        ann.move("y", 6);
        bob.rejoin();
        checkAlike(4, 6);
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whatNobodyHeardBeforeOneLeftIsTakenAlongAndNotOffered() {
        alone("y", 7);
        bob.leave();
        bob.rejoin();
        checkAlike(3, 7);
        assertEquals(List.of(), bob.offered());
    }

    @Test
    void whatIsEditedAfterLeavingIsOffered() {
        bob.leave();
        bob.move("y", 5);
        bob.rejoin();
        checkAlike(3, 0);
        assertEquals(List.of("position.y = 5"), bob.offered());
    }

    @Test
    void whoGoesBackToTheirFilesMeanwhileIsOfferedNothing() {
        bob.leave();
        now(bob.scene().revert());
        bob.rejoin();
        checkAlike(3, 0);
        assertEquals(List.of(), bob.offered());
    }
}
