// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.collab.Sojourn.at;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.SimulatorProtocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ann shares a scene; Bob, who saves nothing, leaves and joins again with what he has open. */
class LeavingTest {
    @TempDir Path directory;
    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));
    private Sojourn ann;
    private Sojourn bob;

    @BeforeEach
    void meet() throws IOException {
        ann = new Sojourn(directory.resolve("ann"), adapters);
        bob = new Sojourn(directory.resolve("bob"), adapters);
        var link =
                new SessionLink(
                        ConnectionString.parse("simulator:yard?delay=1"),
                        SessionLink.newSession(),
                        ann.identity.address(),
                        Optional.empty());
        ann.share(link);
        bob.join(link);
        // With the document of former days at hand it would be by luck who gives one first.
        bob.left().block("copy");
        ann.move("x", 3);
        bob.await(at(3, 0));
    }

    @AfterEach
    void part() {
        ann.end();
        bob.end();
    }

    /** Bob writes where nobody hears him. */
    private void alone(String axis, double to) {
        bob.cut();
        ann.awaitAlone();
        bob.move(axis, to);
        bob.awaitKept(1);
    }

    private void checkAlike(double x, double y) {
        ann.await(at(x, y));
        bob.await(at(x, y));
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
