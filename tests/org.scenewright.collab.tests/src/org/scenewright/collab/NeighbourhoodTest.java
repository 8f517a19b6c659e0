// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.collab.Workplace.await;
import static org.scenewright.collab.Workplace.now;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.collab.SharedStatus.Stage;
import org.scenewright.comms.Adapters;
import org.scenewright.comms.ConnectionString;
import org.scenewright.comms.RoomRules;
import org.scenewright.comms.RoomServer;
import org.scenewright.comms.WsRoomProtocol;
import org.scenewright.scene.SceneSettings;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Ann lets others find her session, and Bob, who has the scene open, hears of it and joins. */
class NeighbourhoodTest {
    @TempDir Path directory;
    private final Adapters adapters = new Adapters(List.of(new WsRoomProtocol()));
    private final RoomServer server =
            RoomServer.start(new InetSocketAddress("127.0.0.1", 0), RoomRules.OPEN);
    private final ConnectionString square = server.connection("square");
    private Workplace ann;
    private Workplace bob;

    @BeforeEach
    void open() throws IOException {
        ann = new Workplace(directory.resolve("ann"), adapters);
        bob = new Workplace(directory.resolve("bob"), adapters);
    }

    @AfterEach
    void close() {
        ann.close();
        bob.close();
        server.close();
    }

    private static EditionBeacon beacon(Workplace of, SessionLink link) {
        var settings = of.scene().snapshot().settings();
        return new EditionBeacon(
                EditionBeacon.mark(settings),
                SceneSettings.of(settings).base(),
                "Yard",
                "Ann",
                link);
    }

    private SessionLink link(String room) {
        return new SessionLink(
                server.connection(room),
                SessionLink.newSession(),
                ann.identity.address(),
                Optional.empty());
    }

    @Test
    void whoHearsOfAnEditionCanJoinIt() {
        var link = link("yard");
        ann.move("x", 3);
        var heard = new CompletableFuture<EditionBeacon>();
        try (var anns = now(share(link));
                var annsPlace = Neighbourhood.at(square, adapters);
                var bobsPlace = Neighbourhood.at(square, adapters)) {
            bobsPlace.watch(bob.scene());
            bobsPlace.onBeacon(heard::complete);
            annsPlace.announce(beacon(ann, link), ann.identity);
            assertEquals(beacon(ann, link), now(heard));
            try (var bobs = now(join(now(heard).link()))) {
                await(bobs, status -> status.stage() == Stage.LIVE);
                bob.awaitAt(3);
            }
            assertEquals(Optional.empty(), bobsPlace.problem());
            assertEquals(link, anns.link());
        }
    }

    @Test
    void ofASceneThatIsSharedAlreadyNobodyIsHeardUntilItIsFreeAgain() {
        var first = link("yard");
        var heard = new CopyOnWriteArrayList<EditionBeacon>();
        var free = new CompletableFuture<EditionBeacon>();
        try (var annsPlace = Neighbourhood.at(square, adapters);
                var bobsPlace = Neighbourhood.at(square, adapters)) {
            bobsPlace.watch(bob.scene());
            bobsPlace.rest(List.of(bob.scene()));
            bobsPlace.onBeacon(heard::add);
            bobsPlace.onBeacon(free::complete);
            annsPlace.announce(beacon(ann, first), ann.identity);
            var hers = new CompletableFuture<EditionBeacon>();
            try (var carolsPlace = Neighbourhood.at(square, adapters)) {
                carolsPlace.watch(bob.scene());
                carolsPlace.onBeacon(hers::complete);
                assertEquals(first, now(hers).link());
            }
            assertEquals(List.of(), heard);
            bobsPlace.rest(List.of());
            // Soon after somebody came it is said again.
            try (var someone = Neighbourhood.at(square, adapters)) {
                assertEquals(first, now(free).link());
                assertEquals(Optional.empty(), someone.problem());
            }
        }
    }

    private CompletableFuture<SharedSession> share(SessionLink link) {
        return SharedSession.share(ann.scene(), link, ann.access("Ann"), Role.EDITOR);
    }

    private CompletableFuture<SharedSession> join(SessionLink link) {
        return SharedSession.join(bob.scene(), link, bob.access("Bob"));
    }

    @Test
    void whoPlaysStopsBeforeTheyEdit() {
        var order = new StringBuilder();
        var awareness = bob.scene().sharing().awareness();
        var stopping = new CompletableFuture<Boolean>();
        try (var registration = awareness.onEdit(() -> stopping)) {
            var editing = awareness.edit().thenRun(() -> order.append("edits"));
            assertFalse(editing.isDone());
            order.append("stops ");
            stopping.complete(true);
            now(editing);
            assertEquals("stops edits", order.toString());
        }
        assertTrue(awareness.edit().isDone());
    }

    @Test
    void aBeaconIsSaidSoonAfterSomebodyCameAndThenNowAndThen() throws IOException {
        var fire = new BeaconFire(new Random(1));
        var said = new KeepingAdapter();
        var link =
                new SessionLink(
                        square, SessionLink.newSession(), ann.identity.address(), Optional.empty());
        fire.say(new SignedBeacon(beacon(ann, link), "[]"), 0);
        fire.tick(200);
        fire.connected(said, 1000);
        for (long time = 1000; time < 101_000; time += 50) {
            fire.tick(time);
        }
        assertTrue(
                said.sent.size() >= 7 && said.sent.size() <= 21,
                () -> said.sent.size() + " in 100 s");
        int before = said.sent.size();
        for (long time = 101_000; time < 111_000; time += 50) {
            fire.hurry(time);
            fire.tick(time);
        }
        assertTrue(
                said.sent.size() - before <= 5, () -> said.sent.size() - before + " when hurried");
        fire.hush(link.session());
        int last = said.sent.size();
        for (long time = 111_000; time < 200_000; time += 50) {
            fire.tick(time);
        }
        assertEquals(last, said.sent.size());
    }
}
