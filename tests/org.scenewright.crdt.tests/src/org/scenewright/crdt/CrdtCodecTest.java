// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

class CrdtCodecTest {
    private static final Entity ENTITY = new Entity(513);
    private static final ComponentId TRANSFORM = new ComponentId(1);
    private static final String DELETION = "0c0000000300000001020100";
    private static final CrdtMessage DELETED = new CrdtMessage.DeleteEntity(Entity.of(513, 1));
    private static final String POSE =
            "0000803f00000040000040400000000000000000000000000000803f0000803f0000803f0000803f00020000";

    @Test
    void putComponent() {
        check(
                new CrdtMessage.PutComponent(ENTITY, TRANSFORM, 7, bytes(POSE)),
                "44000000010000000102000001000000070000002c000000" + POSE);
    }

    @Test
    void deleteComponent() {
        check(
                new CrdtMessage.DeleteComponent(ENTITY, TRANSFORM, 8),
                "1400000002000000010200000100000008000000");
    }

    @Test
    void deleteEntity() {
        check(new CrdtMessage.DeleteEntity(Entity.of(513, 1)), "0c0000000300000001020100");
    }

    @Test
    void appendValue() {
        check(
                new CrdtMessage.AppendValue(Entity.ROOT, new ComponentId(1063), 0, bytes("010203")),
                "1b0000000400000000000000270400000000000003000000010203");
    }

    @Test
    void putComponentNetwork() {
        check(
                new CrdtMessage.PutComponentNetwork(ENTITY, TRANSFORM, 7, -1, bytes(POSE)),
                "4800000005000000010200000100000007000000ffffffff2c000000" + POSE);
    }

    @Test
    void deleteComponentNetwork() {
        check(
                new CrdtMessage.DeleteComponentNetwork(ENTITY, TRANSFORM, 8, 77),
                "18000000060000000102000001000000080000004d000000");
    }

    @Test
    void deleteEntityNetwork() {
        check(new CrdtMessage.DeleteEntityNetwork(ENTITY, 77), "1000000007000000010200004d000000");
    }

    @Test
    void theWrongLengthOfAnOldSdkIsUnderstood() {
        checkRead(
                "0c00000007000000010200004d000000" + "0c0000000300000001020100",
                new CrdtMessage.DeleteEntityNetwork(ENTITY, 77),
                new CrdtMessage.DeleteEntity(Entity.of(513, 1)));
    }

    @Test
    void aTypeThatIsNotKnownIsSkipped() {
        checkRead(
                "0a00000008000000ffff" + "0c0000000300000001020100",
                new CrdtMessage.DeleteEntity(Entity.of(513, 1)));
    }

    @Test
    void anUnfinishedMessageAtTheEndIsLeftOutAndSaid() {
        checkRefused(
                DELETION + "0c00000003000000",
                "message at byte 12: it declares 12 bytes where 8 are left",
                DELETED);
        checkRefused(
                DELETION + "0c0000",
                "message at byte 12: a header of 8 bytes begins where 3 are left",
                DELETED);
        checkRefused(
                "ffffffff0100000000",
                "message at byte 0: it declares 4294967295 bytes where 9 are left");
    }

    @Test
    void noBytesAreNoMessages() {
        checkRead("");
    }

    @Test
    void moreBytesThanAMessageNeedsDoNotMatter() {
        checkRead(
                "10000000030000000102010099999999",
                new CrdtMessage.DeleteEntity(Entity.of(513, 1)));
    }

    @Test
    void anImpossibleLengthIsRefused() {
        checkRefused("0000000001000000", "message at byte 0: it declares a length of 0");
        checkRefused(
                DELETION + "0700000001000000",
                "message at byte 12: it declares a length of 7",
                DELETED);
    }

    @Test
    void theOldWrongLengthWithoutItsBytesIsRefused() {
        checkRefused(
                "0c000000070000000102000004",
                "message at byte 0: it declares 16 bytes where 13 are left");
    }

    @Test
    void aBodyThatIsTooShortIsRefused() {
        checkRefused("0a000000030000000102", "message at byte 0: it is too short for its type 3");
        checkRefused(
                DELETION + "130000000200000001020000010000000800000099",
                "message at byte 12: it is too short for its type 2",
                DELETED);
    }

    @Test
    void aLieAboutTheDataIsRefusedBeforeAnythingIsAllocated() {
        checkRefused(
                DELETION + "1800000001000000010200000100000007000000ffffffff",
                "message at byte 12: data of 4294967295 bytes declared where 0 are left",
                DELETED);
    }

    @Test
    void nothingBehindAFaultIsRead() {
        checkRefused("0700000003000000" + DELETION, "message at byte 0: it declares a length of 7");
    }

    @Test
    void theCursorCopiesNothing() {
        byte[] bytes = bytes("1a0000000100000000020100010000000500000002000000dead");
        var in = new CrdtReader(ByteBuffer.wrap(bytes));
        assertEquals(true, in.next());
        assertEquals(CrdtMessage.PutComponent.TYPE, in.type());
        assertEquals(24, in.dataOffset());
        assertEquals(2, in.dataLength());
        assertEquals(26, in.length());
        bytes[24] = 0x55;
        assertEquals((byte) 0x55, in.data().get());
        assertEquals(false, in.next());
    }

    @Test
    void aDeletionHasNoDataWhateverStoodThereBefore() {
        var in =
                new CrdtReader(
                        ByteBuffer.wrap(
                                bytes("1a0000000100000000020100010000000500000002000000dead")));
        assertEquals(true, in.next());
        in.restart(ByteBuffer.wrap(bytes("1400000002000000000200000100000003000000")));
        assertEquals(true, in.next());
        assertEquals(-1, in.dataLength());
        assertEquals(0, in.data().remaining());
    }

    @Test
    void theCursorStandsBehindTheSoundBytesWhenItStops() {
        var in = new CrdtReader(ByteBuffer.wrap(bytes(DELETION + "0700000001000000")));
        assertEquals(true, in.next());
        assertEquals(false, in.next());
        assertEquals(false, in.next());
        assertEquals(12, in.length());
    }

    @Test
    void writerAndCodecWriteTheSameBytes() {
        var out = new CrdtWriter();
        var component = new ComponentId(1);
        out.put(new Entity(512), component, 3, ByteBuffer.wrap(bytes("0a")));
        out.delete(new Entity(512), component, 4);
        out.delete(new Entity(512));
        out.write(Script.message("put e513 c1@3 " + "0b".repeat(500)));
        var messages =
                Script.messages(
                        "put e512 c1@3 0a; delete e512 c1@4; delete e512; put e513 c1@3 "
                                + "0b".repeat(500));
        assertEquals(hex(CrdtCodec.toBytes(messages)), hex(out.toBytes()));
        assertEquals(messages, CrdtCodec.read(out.bytes()).messages());
        out.clear();
        assertEquals(0, out.length());
    }

    @Test
    void positionLimitAndOrderOfABufferStayAsTheyAre() {
        var buffer = ByteBuffer.wrap(bytes("ff0c0000000300000001020100ff")).position(1).limit(13);
        assertEquals(1, CrdtCodec.read(buffer).messages().size());
        assertEquals(1, buffer.position());
        assertEquals(ByteOrder.BIG_ENDIAN, buffer.order());
    }

    @Test
    void streamAndBufferGetTheSameBytes() throws IOException {
        var messages = Script.messages("put e512 c1@3 0a; delete e512 c1@4; delete e512");
        var out = new ByteArrayOutputStream();
        CrdtCodec.write(messages, out);
        assertEquals(hex(CrdtCodec.toBytes(messages)), hex(out.toByteArray()));
        assertEquals(messages, CrdtCodec.read(out.toByteArray()).messages());
    }

    @Test
    void messagesOfTheSameContentAreEqual() {
        assertEquals(Script.message("put e512 c1@3 0a"), Script.message("put e512 c1@3 0a"));
        assertEquals(
                Script.message("put e512 c1@3 0a").hashCode(),
                Script.message("put e512 c1@3 0a").hashCode());
        assertEquals(
                false,
                Script.message("put e512 c1@3 0a").equals(Script.message("put e512 c1@3 0b")));
        assertEquals("put e512 c1@3 0a", Script.message("put e512 c1@3 0a").toString());
    }

    @Test
    void randomBytesGiveMessagesAndPerhapsAComplaint() {
        for (int seed = 0; seed < 20_000; seed++) {
            checkHarmless(randomBytes(new Random(seed)));
        }
    }

    /** Headers that look right, with lengths and types near the edges. */
    private static byte[] randomBytes(Random random) {
        var out = ByteBuffer.allocate(600).order(ByteOrder.LITTLE_ENDIAN);
        while (out.remaining() > 100) {
            int length = random.nextInt(50);
            out.putInt(random.nextInt(20) == 0 ? random.nextInt() : length + 8)
                    .putInt(random.nextInt(10));
            byte[] body = new byte[length];
            random.nextBytes(body);
            out.put(body);
            if (length >= 16 && random.nextBoolean()) {
                out.putInt(out.position() - length + 12, length - 16 + random.nextInt(3) - 1);
            }
        }
        return out.array();
    }

    private static void checkHarmless(byte[] bytes) {
        var reading = CrdtCodec.read(bytes);
        assertEquals(
                new Reading(reading.messages(), Optional.empty()),
                CrdtCodec.read(CrdtCodec.toBytes(reading.messages())));
        reading.complaint().ifPresent(c -> assertEquals(true, c.startsWith("message at byte "), c));
    }

    private static void check(CrdtMessage message, String hex) {
        assertEquals(hex, hex(CrdtCodec.toBytes(List.of(message))));
        checkRead(hex, message);
    }

    private static void checkRead(String hex, CrdtMessage... messages) {
        assertEquals(new Reading(List.of(messages), Optional.empty()), CrdtCodec.read(bytes(hex)));
    }

    private static void checkRefused(String hex, String complaint, CrdtMessage... messages) {
        assertEquals(
                new Reading(List.of(messages), Optional.of(complaint)), CrdtCodec.read(bytes(hex)));
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
