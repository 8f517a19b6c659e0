// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What a server does with guests who are slow, curious, clumsy or worse. */
class RoomServerTest extends ServedRooms {
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
        restart(RoomRules.OPEN, new RoomLimits(20, 500, 8 << 20, 4 << 20, 10_000, 20_000));
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
    void whoFloodsWithWhatIsNoMessageIsReadMoreSlowlyToo() throws IOException {
        restart(RoomRules.OPEN, new RoomLimits(20, 500, 8 << 20, 4 << 20, 10_000, 20_000));
        try (RawGuest guest = entered(FRIEND)) {
            long begin = System.nanoTime();
            guest.write(RawGuest.frame(WsFrame.BINARY, ByteBuffer.allocate(0)));
            var nothing = RawGuest.frame(WsFrame.CONTINUATION, ByteBuffer.allocate(0));
            for (int i = 0; i < 3000; i++) {
                guest.write(nothing);
            }
            guest.send(0x80 | WsFrame.PING, "");
            assertEquals(0x80 | WsFrame.PONG, guest.frame().orElseThrow().opcode());
            assertTrue(System.nanoTime() - begin > 1_500_000_000L);
        }
    }

    @Test
    void whoDoesNotListenLosesWhatNeedNotArriveAndThenItsPlace() throws IOException {
        restart(
                RoomRules.OPEN,
                new RoomLimits(20, 100_000, Integer.MAX_VALUE, 1 << 20, 10_000, 60_000));
        try (RawGuest deaf = entered(FRIEND);
                RawGuest sender = entered(OTHER)) {
            String text = "x".repeat(60_000);
            while (server.figures().dropped() == 0) {
                sender.send(update(text, true));
            }
            long before = server.figures().mostWaitingBytes();
            assertTrue(before < 2 * Sizes.MUCH_WAITING, () -> before + " bytes waited");
            while (server.figures().mostWaitingBytes() <= 1 << 20) {
                sender.send(update(text, false));
            }
            assertInstanceOf(RoomPacket.PeerLeave.class, sender.packet().orElseThrow());
            assertTrue(server.figures().mostWaitingBytes() < (1 << 20) + 100_000);
            assertTrue(deaf.end() < 20_000);
        }
    }

    @Test
    void thereIsRoomForSoManyOnly() throws IOException {
        restart(RoomRules.OPEN, new RoomLimits(2, 2000, 8 << 20, 4 << 20, 10_000, 60_000));
        try (RawGuest friend = entered(FRIEND);
                RawGuest other = entered(OTHER);
                RawGuest third = raw()) {
            assertEquals("", third.answer());
            friend.send(update("we are two", false));
            assertEquals("we are two", text(heard(other)));
        }
    }

    @Test
    void whoHasProvenNothingMakesRoomForOthers() throws IOException {
        restart(RoomRules.OPEN, new RoomLimits(2, 2000, 8 << 20, 4 << 20, 60_000, 60_000));
        try (RawGuest friend = entered(FRIEND);
                RawGuest stranger = raw();
                RawGuest other = entered(OTHER)) {
            assertEquals("", stranger.answer());
            friend.send(update("we are two", false));
            assertEquals("we are two", text(heard(other)));
        }
    }

    @Test
    void whoComesManyTimesKeepsNobodyOutWhoComesFromElsewhere() throws IOException {
        restart(RoomRules.OPEN, new RoomLimits(3, 2000, 8 << 20, 4 << 20, 60_000, 60_000));
        try (RawGuest friend = upgraded();
                RawGuest one = new RawGuest(server.address(), "127.0.0.2");
                RawGuest two = new RawGuest(server.address(), "127.0.0.2");
                RawGuest three = new RawGuest(server.address(), "127.0.0.2")) {
            assertEquals("", one.answer());
            friend.send(new RoomPacket.Identification(FRIEND.address()));
            friend.prove(FRIEND);
            assertInstanceOf(RoomPacket.Welcome.class, friend.packet().orElseThrow());
            two.say("GET / HTTP/1.1\r\n\r\n");
            assertTrue(two.answer().startsWith("HTTP/1.1 404"));
            three.say("GET / HTTP/1.1\r\n\r\n");
            assertTrue(three.answer().startsWith("HTTP/1.1 404"));
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
