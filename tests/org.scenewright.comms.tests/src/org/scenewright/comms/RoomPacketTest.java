// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

class RoomPacketTest {
    private static final String ADDRESS = "0x" + "ab".repeat(20);

    static Stream<RoomPacket> packets() {
        return Stream.of(
                new RoomPacket.Welcome(3, Map.of(1, ADDRESS, 2, ADDRESS)),
                new RoomPacket.Welcome(0, Map.of()),
                new RoomPacket.PeerJoin(1, ADDRESS),
                new PeerUpdate(1, bytes("0102"), false, List.of()),
                new PeerUpdate(0, bytes(""), true, List.of(300)),
                new PeerUpdate(-1, bytes("00".repeat(70_000)), true, List.of()),
                new RoomPacket.Challenge("dcl-x", true),
                new RoomPacket.SignedChallenge("[]"),
                new RoomPacket.PeerLeave(7),
                new RoomPacket.Identification(ADDRESS),
                new RoomPacket.Kicked("äöü"));
    }

    private static ByteBuffer bytes(String hex) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(hex));
    }

    private static void reads(String hex, RoomPacket packet) {
        assertEquals(packet, RoomPacket.read(bytes(hex)));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void whatIsWrittenIsRead(RoomPacket packet) {
        assertEquals(packet, RoomPacket.read(packet.toBytes()));
    }

    @Test
    void theBytesAreThoseOfTheProtocol() {
        reads("1a0808011202aabb1801", new PeerUpdate(1, bytes("aabb"), true, List.of()));
        reads("3200", new RoomPacket.PeerLeave(0));
        reads("42020a00", new RoomPacket.Kicked(""));
        reads("", new RoomPacket.Unknown());
    }

    @Test
    void theRecipientIsAFieldThatOthersPassOver() {
        var update = new PeerUpdate(0, bytes("07"), false, List.of(5));
        assertEquals("1a0708001201072005", HexFormat.of().formatHex(update.toBytes().array()));
    }

    @Test
    void whatIsUnknownInsideIsPassedOver() {
        reads("3a040a007805", new RoomPacket.Identification(""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"00", "1a", "1aff", "1affffffff0f", "1a021205", "0a0412ff0102", "0c", "1b"})
    void whatIsBrokenIsRefused(String hex) {
        assertThrows(CommsException.class, () -> RoomPacket.read(bytes(hex)));
    }

    @ParameterizedTest
    @MethodSource("packets")
    void nothingElseComesOfGarbage(RoomPacket packet) {
        var random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = packet.toBytes().array().clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                bytes[random.nextInt(Math.min(64, bytes.length))] = (byte) random.nextInt(256);
            }
            refused += isRead(bytes) ? 0 : 1;
        }
        assertTrue(refused < 3000);
    }

    private static boolean isRead(byte[] bytes) {
        try {
            RoomPacket.read(ByteBuffer.wrap(bytes));
            return true;
        } catch (CommsException broken) {
            return false;
        }
    }
}
