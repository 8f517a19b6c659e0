// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.awaitPeople;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Ann and Bob, each with a copy of a scene that is open, who meet where a test says. */
abstract class TwoPeople {
    @TempDir Path directory;
    Workplace ann;
    Workplace bob;
    SharedSession anns;
    SharedSession bobs;

    abstract Adapters adapters();

    @BeforeEach
    void open() throws Exception {
        ann = new Workplace(directory.resolve("ann"), adapters());
        bob = new Workplace(directory.resolve("bob"), adapters());
    }

    @AfterEach
    void close() throws Exception {
        Stream.of(anns, bobs).filter(s -> s != null).forEach(SharedSession::close);
        Stream.of(ann, bob).filter(w -> w != null).forEach(Workplace::close);
    }

    /** Ann shares her scene. */
    void share(ConnectionString room, Role others) {
        var link =
                new SessionLink(
                        room, SessionLink.newSession(), ann.identity.address(), Optional.empty());
        anns = now(SharedSession.share(ann.scene(), link, ann.access("Ann"), others));
        await(anns, status -> status.stage() == Stage.LIVE);
    }

    /** Bob joins by the link that Ann gives him. */
    void join() {
        var link = SessionLink.parse(anns.link().text());
        bobs = now(SharedSession.join(bob.scene(), link, bob.access("Bob")));
        await(bobs, status -> status.stage() == Stage.LIVE);
        awaitPeople(anns, 2);
        awaitPeople(bobs, 2);
    }
}
