// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

/** Who gets in, and who does not. */
class RoomEntranceTest extends ServedRooms {
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
        restart(RoomRules.OPEN, HASTY);
        try (RawGuest guest = raw()) {
            assertTrue(guest.end() < 15_000);
        }
    }

    @Test
    void whoDoesNotIdentifyItselfInTimeGoes() throws IOException {
        restart(RoomRules.OPEN, HASTY);
        try (RawGuest guest = upgraded()) {
            assertTrue(guest.end() < 15_000);
        }
    }

    @Test
    void whoDoesNotProveItselfInTimeGoes() throws IOException {
        restart(RoomRules.OPEN, HASTY);
        try (RawGuest guest = upgraded()) {
            guest.send(new RoomPacket.Identification(FRIEND.address()));
            assertInstanceOf(RoomPacket.Challenge.class, guest.packet().orElseThrow());
            assertTrue(guest.end() < 15_000);
        }
    }

    @Test
    void whoTricklesGoesAllTheSame() throws IOException {
        restart(RoomRules.OPEN, HASTY);
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
    void whoIsInStaysLongerThanALoginMayTake() throws IOException {
        restart(RoomRules.OPEN, HASTY);
        try (RawGuest guest = entered(FRIEND)) {
            long steps = 2 * RoomGuest.PROOF_PATIENCE;
            long end = System.nanoTime() + steps * HASTY.handshakeMillis() * 1_000_000;
            while (System.nanoTime() < end) {
                guest.send(0x80 | WsFrame.PING, "");
                assertEquals(0x80 | WsFrame.PONG, guest.frame().orElseThrow().opcode());
            }
        }
    }

    @Test
    void whoIsSilentForLongGoes() throws IOException {
        restart(RoomRules.OPEN, LIVELY);
        try (RawGuest guest = entered(FRIEND)) {
            assertTrue(guest.end() < 15_000);
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
}
