// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;

/** Packets of RFC-4, as the official programs write and read them. */
class ScenePacketTest {

    private static ByteBuffer hex(String bytes) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(bytes.replace(" ", "")));
    }

    private static void checkRefused(String bytes) {
        assertThrows(IOException.class, () -> ScenePacket.read(hex(bytes)));
    }

    @Test
    void aPacketHasTheBytesOfItsProtobuf() {
        assertArrayEquals(
                hex("32 07 0a 01 61 12 02 02 ff").array(),
                new ScenePacket("a", hex("02ff")).toBytes());
    }

    @Test
    void aLongOneIsReadAsItWasWritten() throws IOException {
        var packet = new ScenePacket("scenewright:a", ByteBuffer.wrap(new byte[20_000]));
        assertEquals(Optional.of(packet), ScenePacket.read(ByteBuffer.wrap(packet.toBytes())));
    }

    @Test
    void theVersionOfTheProtocolBesideItIsPassedOver() throws IOException {
        assertEquals(
                Optional.of(new ScenePacket("a", hex("02"))),
                ScenePacket.read(hex("58 64 32 06 0a 01 61 12 01 02 58 64")));
    }

    @Test
    void aPacketOfAnotherKindIsNothingToUs() throws IOException {
        assertEquals(Optional.empty(), ScenePacket.read(hex("0a 05 1d 00 00 80 3f 58 64")));
    }

    @Test
    void whatIsLongerThanThereIsIsRefused() {
        checkRefused("32 07 0a 01 61");
        checkRefused("32 06 0a 7f 61 12 01 02");
        checkRefused("32 ff ff ff ff 0f");
        checkRefused("ff ff ff ff ff ff ff ff ff ff ff ff");
        checkRefused("33");
    }
}
