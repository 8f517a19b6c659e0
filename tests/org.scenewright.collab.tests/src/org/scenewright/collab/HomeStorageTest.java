// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Sojourn.at;

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

/** All leave a session, and come back to rooms that never kept anything. */
class HomeStorageTest {
    private final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));
    private final String session = SessionLink.newSession();
    @TempDir Path directory;
    private Sojourn ann;
    private Sojourn bob;

    @BeforeEach
    void meet() throws IOException {
        ann = new Sojourn(directory.resolve("ann"), adapters);
        bob = new Sojourn(directory.resolve("bob"), adapters);
        ann.share(in("yard"));
        bob.join(in("yard"));
        bob.move("x", 3);
        ann.await(at(3, 0));
    }

    @AfterEach
    void part() {
        ann.end();
        bob.end();
    }

    private SessionLink in(String room) {
        var place = ConnectionString.parse("simulator:" + room + "?delay=1");
        return new SessionLink(place, session, ann.identity.address(), Optional.empty());
    }

    private void checkAlike(double x, double y) {
        ann.await(at(x, y));
        bob.await(at(x, y));
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
