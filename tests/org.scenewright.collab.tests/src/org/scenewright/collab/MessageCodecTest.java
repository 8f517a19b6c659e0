// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What participants tell each other, as bytes, and what comes of bytes that are none of it. */
class MessageCodecTest {

    static List<SessionMessage> messages() {
        return Samples.messages();
    }

    private static SessionMessage read(byte[] bytes) throws IOException {
        return MessageCodec.read(ByteBuffer.wrap(bytes));
    }

    private static void checkRefused(byte[] bytes) {
        var failure = assertThrows(IOException.class, () -> read(bytes));
        assertFalse(failure.getMessage().isEmpty());
    }

    @Test
    void everyKindIsAmongTheSamples() {
        assertEquals(
                SessionMessage.class.getPermittedSubclasses().length,
                messages().stream().map(Object::getClass).distinct().count());
    }

    @ParameterizedTest
    @MethodSource("messages")
    void whatWasWrittenIsRead(SessionMessage message) throws IOException {
        byte[] bytes = MessageCodec.write(message);
        var again = read(bytes);
        assertEquals(message.getClass(), again.getClass());
        assertArrayEquals(bytes, MessageCodec.write(again));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageThatIsCutOffIsRefused(SessionMessage message) {
        byte[] bytes = MessageCodec.write(message);
        for (int length = 0; length < bytes.length; length++) {
            checkRefused(Arrays.copyOf(bytes, length));
        }
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageWithSomethingBehindItIsRefused(SessionMessage message) {
        byte[] bytes = MessageCodec.write(message);
        checkRefused(Arrays.copyOf(bytes, bytes.length + 1));
    }

    @Test
    void anUnknownKindIsRefused() {
        checkRefused(new byte[] {0});
        checkRefused(new byte[] {(byte) 200, 1, 2, 3});
    }

    @Test
    void aLengthThatIsNotThereTakesNoRoom() {
        checkRefused(new Output().octet(2).number(7).integer(Integer.MAX_VALUE).toBytes());
        checkRefused(new Output().octet(4).number(7).integer(60_000).toBytes());
        checkRefused(new Output().octet(8).number(7).integer(-1).toBytes());
    }

    @Test
    void nobodyElseCanBeMadeOwner() {
        byte[] bytes = MessageCodec.write(new SessionMessage.RolesTold(Samples.roles()));
        bytes[1 + 8 + 8 + 4] = 0;
        checkRefused(bytes);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedMessagesAreReadOrRefused(long seed) {
        var random = new Random(seed);
        var samples = messages().stream().map(MessageCodec::write).toList();
        int readable = 0;
        for (int i = 0; i < 5000; i++) {
            byte[] bytes = samples.get(random.nextInt(samples.size())).clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            readable += isRead(bytes) ? 1 : 0;
        }
        assertTrue(readable > 100, "some of them are messages");
    }

    private static boolean isRead(byte[] bytes) {
        try {
            MessageCodec.write(read(bytes));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
