// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;

class WireTest {
    private static final Place PLACE = new Place("a.ts", 1, 2);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    /** What a worker is told by bytes in hexadecimal, with the length before them. */
    private static void check(String bytes, ToWorker expected) throws IOException {
        var channel = new WireChannel(new MemoryChannel(hex(bytes)));
        assertEquals(Optional.of(expected), channel.nextToWorker());
        assertEquals(hex(bytes), expected.toFrame());
    }

    /** What is said of bytes from a worker that are no message. */
    private static void checkRefused(String bytes, String complaint) {
        var channel = new WireChannel(new MemoryChannel(hex(bytes)));
        var refusal = assertThrows(WireException.class, channel::nextFromWorker);
        assertEquals(complaint, refusal.getMessage());
    }

    @Test
    void aCancelHasItsJob() throws IOException {
        check("05000000 02 07000000", new ToWorker.Cancel(7));
    }

    @Test
    void textsAndListsHaveTheirLengthBeforeThem() throws IOException {
        check(
                "1f000000 01 01000000 02000000 2f70 00000000 02000000 01000000 61 03000000 e282ac",
                new ToWorker.Reflect(1, "/p", "", List.of("a", "\u20ac")));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsSentToAWorkerArrives(long seed) throws IOException {
        var pipe = new MemoryChannel(ByteBuffer.allocate(0));
        var channel = new WireChannel(pipe);
        var random = new RandomWire(seed);
        var messages = List.of(random.toWorker(), random.toWorker(), random.toWorker());
        for (var message : messages) {
            channel.send(message);
        }
        pipe.turn(1 + (int) seed % 9);
        for (var message : messages) {
            assertEquals(Optional.of(message), channel.nextToWorker());
        }
        assertEquals(Optional.empty(), channel.nextToWorker());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatAWorkerSendsArrives(long seed) throws IOException {
        var pipe = new MemoryChannel(ByteBuffer.allocate(0));
        var channel = new WireChannel(pipe);
        var random = new RandomWire(seed);
        var messages = List.of(random.fromWorker(), random.fromWorker(), random.fromWorker());
        for (var message : messages) {
            channel.send(message);
        }
        pipe.turn(1 + (int) seed % 9);
        for (var message : messages) {
            assertEquals(Optional.of(message), channel.nextFromWorker());
        }
        assertEquals(Optional.empty(), channel.nextFromWorker());
    }

    /** Broken bytes make one exception with a sentence or another message, nothing else. */
    @ParameterizedTest
    @MethodSource("seeds")
    void brokenBytesAreRefusedWithASentence(long seed) {
        var random = new Random(seed);
        var source = new RandomWire(seed);
        int refused = 0;
        for (int i = 0; i < 200; i++) {
            var bytes = broken(body(source.fromWorker().toFrame()), random);
            try {
                FromWorker.read(bytes).toFrame();
            } catch (WireException e) {
                assertTrue(e.getMessage().length() > 10, e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 50, refused + " of 200 refused");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everyBeginningOfAMessageIsRefused(long seed) {
        var whole = body(new RandomWire(seed).fromWorker().toFrame());
        for (int length = 0; length < whole.remaining(); length++) {
            var beginning = whole.slice(0, length);
            assertThrows(WireException.class, () -> FromWorker.read(beginning));
        }
    }

    @Test
    void aLengthBeyondTheLimitIsRefusedBeforeAnythingIsMade() {
        checkRefused("fdffff03 10", "A message claims to have 67108861 bytes");
        checkRefused("ffffffff 10", "A message claims to have 4294967295 bytes");
        checkRefused("00000000", "A message claims to have 0 bytes");
    }

    @Test
    void aTextLongerThanItsMessageIsRefused() {
        checkRefused(
                "05000000 10 00000040", "The length of a text is 1073741824, but 0 bytes are left");
        checkRefused(
                "05000000 10 ffffffff", "The length of a text is 4294967295, but 0 bytes are left");
    }

    @Test
    void aListLongerThanItsMessageIsRefused() {
        checkRefused(
                "09000000 12 01000000 ffffff7f",
                "The length of a list is 2147483647, but 0 bytes are left");
    }

    @Test
    void aTextThatIsNotUtf8IsRefused() {
        checkRefused("07000000 10 02000000 c328", "A text of 2 bytes is not UTF-8");
    }

    @Test
    void anUnknownTypeIsRefused() {
        checkRefused("01000000 63", "No message from a worker has type 99");
        checkRefused("05000000 02 01000000", "No message from a worker has type 2");
    }

    @Test
    void bytesBehindAMessageAreRefused() {
        checkRefused("06000000 10 00000000 00", "1 bytes too many in a message");
    }

    @Test
    void anUnknownKindOfFindingIsRefused() {
        checkRefused("0e000000 12 01000000 00000000 01000000 05", "A choice is 5 of 5");
    }

    @Test
    void aConnectionThatEndsWithinAMessageSaysSo() {
        var channel = new WireChannel(new MemoryChannel(hex("05000000 1000")));
        assertThrows(EOFException.class, channel::nextFromWorker);
        var shorter = new WireChannel(new MemoryChannel(hex("0500")));
        assertThrows(EOFException.class, shorter::nextFromWorker);
    }

    @Test
    void aMessageThatIsTooLargeIsNotSent() {
        var pipe = new MemoryChannel(ByteBuffer.allocate(0));
        var text = "x".repeat(1 << 20);
        var notes = new Notes("", Map.of());
        var none = Optional.<Exported>empty();
        var large =
                new Definition(
                        "a::B", text, Optional.empty(), PLACE, "", false, none, false, notes);
        var definitions = new ArrayList<Definition>();
        for (int i = 0; i < 65; i++) {
            definitions.add(large);
        }
        var message =
                new FromWorker.Reflected(1, new Reflection(definitions, List.of(), List.of()));
        var refusal = assertThrows(WireException.class, () -> new WireChannel(pipe).send(message));
        assertEquals("A message of more than 64 MB", refusal.getMessage());
        assertEquals(0, pipe.written());
    }

    private static ByteBuffer hex(String bytes) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(bytes.replace(" ", "")));
    }

    private static ByteBuffer body(ByteBuffer frame) {
        return frame.slice(4, frame.remaining() - 4);
    }

    /** With some bytes changed, some cut off or some added. */
    private static ByteBuffer broken(ByteBuffer bytes, Random random) {
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(copy);
        for (int i = random.nextInt(4); i >= 0; i--) {
            copy[random.nextInt(copy.length)] = (byte) random.nextInt();
        }
        int length = random.nextInt(3) == 0 ? random.nextInt(copy.length + 1) : copy.length;
        return ByteBuffer.wrap(copy, 0, length);
    }
}
