// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.scenewright.collab.Sojourn.at;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.SimulatorProtocol;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Ann shares a scene in the yard, and Bob joined. */
abstract class TwoSojourns {
    @TempDir Path directory;
    final Adapters adapters = new Adapters(List.of(new SimulatorProtocol()));
    private final String session = SessionLink.newSession();
    Sojourn ann;
    Sojourn bob;

    @BeforeEach
    void meet() throws IOException {
        ann = new Sojourn(directory.resolve("ann"), adapters);
        bob = new Sojourn(directory.resolve("bob"), adapters);
        ann.share(in("yard"));
        bob.join(in("yard"));
    }

    @AfterEach
    void part() {
        ann.end();
        bob.end();
    }

    /** The link to their session where it meets in a room. */
    SessionLink in(String room) {
        var place = ConnectionString.parse("simulator:" + room + "?delay=1");
        return new SessionLink(place, session, ann.identity.address(), Optional.empty());
    }

    /** Bob writes where nobody hears him. */
    void alone(String axis, double to) {
        bob.cut();
        ann.awaitAlone();
        bob.move(axis, to);
        bob.awaitKept(1);
    }

    void checkAlike(double x, double y) {
        ann.await(at(x, y));
        bob.await(at(x, y));
    }
}
