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
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a server does with guests who are slow, curious, clumsy or worse. */
class RoomServerTest {
    private static final RoomLimits HASTY = new RoomLimits(20, 2000, 8 << 20, 4 << 20, 200, 1500);
    private static final Identity FRIEND = OwnIdentity.generate();
    private static final Identity OTHER = OwnIdentity.generate();

    private RoomServer server = serve(RoomRules.OPEN, HASTY);

    private static RoomServer serve(RoomRules rules, RoomLimits limits) {
        return RoomServer.start(
                new InetSocketAddress("127.0.0.1", 0), rules, limits, Optional.empty());
    }

    private void restart(RoomRules rules, RoomLimits limits) {
        server.close();
        server = serve(rules, limits);
    }

    @AfterEach
    void close() {
        server.close();
    }

    private RawGuest raw() throws IOException {
        return new RawGuest(server.address());
    }

    private RawGuest upgraded() throws IOException {
        return RawGuest.upgraded(server.address(), "room");
    }

    private RawGuest entered(Identity identity) throws IOException {
        return RawGuest.entered(server.address(), "room", identity);
    }

    /** Whatever one guest did, another gets in. */
    private void stillServes() throws IOException {
        entered(OwnIdentity.generate()).close();
    }

    private static PeerUpdate update(String text, boolean isUnreliable) {
        return new PeerUpdate(
                0, ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)), isUnreliable, List.of());
    }

    private static String text(PeerUpdate update) {
        return StandardCharsets.UTF_8.decode(update.body().duplicate()).toString();
    }

    /** The next thing that somebody said to it. */
    private static PeerUpdate heard(RawGuest guest) throws IOException {
        while (true) {
            if (guest.packet().orElseThrow() instanceof PeerUpdate update) {
                return update;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET / HTTP/1.1\r\n\r\n",
                "GET /rooms/ HTTP/1.1\r\n\r\n",
                "GET /rooms/a/b HTTP/1.1\r\nUpgrade: websocket\r\n\r\n",
                "GET /rooms/room HTTP/1.1\r\nHost: x\r\n\r\n",
                "POST /rooms/room HTTP/1.1\r\n\r\n",
                "GET /rooms/room HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: short\r\n\r\n",
                "GET /rooms/room HTTP/1.1\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                        + "Origin: https://elsewhere.example\r\n\r\n",
                "\r\n\r\n",
                "nonsense\r\n\r\n"
            })
    void whoAsksForSomethingElseIsAnsweredAndGoes(String request) throws IOException {
        try (RawGuest guest = raw()) {
            guest.say(request);
            assertTrue(guest.answer().matches("(?s)HTTP/1\\.1 4\\d\\d .*"));
            guest.end();
        }
        stillServes();
    }

    @Test
    void anEndlessRequestIsNotReadToItsEnd() throws IOException {
        try (RawGuest guest = raw()) {
            guest.say("GET /rooms/room HTTP/1.1\r\n" + "x".repeat(Upgrade.LONGEST));
            guest.end();
        }
        stillServes();
    }

    @Test
    void theAnswerProvesThatTheRequestWasRead() throws IOException {
        try (RawGuest guest = raw()) {
            guest.say(
                    "GET /rooms/room HTTP/1.1\r\nUpgrade: WebSocket\r\n"
                            + "Sec-WebSocket-Version: 13\r\nOrigin: http://localhost:8000\r\n"
                            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
            // The example of RFC 6455.
            assertTrue(guest.answer().contains("Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"));
        }
    }

    @Test
    void whoSaysNothingGoes() throws IOException {
        try (RawGuest guest = raw()) {
            assertTrue(guest.end() < 5000);
        }
    }

    @Test
    void whoDoesNotIdentifyItselfInTimeGoes() throws IOException {
        try (RawGuest guest = upgraded()) {
            assertTrue(guest.end() < 5000);
        }
    }

    @Test
    void whoDoesNotProveItselfInTimeGoes() throws IOException {
        try (RawGuest guest = upgraded()) {
            guest.send(new RoomPacket.Identification(FRIEND.address()));
            assertInstanceOf(RoomPacket.Challenge.class, guest.packet().orElseThrow());
            assertTrue(guest.end() < 5000);
        }
    }

    @Test
    void whoTricklesGoesAllTheSame() throws IOException {
        try (RawGuest guest = upgraded()) {
            long begin = System.nanoTime();
            assertThrows(
                    IOException.class,
                    () -> {
                        while (System.nanoTime() - begin < 10_000_000_000L) {
                            guest.send(0x80 | WsFrame.PING, "");
                            guest.frame().orElseThrow(IOException::new);
                        }
                    });
        }
    }

    @Test
    void whoIsSilentForLongGoes() throws IOException {
        try (RawGuest guest = entered(FRIEND)) {
            assertTrue(guest.end() < 10_000);
        }
    }

    @Test
    void whoClaimsTheAddressOfAnotherGoesAndTheOtherStays() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest thief = upgraded()) {
            thief.send(new RoomPacket.Identification(FRIEND.address()));
            thief.prove(OTHER);
            thief.end();
            try (RawGuest third = entered(OwnIdentity.generate())) {
                third.send(update("are you there", false));
                assertEquals("are you there", text(heard(friend)));
            }
        }
    }

    @Test
    void whoSignsSomethingElseGoes() throws IOException {
        try (RawGuest guest = upgraded()) {
            guest.send(new RoomPacket.Identification(FRIEND.address()));
            guest.packet();
            String replayed = FRIEND.sign("dcl-of-yesterday").join();
            guest.send(new RoomPacket.SignedChallenge(replayed));
            guest.end();
        }
        stillServes();
    }

    @Test
    void whoseDelegationHasExpiredGoes() throws IOException {
        var past = java.time.Instant.parse("2020-01-01T00:00:00Z");
        var late =
                new OwnIdentity(SigningKey.generate(new java.security.SecureRandom()), () -> past);
        try (RawGuest guest = upgraded()) {
            guest.send(new RoomPacket.Identification(late.address()));
            guest.prove(late);
            guest.end();
        }
        stillServes();
    }

    static Stream<byte[]> breaches() {
        ByteBuffer some = ByteBuffer.wrap(new byte[] {1, 2, 3});
        return Stream.of(
                new byte[] {(byte) 0x82, 1, 0},
                RawGuest.frame(0xF2, some.duplicate()),
                RawGuest.frame(0x83, some.duplicate()),
                RawGuest.frame(0x80, some.duplicate()),
                RawGuest.frame(0x81, some.duplicate()),
                RawGuest.frame(0x09, some.duplicate()),
                RawGuest.frame(0x89, ByteBuffer.allocate(126)),
                RawGuest.frame(0x8B, some.duplicate()),
                RawGuest.frame(0x82, ByteBuffer.wrap(new byte[] {0x1A, 0x7F, 1})),
                RawGuest.frame(0x82, ByteBuffer.wrap(new byte[] {0x1A, -1, -1, -1, -1, 7})),
                new byte[] {(byte) 0x82, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0},
                new byte[] {(byte) 0x82, (byte) 0xFF, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0},
                RawGuest.frame(0x82, ByteBuffer.allocate(Sizes.MOST_PACKET + 1)));
    }

    @ParameterizedTest
    @MethodSource("breaches")
    void whoSendsWhatIsNoMessageGoesAndNobodyElse(byte[] breach) throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest guest = entered(OTHER)) {
            guest.write(breach);
            guest.end();
            friend.send(0x80 | WsFrame.PING, "still here");
            while (friend.frame().orElseThrow().opcode() != (0x80 | WsFrame.PONG)) {
                // Who came and went.
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noGarbageHarmsTheServer(long seed) throws IOException {
        var random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            byte[] garbage = new byte[1 + random.nextInt(3000)];
            random.nextBytes(garbage);
            try (RawGuest guest = i % 2 == 0 ? raw() : upgraded()) {
                guest.write(garbage);
            }
        }
        stillServes();
    }

    @Test
    void aMessageInPiecesIsPutTogetherWithAPingBetween() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest guest = entered(OTHER)) {
            ByteBuffer bytes = update("in pieces", false).toBytes();
            guest.write(RawGuest.frame(WsFrame.BINARY, bytes.slice(0, 4)));
            guest.send(0x80 | WsFrame.PING, "between");
            guest.write(RawGuest.frame(WsFrame.CONTINUATION, bytes.slice(4, 3)));
            guest.write(RawGuest.frame(0x80, bytes.slice(7, bytes.limit() - 7)));
            assertEquals("in pieces", text(heard(friend)));
            assertEquals(0x80 | WsFrame.PONG, guest.frame().orElseThrow().opcode());
        }
    }

    @Test
    void piecesDoNotAddUpToMoreThanAWhole() throws IOException {
        try (RawGuest guest = entered(FRIEND)) {
            guest.write(RawGuest.frame(WsFrame.BINARY, ByteBuffer.allocate(Sizes.MOST_PACKET)));
            guest.write(RawGuest.frame(WsFrame.CONTINUATION, ByteBuffer.allocate(1)));
            guest.end();
        }
        stillServes();
    }

    @Test
    void theSenderIsWhoItWasProvenToBe() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest forger = entered(OTHER)) {
            var join = assertInstanceOf(RoomPacket.PeerJoin.class, friend.packet().orElseThrow());
            ByteBuffer body = ByteBuffer.wrap("trust me".getBytes());
            forger.send(new PeerUpdate(1, body, false, List.of()));
            assertEquals(OTHER.address(), join.address());
            assertEquals(join.alias(), heard(friend).alias());
        }
    }

    @Test
    void whatNobodyKnowsIsPassedOver() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest guest = entered(OTHER)) {
            guest.write(RawGuest.frame(0x82, ByteBuffer.allocate(0)));
            guest.write(RawGuest.frame(0x82, ByteBuffer.wrap(new byte[] {0x7A, 1, 5})));
            guest.send(new RoomPacket.Kicked("you"));
            guest.send(update("after that", false));
            assertEquals("after that", text(heard(friend)));
        }
    }

    @Test
    void otherRoomsHearNothing() throws IOException {
        try (RawGuest next = RawGuest.entered(server.address(), "next", FRIEND);
                RawGuest guest = entered(OTHER)) {
            guest.send(update("not for you", false));
            guest.send(0x80 | WsFrame.PING, "");
            guest.frame();
            next.send(0x80 | WsFrame.PING, "");
            assertEquals(0x80 | WsFrame.PONG, next.frame().orElseThrow().opcode());
        }
    }

    @Test
    void aSecondLoginInAnotherRoomKicksTheFirst() throws IOException {
        try (RawGuest first = entered(FRIEND);
                RawGuest second = RawGuest.entered(server.address(), "next", FRIEND)) {
            assertInstanceOf(RoomPacket.Kicked.class, first.packet().orElseThrow());
            first.end();
            second.send(0x80 | WsFrame.PING, "");
            assertEquals(0x80 | WsFrame.PONG, second.frame().orElseThrow().opcode());
        }
    }

    @Test
    void aSecondLoginIsAnnounced() throws IOException {
        try (RawGuest first = entered(FRIEND);
                RawGuest second = upgraded()) {
            second.send(new RoomPacket.Identification(FRIEND.address()));
            var challenge =
                    assertInstanceOf(RoomPacket.Challenge.class, second.packet().orElseThrow());
            assertTrue(challenge.isConnectedAlready());
            assertTrue(challenge.challenge().startsWith("dcl-"));
        }
    }

    @Test
    void whoIsNotInvitedIsToldSo() throws IOException {
        restart(
                new RoomRules(Set.of(FRIEND.address()), Set.of(), RoomRules.Judge.LOOSE_ONLY),
                HASTY);
        try (RawGuest guest = upgraded()) {
            guest.send(new RoomPacket.Identification(OTHER.address()));
            guest.prove(OTHER);
            assertInstanceOf(RoomPacket.Kicked.class, guest.packet().orElseThrow());
            guest.end();
        }
        entered(FRIEND).close();
    }

    @Test
    void whoIsNoLongerInvitedGoes() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest other = entered(OTHER)) {
            server.rules(
                    new RoomRules(Set.of(FRIEND.address()), Set.of(), RoomRules.Judge.LOOSE_ONLY));
            assertInstanceOf(RoomPacket.Kicked.class, other.packet().orElseThrow());
            assertInstanceOf(RoomPacket.PeerJoin.class, friend.packet().orElseThrow());
            assertInstanceOf(RoomPacket.PeerLeave.class, friend.packet().orElseThrow());
        }
    }

    @Test
    void whoIsBannedDoesNotComeBackUntilThatIsTakenBack() throws IOException {
        try (RawGuest guest = entered(FRIEND)) {
            server.ban(FRIEND.address().toUpperCase().replace("0X", "0x"), "Enough.");
            assertEquals(new RoomPacket.Kicked("Enough."), guest.packet().orElseThrow());
            guest.end();
        }
        try (RawGuest again = upgraded()) {
            again.send(new RoomPacket.Identification(FRIEND.address()));
            again.prove(FRIEND);
            assertInstanceOf(RoomPacket.Kicked.class, again.packet().orElseThrow());
        }
        server.unban(FRIEND.address());
        entered(FRIEND).close();
    }

    @Test
    void whoLooksOnSendsOnlyWhatNeedNotArrive() throws IOException {
        restart(
                new RoomRules(Set.of(), Set.of(OTHER.address()), RoomRules.Judge.LOOSE_ONLY),
                HASTY);
        try (RawGuest friend = entered(FRIEND);
                RawGuest viewer = entered(OTHER)) {
            viewer.send(update("an edit", false));
            viewer.send(update("where I look", true));
            assertEquals("where I look", text(heard(friend)));
            friend.send(update("an edit", false));
            assertEquals("an edit", text(heard(viewer)));
        }
    }

    @Test
    void theJudgeSaysWhatWhoLooksOnMaySend() throws IOException {
        RoomRules.Judge judge = (address, body, isReliable) -> body.get(0) == 'q';
        restart(new RoomRules(Set.of(), Set.of(OTHER.address()), judge), HASTY);
        try (RawGuest friend = entered(FRIEND);
                RawGuest viewer = entered(OTHER)) {
            viewer.send(update("edit", false));
            viewer.send(update("question", false));
            assertEquals("question", text(heard(friend)));
        }
    }

    @Test
    void oneRecipientIsTheOnlyOne() throws IOException {
        try (RawGuest friend = entered(FRIEND);
                RawGuest other = entered(OTHER);
                RawGuest sender = entered(OwnIdentity.generate())) {
            var join = assertInstanceOf(RoomPacket.PeerJoin.class, friend.packet().orElseThrow());
            ByteBuffer body = ByteBuffer.wrap("for the other".getBytes());
            sender.send(new PeerUpdate(0, body, false, List.of(join.alias())));
            sender.send(update("for all", false));
            assertEquals("for all", text(heard(friend)));
            assertEquals("for the other", text(heard(other)));
        }
    }

    @Test
    void whoFloodsIsReadMoreSlowlyAndLosesNothing() throws IOException {
        restart(RoomRules.OPEN, new RoomLimits(20, 500, 8 << 20, 4 << 20, 1000, 20_000));
        try (RawGuest friend = entered(FRIEND);
                RawGuest guest = entered(OTHER)) {
            long begin = System.nanoTime();
            List<String> texts = IntStream.range(0, 2000).mapToObj(Integer::toString).toList();
            for (String text : texts) {
                guest.send(update(text, false));
            }
            for (String text : texts) {
                assertEquals(text, text(heard(friend)));
            }
            // Two seconds' worth at once, and two seconds for the rest.
            assertTrue(System.nanoTime() - begin > 1_500_000_000L);
        }
    }

    @Test
    void whoDoesNotListenLosesWhatNeedNotArriveAndThenItsPlace() throws IOException {
        restart(
                RoomRules.OPEN,
                new RoomLimits(20, 100_000, Integer.MAX_VALUE, 1 << 20, 1000, 60_000));
        try (RawGuest deaf = entered(FRIEND);
                RawGuest sender = entered(OTHER)) {
            String text = "x".repeat(60_000);
            while (server.figures().dropped() == 0) {
                sender.send(update(text, true));
            }
            long before = server.figures().mostWaitingBytes();
            assertTrue(before < 2 * Sizes.MUCH_WAITING, () -> before + " bytes waited");
            for (int i = 0; i < 40; i++) {
                sender.send(update(text, false));
            }
            assertInstanceOf(RoomPacket.PeerLeave.class, sender.packet().orElseThrow());
            assertTrue(server.figures().mostWaitingBytes() < (1 << 20) + 100_000);
            assertTrue(deaf.end() < 20_000);
        }
    }

    @Test
    void thereIsRoomForSoManyOnly() throws IOException {
        restart(RoomRules.OPEN, new RoomLimits(2, 2000, 8 << 20, 4 << 20, 1000, 60_000));
        try (RawGuest friend = entered(FRIEND);
                RawGuest other = entered(OTHER);
                RawGuest third = raw()) {
            assertEquals("", third.answer());
            friend.send(update("we are two", false));
            assertEquals("we are two", text(heard(other)));
        }
    }

    @Test
    void theEndIsToldToAll() throws IOException {
        try (RawGuest friend = entered(FRIEND)) {
            server.close();
            assertEquals(0x80 | WsFrame.CLOSE, friend.frame().orElseThrow().opcode());
            assertTrue(friend.frame().isEmpty());
        }
    }

    @Test
    void oneAddressIsServedByOne() {
        assertThrows(
                CommsException.class, () -> RoomServer.start(server.address(), RoomRules.OPEN));
    }

    @Test
    void noRoomIsOpenedWhereNobodyIs() {
        var nowhere = InetSocketAddress.createUnresolved("nowhere.invalid", 0);
        assertThrows(CommsException.class, () -> RoomServer.start(nowhere, RoomRules.OPEN));
    }

    @Test
    void theConnectionStringHoldsNoSecret() {
        assertFalse(server.connection("room").toString().contains("room/"));
        assertTrue(server.connection("room").text().startsWith("ws-room:ws://127.0.0.1:"));
    }
}
