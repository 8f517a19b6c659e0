// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nats.client.Nats;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.comms.CommsEvent;
import org.scenewright.comms.RoomStorage;
import org.scenewright.comms.SendHints;
import org.scenewright.testing.NatsServer;
import org.scenewright.testing.Participant;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

/** What only a real server shows. */
class NatsServerTest {
    @TempDir private Path folder = Path.of("");

    private NatsServer start(String... arguments) throws IOException {
        return NatsServer.start(folder.resolve("store"), List.of(arguments));
    }

    private NatsServer configured(String text) throws IOException {
        Path file = folder.resolve("server.conf");
        Files.writeString(file, text);
        return start("-c", file.toString());
    }

    private static String room(NatsServer server, String user) {
        return "nats:nats://" + user + server.host() + "/room";
    }

    private static void checkHeard(Guests guests, Participant sender, Participant receiver) {
        sender.send("hello", SendHints.RELIABLE);
        guests.until(() -> receiver.textsOf(sender).contains("hello"));
    }

    @Test
    void aUserAndAPasswordOpenTheServer() throws IOException {
        try (var server = start("--user", "joe", "--pass", "s3cret:+");
                var guests = new Guests()) {
            String room = room(server, "joe:s3cret%3A+@");
            checkHeard(guests, guests.connected(room), guests.connected(room));
        }
    }

    @Test
    void aTokenOpensTheServer() throws IOException {
        try (var server = start("--auth", "t0ken");
                var guests = new Guests()) {
            String room = room(server, "t0ken@");
            checkHeard(guests, guests.connected(room), guests.connected(room));
        }
    }

    @Test
    void aWrongPasswordIsRefusedAndNotTold() throws IOException {
        try (var server = start("--user", "joe", "--pass", "right");
                var guests = new Guests()) {
            String why = guests.refused(room(server, "joe:wr0ng@"));
            assertTrue(why.contains("refuses these credentials"), why);
            assertFalse(why.contains("wr0ng"), why);
        }
    }

    @Test
    void nobodyThereIsTold() throws IOException {
        NatsServer.program();
        try (var guests = new Guests()) {
            String why = guests.refused("nats:nats://127.0.0.1:" + NatsServer.free() + "/room");
            assertTrue(why.contains("There is no NATS server at nats://127.0.0.1:"), why);
        }
    }

    @Test
    void aServerWithoutStreamsIsTold() throws IOException {
        try (var server = configured("accounts: { A: { users: [{user: a, password: a}] } }");
                var guests = new Guests()) {
            String why = guests.refused(room(server, "a:a@"));
            assertTrue(why.contains("gives no stream"), why);
        }
    }

    @Test
    void aServerThatTakesLittleAtOnceIsGivenPieces() throws IOException {
        try (var server = configured("max_payload: 9000");
                var guests = new Guests()) {
            Participant sender = guests.connected(room(server, ""));
            Participant receiver = guests.connected(room(server, ""));
            String text = "x".repeat(sender.adapter().mostBytes());
            sender.send(text, SendHints.RELIABLE);
            sender.send(text + "", SendHints.UNRELIABLE);
            sender.send("last", SendHints.RELIABLE);
            guests.until(() -> receiver.textsOf(sender).size() == 3);
            assertEquals(List.of(text, text, "last"), receiver.textsOf(sender));
        }
    }

    @Test
    void whoComesLaterIsNotToldWhatWasSaidBefore() throws IOException {
        try (var server = start();
                var guests = new Guests()) {
            Participant sender = guests.connected(room(server, ""));
            sender.send("one", SendHints.RELIABLE);
            sender.send("two", SendHints.RELIABLE);
            var left = sender.leave();
            guests.until(left::isDone);
            Participant late = guests.connected(room(server, ""));
            checkHeard(guests, guests.connected(room(server, "")), late);
            assertEquals(List.of(), late.textsOf(sender));
            assertFalse(late.sees(sender));
        }
    }

    @Test
    void aServerThatComesBackLosesNothing() throws Exception {
        var server = start();
        try (var guests = new Guests()) {
            Participant sender = guests.connected(room(server, ""));
            Participant receiver = guests.connected(room(server, ""));
            checkHeard(guests, sender, receiver);
            server.kill();
            guests.until(() -> failed(sender) && failed(receiver));
            List<String> meanwhile =
                    IntStream.range(0, 50).mapToObj(i -> "meanwhile " + i).toList();
            meanwhile.forEach(text -> sender.send(text, SendHints.RELIABLE));
            server = NatsServer.start(folder.resolve("store"), server.port(), List.of());
            guests.until(() -> receiver.textsOf(sender).size() > 50);
            assertEquals(meanwhile, receiver.textsOf(sender).subList(1, 51));
            checkHeard(guests, receiver, sender);
            guests.until(() -> sender.adapter().waitingBytes() == 0);
            assertTrue(sender.end().isEmpty());
        } finally {
            server.close();
        }
    }

    private static boolean failed(Participant participant) {
        return participant.events().stream().anyMatch(CommsEvent.Failed.class::isInstance);
    }

    private static RoomStorage.Said since(Participant participant, String end) {
        return storage(participant).said(end, 1 << 20).join();
    }

    private static void say(Guests guests, Participant sender, String text) {
        sender.send(text, SendHints.RELIABLE);
        guests.until(() -> sender.adapter().waitingBytes() == 0);
    }

    @Test
    void whoKnowsWhatWasSaidIsToldWhatWasSaidSince() throws IOException {
        try (var server = start();
                var guests = new Guests()) {
            Participant sender = guests.connected(room(server, ""));
            say(guests, sender, "one");
            var said = since(sender, RoomStorage.Said.BEGINNING);
            assertEquals(List.of("one"), Guests.texts(said));
            assertEquals(new RoomStorage.Said(List.of(), said.end()), since(sender, said.end()));
            say(guests, sender, "two");
            assertEquals(List.of("two"), Guests.texts(since(sender, said.end())));
            assertEquals(List.of("one", "two"), Guests.texts(since(sender, "another stream 1")));
        }
    }

    @Test
    void whoKnowsMoreThanTheServerIsToldAll() throws IOException {
        try (var server = start();
                var guests = new Guests()) {
            Participant sender = guests.connected(room(server, ""));
            say(guests, sender, "one");
            String end = since(sender, RoomStorage.Said.BEGINNING).end();
            assertEquals(List.of("one"), Guests.texts(since(sender, end + "0")));
        }
    }

    @Test
    void aServerThatStaysAwayEndsTheConnection() throws Exception {
        try (var guests = new Guests()) {
            var server = start();
            Participant guest = guests.connected(room(server, ""));
            server.kill();
            guests.until(() -> guest.end().isPresent());
            assertFalse(guest.end().orElseThrow().isKicked());
        }
    }

    private static RoomStorage storage(Participant participant) {
        return participant.adapter().storage().orElseThrow();
    }

    private static void checkStored(Guests guests, NatsServer server, byte[] thing) {
        Participant late = guests.connected(room(server, ""));
        var found = storage(late).get("thing", thing.length).join();
        assertArrayEquals(thing, found.orElseThrow());
    }

    @Test
    void whatIsStoredIsThereWhenNobodyIsAndAfterTheServerCameBack() throws Exception {
        byte[] thing = new byte[2_000_000];
        new Random(3).nextBytes(thing);
        var server = start();
        try (var guests = new Guests()) {
            Participant giver = guests.connected(room(server, ""));
            storage(giver).put("thing", thing).join();
            var left = giver.leave();
            guests.until(left::isDone);
            checkStored(guests, server, thing);
        }
        server.kill();
        server = NatsServer.start(folder.resolve("store"), server.port(), List.of());
        try (var guests = new Guests()) {
            checkStored(guests, server, thing);
        } finally {
            server.close();
        }
    }

    @Test
    void aServerThatTakesLittleAtOnceStoresPieces() throws IOException {
        byte[] thing = new byte[1_000_000];
        new Random(4).nextBytes(thing);
        try (var server = configured("max_payload: 9000");
                var guests = new Guests()) {
            storage(guests.connected(room(server, ""))).put("thing", thing).join();
            checkStored(guests, server, thing);
        }
    }

    @Test
    void whoWantsNothingStoredStoresNothing() throws IOException {
        try (var server = start();
                var guests = new Guests()) {
            Participant guest = guests.connected(room(server, "") + "?stored=0s");
            assertTrue(guest.adapter().storage().isEmpty());
        }
    }

    @Test
    void aStreamThatSomebodyRemovesIsMadeAgain() throws Exception {
        byte[] thing = {1, 2, 3};
        try (var server = start();
                var guests = new Guests();
                var keeper = Nats.connect("nats://" + server.host())) {
            RoomStorage storage = storage(guests.connected(room(server, "")));
            storage.put("thing", thing).join();
            keeper.jetStreamManagement().deleteStream("scenewright_stored-room");
            assertEquals(Optional.empty(), storage.get("thing", 10).join());
            var refused = storage.put("thing", thing);
            assertThrows(CompletionException.class, refused::join);
            storage.put("thing", thing).join();
            checkStored(guests, server, thing);
        }
    }

    @Test
    void whatIsPutOftenPushesNothingElseOut() throws IOException {
        byte[] thing = new byte[1 << 20];
        new Random(6).nextBytes(thing);
        try (var server = start();
                var guests = new Guests()) {
            RoomStorage storage = storage(guests.connected(room(server, "")));
            storage.put("thing", thing).join();
            for (int i = 0; i < 70; i++) {
                storage.put("another", new byte[1 << 20]).join();
            }
            checkStored(guests, server, thing);
            assertTrue(storage.get("another", 1 << 20).join().isPresent());
        }
    }

    @Test
    void whatIsStoredIsBounded() throws Exception {
        try (var server = start();
                var guests = new Guests();
                var keeper = Nats.connect("nats://" + server.host())) {
            String room = room(server, "") + "?stored=2h";
            storage(guests.connected(room)).put("thing", new byte[10]).join();
            var made =
                    keeper.jetStreamManagement()
                            .getStreamInfo("scenewright_stored-room")
                            .getConfiguration();
            assertEquals(Duration.ofHours(2), made.getMaxAge());
            assertEquals(64 << 20, made.getMaxBytes());
        }
    }

    @Test
    void noNoiseOnItsSubjectsHarmsARoom() throws Exception {
        try (var server = start();
                var guests = new Guests();
                var vandal = Nats.connect("nats://" + server.host())) {
            Participant sender = guests.connected(room(server, ""));
            Participant receiver = guests.connected(room(server, ""));
            var random = new Random(5);
            for (int i = 0; i < 300; i++) {
                byte[] noise = new byte[random.nextInt(5000)];
                random.nextBytes(noise);
                String[] subjects = {"firm", "loose", "here"};
                vandal.publish("scenewright.room." + subjects[i % 3], noise);
            }
            vandal.flush(Duration.ofSeconds(5));
            checkHeard(guests, sender, receiver);
            Refusals refusals = ((NatsAdapter) receiver.adapter()).refusals();
            guests.until(() -> refusals.count(Refusal.GARBAGE) == 300);
            var buffer = ByteBuffer.allocate(NatsAdapter.MOST_BYTES);
            sender.adapter().send(buffer, SendHints.RELIABLE);
            guests.until(() -> receiver.textsOf(sender).size() == 2);
        }
    }
}
