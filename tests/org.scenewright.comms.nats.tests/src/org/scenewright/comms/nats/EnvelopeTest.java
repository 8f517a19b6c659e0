// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms.nats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.scenewright.comms.CommsException;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class EnvelopeTest {
    private static final byte[] DOMAIN = Envelope.domain("room");

    private final SessionKey secret = new SessionKey();

    private byte[] sealed(Kind kind, String proof, String body) {
        return new Envelope(
                        kind,
                        secret.publicKey(),
                        7,
                        8,
                        9,
                        proof.getBytes(),
                        ByteBuffer.wrap(body.getBytes()))
                .sealed(secret, DOMAIN);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSealedIsRead(Kind kind) {
        byte[] bytes = sealed(kind, "proof", "body");
        Envelope read = Envelope.read(bytes);
        assertEquals(kind, read.kind());
        assertEquals(List.of(7L, 8L, 9L), List.of(read.number(), read.era(), read.millis()));
        assertArrayEquals(secret.publicKey(), read.key());
        assertArrayEquals("proof".getBytes(), read.proof());
        assertEquals(ByteBuffer.wrap("body".getBytes()), read.body());
        assertTrue(read.isSigned(DOMAIN, bytes));
    }

    @Test
    void eachBitIsSigned() {
        byte[] bytes = sealed(Kind.FIRM, "proof", "body");
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertFalse(isGood(changed), "bit " + bit);
        }
        assertTrue(isGood(bytes));
    }

    private static boolean isGood(byte[] bytes) {
        try {
            return Envelope.read(bytes).isSigned(DOMAIN, bytes);
        } catch (CommsException noEnvelope) {
            return false;
        }
    }

    @Test
    void anotherRoomIsAnotherSignature() {
        byte[] bytes = sealed(Kind.FIRM, "", "body");
        assertFalse(Envelope.read(bytes).isSigned(Envelope.domain("other"), bytes));
    }

    @Test
    void noPrefixIsAnEnvelopeThatHolds() {
        byte[] bytes = sealed(Kind.HERE, "proof", "body");
        for (int length = 0; length < bytes.length; length++) {
            assertFalse(isGood(java.util.Arrays.copyOf(bytes, length)), "length " + length);
        }
    }

    @Test
    void noGarbageIsReadAsAnythingButRefused() {
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[random.nextInt(400)];
            random.nextBytes(bytes);
            if (bytes.length > 5 && i % 2 == 0) {
                System.arraycopy(sealed(Kind.FIRM, "", ""), 0, bytes, 0, 5);
            }
            assertFalse(isGood(bytes));
        }
    }

    @Test
    void aProofIsNoLongerThanBounds() {
        byte[] bytes = sealed(Kind.FIRM, "p".repeat(Envelope.MOST_PROOF + 1), "");
        assertThrows(CommsException.class, () -> Envelope.read(bytes));
    }

    @Test
    void partsComeBackInOrder() {
        var parts =
                List.of(
                        new Part(Optional.empty(), false, ByteBuffer.wrap("a".getBytes())),
                        new Part(
                                Optional.of("0x" + "0a".repeat(20)),
                                true,
                                ByteBuffer.wrap("bb".getBytes())),
                        new Part(Optional.empty(), false, ByteBuffer.allocate(0)));
        ByteBuffer body = ByteBuffer.allocate(200);
        parts.forEach(part -> part.write(body));
        assertEquals(parts, Part.readAll(body.flip()));
    }

    @Test
    void noPartIsLongerThanItsBody() {
        ByteBuffer body = new Part(Optional.empty(), false, ByteBuffer.wrap(new byte[9])).toBytes();
        for (int length = 1; length < body.limit(); length++) {
            ByteBuffer cut = body.slice(0, length);
            assertThrows(CommsException.class, () -> Part.readAll(cut));
        }
        assertThrows(
                CommsException.class,
                () -> Part.readAll(ByteBuffer.allocate(9).put(1, (byte) 0x80)));
        assertThrows(
                CommsException.class,
                () -> Part.readAll(ByteBuffer.allocate(9).put(0, (byte) 0x40)));
    }
}
