// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.Test;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.OwnIdentity;
import org.scenewright.comms.SimulatorProtocol;
import org.scenewright.comms.nats.NatsProtocol;
import org.scenewright.testing.NatsServer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** On a real NATS server, which keeps its streams when it is gone for a while. */
class NatsMeetingTest extends MeetingContract {
    private Optional<NatsServer> server = Optional.empty();
    private int port;

    @Override
    Adapters adapters() {
        return new Adapters(List.of(new NatsProtocol()));
    }

    @Override
    void serve(Path directory) throws IOException {
        port = port == 0 ? NatsServer.free() : port;
        server = Optional.of(NatsServer.start(directory.resolve("store"), port, List.of()));
    }

    @Override
    void vanish() throws InterruptedException {
        if (server.isPresent()) {
            server.get().kill();
        }
        server = Optional.empty();
    }

    @Override
    ConnectionString room() {
        return server.orElseThrow().connection("yard");
    }

    private void leave(SharedSession session) {
        session.close();
        now(session.ended());
    }

    private SharedSession comeTo(SessionLink link, Workplace place, String name) {
        var session = now(SharedSession.join(place.scene(), link, place.access(name)));
        await(session, status -> status.stage() == Stage.LIVE);
        return session;
    }

    @Test
    void whoComesWhenNobodyIsThereHoldsWhatTheServerKept() throws Exception {
        share();
        ann.move("x", 3);
        await(anns, status -> status.waiting() > 0);
        leave(anns);
        vanish();
        serve(directory);
        bobs = comeTo(anns.link(), bob, "Bob");
        bob.awaitAt(3);
        bob.move("y", 4);
        await(bobs, status -> status.waiting() > 0);
        leave(bobs);
        anns = comeTo(anns.link(), ann, "Ann");
        ann.await(s -> s.pose(Workplace.BOX).position().y() == 4);
        assertEquals(bob.saved(), ann.saved());
    }

    @Test
    void aSceneLeftByNobodyIsKeptAsSoonAsEditsRest() throws Exception {
        share();
        ann.move("x", 3);
        awaitStored();
        vanish();
        serve(directory);
        anns.close();
        bobs = comeTo(anns.link(), bob, "Bob");
        bob.awaitAt(3);
    }

    @Test
    void whatWasEditedAfterTheLastCopyComesBackWithWhoWroteIt() throws Exception {
        var eve = new Sojourn(directory.resolve("eve"), withNowhere());
        var link =
                new SessionLink(
                        room(), SessionLink.newSession(), eve.identity.address(), Optional.empty());
        eve.share(link);
        eve.move("x", 3);
        awaitStored(link);
        eve.move("y", 4);
        eve.awaitKept(2);
        eve.kill();
        bobs = comeTo(link, bob, "Bob");
        bob.awaitAt(3);
        bob.move("z", 5);
        eve.open();
        eve.rejoin();
        bob.await(s -> s.pose(Workplace.BOX).position().y() == 4);
        eve.await(s -> s.pose(Workplace.BOX).position().z() == 5);
        eve.end();
    }

    @Test
    void whatAllHeardWhoWereLostBeforeTheNextCopyTheStreamTells() throws Exception {
        var eve = new Sojourn(directory.resolve("eve"), withNowhere());
        var dan = new Sojourn(directory.resolve("dan"), withNowhere());
        var link =
                new SessionLink(
                        room(), SessionLink.newSession(), eve.identity.address(), Optional.empty());
        eve.share(link);
        dan.join(link);
        dan.move("x", 3);
        awaitStored(link);
        dan.move("y", 4);
        eve.await(Sojourn.at(3, 4));
        eve.kill();
        dan.kill();
        bobs = comeTo(link, bob, "Bob");
        bob.await(Sojourn.at(3, 4));
        eve.end();
        dan.end();
    }

    /** With rooms where nobody is, too. */
    private static Adapters withNowhere() {
        return new Adapters(List.of(new NatsProtocol(), new SimulatorProtocol()));
    }

    /** Waits until the room keeps the scene, as anybody sees it who comes. */
    private void awaitStored() {
        awaitStored(anns.link());
    }

    private void awaitStored(SessionLink link) {
        var guest = adapters().adapter(room(), OwnIdentity.generate(), event -> {});
        now(guest.connect());
        var storage = guest.storage().orElseThrow();
        // Servers of 2.9 may stop answering who asks again and again while the stream is made.
        now(storage.put("other", new byte[1]));
        String name = Storing.name(link.session());
        long end = System.nanoTime() + 60_000_000_000L;
        boolean isThere = false;
        while (!isThere) {
            assertTrue(System.nanoTime() < end, "it is stored");
            isThere = now(storage.get(name, storage.mostBytes())).isPresent();
        }
        now(guest.disconnect(Optional.empty()));
    }
}
