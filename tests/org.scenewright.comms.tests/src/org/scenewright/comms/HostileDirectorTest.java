// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/** What a client does with an archipelago service that means no good. */
class HostileDirectorTest {
    private static final Identity ME = OwnIdentity.generate();
    private static final byte[] WELCOME = IslandServer.packet(2, IslandServer.text(1, "x"));

    private final List<String> signed = new CopyOnWriteArrayList<>();
    private final HandDriven time = new HandDriven();
    private final Told<DirectorEvent> told = new Told<>(() -> time.advance(0));
    private final IslandServer server =
            new IslandServer(island -> "offline:" + island, () -> time.advance(0));
    private final CommunicationsDirector director =
            new Directors(time).director(server.connection(), new Careless()).director(told);

    /** Signs whatever it is given. */
    private final class Careless implements Identity {
        @Override
        public String address() {
            return ME.address();
        }

        @Override
        public CompletableFuture<String> sign(String challenge) {
            signed.add(challenge);
            return ME.sign(challenge);
        }
    }

    @AfterEach
    void close() {
        director.disconnect();
        server.close();
    }

    private static byte[] challenge(String text) {
        return IslandServer.packet(1, IslandServer.text(1, text));
    }

    private static DirectorEvent use(String connection) {
        return new DirectorEvent.Use(ConnectionString.parse(connection));
    }

    private void connect() {
        director.connect().join();
        told.until(all -> true);
    }

    private CommsException refused() {
        var failure = assertThrows(CompletionException.class, () -> director.connect().join());
        assertEquals(List.of(), told.all());
        return assertInstanceOf(CommsException.class, failure.getCause());
    }

    private CommsException end() {
        told.until(all -> all.stream().anyMatch(DirectorEvent.Disconnected.class::isInstance));
        var end = told.all(DirectorEvent.Disconnected.class).getFirst();
        assertFalse(end.isKicked());
        return end.error().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dcl", "I owe you 1000 MANA", " dcl-1", "DCL-1", "get:/x:1:{}"})
    void whatIsNoChallengeIsNotSigned(String text) {
        server.answer(challenge(text));
        assertTrue(refused().getMessage().contains("no challenge"));
        assertEquals(List.of(), signed);
    }

    @Test
    void aChallengeThatTheIdentityRefusesEndsIt() {
        server.answer(challenge("dcl-one\ntwo"));
        assertTrue(refused().getMessage().contains("refused"));
    }

    @Test
    void oneChallengeIsSignedAndNoMore() {
        server.answer(challenge("dcl-1"), challenge("dcl-2"), WELCOME, challenge("dcl-3"));
        connect();
        assertEquals(List.of("dcl-1"), signed);
    }

    @Test
    void beforeTheWelcomeNobodyDecides() {
        server.answer(
                IslandServer.changed("I", "offline:early"),
                WELCOME,
                WELCOME,
                IslandServer.changed("I", "offline:late"));
        connect();
        told.untilTold(use("offline:late"));
        assertEquals(1, told.all().size());
    }

    @Test
    void aKickInsteadOfAWelcomeIsAKick() {
        byte[] banned = {8, 1};
        server.answer(IslandServer.packet(6, banned));
        CommsException why = refused();
        assertTrue(why.isKicked());
        assertTrue(why.getMessage().contains("banned"), why.getMessage());
    }

    @Test
    void aThousandDecisionsInASecondAreTwo() {
        var packets = new ArrayList<byte[]>(List.of(WELCOME));
        for (int i = 0; i < 1000; i++) {
            packets.add(IslandServer.changed("I", "offline:" + i));
        }
        packets.add(challenge("dcl-last"));
        packets.add(IslandServer.changed("I", "offline:last"));
        server.answer(packets.toArray(byte[][]::new));
        connect();
        told.until(all -> !all.isEmpty());
        for (int i = 0; !told.all().contains(use("offline:last")); i++) {
            assertTrue(i < 20_000, () -> "Told was " + told.all());
            time.advance(1);
            Thread.yield();
        }
        long seconds = time.millis() / 1000;
        assertTrue(told.all().size() <= 2 + seconds, () -> "Told was " + told.all());
    }

    @Test
    void whatNobodyCanConnectToIsToldAndChangesNothing() {
        connect();
        server.say(ME, IslandServer.changed("I", "no secret"));
        told.until(all -> all.size() == 1);
        var failed = assertInstanceOf(DirectorEvent.Failed.class, told.all().getFirst());
        assertFalse(failed.error().getMessage().contains("secret"));
        server.say(ME, IslandServer.changed("I", "x:" + "y".repeat(9000)));
        time.advance(1000);
        server.say(ME, IslandServer.packet(3));
        server.say(ME, IslandServer.changed("I", "offline:good"));
        told.until(
                all -> {
                    time.advance(100);
                    return all.contains(use("offline:good"));
                });
        assertEquals(1, told.all(DirectorEvent.Use.class).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"creds", "nkey", "tlsca", "tlscert", "tlskey"})
    void aDirectorNamesNoFilesOfWhoeverFollowsIt(String option) {
        connect();
        String place = "nats:nats://host/room?keep=1h&" + option + "=/home/ann/secret";
        server.say(ME, IslandServer.changed("I", place));
        told.until(all -> all.size() == 1);
        var failed = assertInstanceOf(DirectorEvent.Failed.class, told.all().getFirst());
        assertTrue(failed.error().getMessage().contains("must not name files"));
        assertFalse(failed.error().getMessage().contains("secret"));
    }

    @Test
    void aPacketThatIsTooLargeEndsIt() {
        connect();
        server.say(ME, IslandServer.changed("I", "x:" + "y".repeat(2 << 20)));
        assertTrue(end().getMessage().contains("too large"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void aLengthThatLiesEndsIt(int number) {
        connect();
        server.say(ME, new byte[] {(byte) (number << 3 | 2), -1, -1, -1, -1, 7, 1, 2});
        assertTrue(end().getMessage().contains("cannot be read"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void garbageIsUnderstoodOrRefusedAndNothingElse(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] garbage = new byte[random.nextInt(60)];
            random.nextBytes(garbage);
            if (garbage.length > 2 && i % 2 == 0) {
                garbage[0] = (byte) (1 + random.nextInt(8) << 3 | 2);
                garbage[1] = (byte) (garbage.length - 2);
            }
            read(garbage);
        }
    }

    private static void read(byte[] garbage) {
        try {
            IslandNews.read(ByteBuffer.wrap(garbage));
        } catch (CommsException refused) {
            assertTrue(refused.getMessage().contains("cannot be read"));
        }
    }

    @Test
    void groupsInGroupsAreNotFollowedForEver() {
        byte[] groups = new byte[100_000];
        Arrays.fill(groups, (byte) (9 << 3 | 3));
        assertThrows(CommsException.class, () -> IslandNews.read(ByteBuffer.wrap(groups)));
        byte[] inside = IslandServer.packet(3, groups);
        assertThrows(CommsException.class, () -> IslandNews.read(ByteBuffer.wrap(inside)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"archipelago:", "archipelago:wss:///ws", "archipelago:a b?token=secret"})
    void whatIsNoAddressIsRefusedWithoutASecret(String text) {
        var directors = new Directors(time);
        var connection = ConnectionString.parse(text);
        String message =
                assertThrows(CommsException.class, () -> directors.director(connection, ME))
                        .getMessage();
        assertFalse(message.contains("secret"), message);
    }
}
