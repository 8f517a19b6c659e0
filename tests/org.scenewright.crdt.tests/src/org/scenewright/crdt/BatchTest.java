// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Many messages at once do what they do one by one, and say it once. */
class BatchTest {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    @Test
    void aCellIsToldOfOnceHoweverOftenItChanges() {
        check(
                "put e512 c1@1 61; put e513 c1@1 61; put e512 c1@2 62",
                "put e512 c1@2 62",
                "put e513 c1@1 61");
    }

    @Test
    void whatSaysNothingNewIsNotTold() {
        check("put e512 c1@1 61; put e512 c1@1 61", "put e512 c1@1 61");
        checkAfter("put e512 c1@1 61", "put e512 c1@1 61");
    }

    @Test
    void aDeletedComponentIsTold() {
        checkAfter("put e512 c1@1 61", "delete e512 c1@2", "delete e512 c1@2");
    }

    @Test
    void anEntityIsDeletedAfterTheRestOfTheBatch() {
        check(
                "delete e512; put e512 c1@1 61; put e513 c1@1 62",
                "put e513 c1@1 62",
                "deleted e512");
    }

    @Test
    void theNextVersionComesAlongWithTheDeletionOfTheLast() {
        checkAfter(
                "put e512 c1@1 61",
                "delete e512; put e66048 c1@1 61",
                "put e66048 c1@1 61",
                "deleted e512");
    }

    @Test
    void aDeletionIsToldOnce() {
        check("delete e512; delete e512", "deleted e512");
        checkAfter("delete e512", "delete e512");
    }

    @Test
    void ofSeveralVersionsThatAreDeletedTheNewestIsTold() {
        check("delete e512; delete e66048", "deleted e66048");
    }

    @Test
    void whoeverIsBehindGetsOneCorrectionForEachCell() {
        checkAfter(
                "put e512 c1@5 61",
                "put e512 c1@3 62; put e512 c1@4 62",
                "outdated put e512 c1@5 61");
    }

    @Test
    void whoeverCatchesUpWithinTheBatchNeedsNoCorrection() {
        checkAfter("put e512 c1@5 61", "put e512 c1@3 62; put e512 c1@6 63", "put e512 c1@6 63");
    }

    @Test
    void aValueForASetIsToldAtOnce() {
        var append =
                new CrdtMessage.AppendValue(
                        new Entity(512), new ComponentId(1063), 0, new byte[] {1});
        var told = new Told();
        var merged =
                new LwwStore()
                        .merge(ByteBuffer.wrap(CrdtCodec.toBytes(List.of(append, append))), told);
        assertEquals(List.of(append.toString(), append.toString()), told.lines);
        assertEquals(new Merged(2, 0, 0, 0, List.of()), merged);
    }

    @Test
    void theMessagesBeforeAFaultHoldAndItIsSaid() {
        var store = new LwwStore();
        var told = new Told();
        var bytes = ByteBuffer.allocate(40);
        bytes.put(CrdtCodec.toBytes(Script.messages("put e512 c1@1 61"))).position(40).flip();
        var merged = store.merge(bytes, told);
        assertEquals(List.of("put e512 c1@1 61"), told.lines);
        assertEquals(List.of("message at byte 25: it declares a length of 0"), merged.complaints());
        assertEquals(Script.messages("put e512 c1@1 61"), store.state());
    }

    @Test
    void everyMessageIsCounted() {
        var store = store("put e512 c1@5 61; delete e513");
        assertEquals(
                new Merged(2, 3, 1, 0, List.of()),
                store.merge(
                        bytes(
                                "put e512 c1@5 61; put e513 c1@1 61; put e512 c1@4 61; put e514"
                                        + " c1@1 61; delete e515; delete e515"),
                        new Told()));
    }

    @Test
    void aSinkThatFailsLeavesTheStoreSound() {
        var store = new LwwStore();
        assertThrows(
                IllegalStateException.class,
                () ->
                        store.merge(
                                bytes("put e512 c1@1 61; put e513 c1@1 62"),
                                cell -> {
                                    throw new IllegalStateException(cell.toString());
                                }));
        var told = new Told();
        store.merge(bytes("put e512 c1@2 63; put e513 c1@2 64"), told);
        assertEquals(List.of("put e512 c1@2 63", "put e513 c1@2 64"), told.lines);
    }

    @Test
    void theValueOfACellIsReadInItsPlace() {
        var store = store("put e512 c1@1 01000000");
        var cell = store.cell(new Entity(512), new ComponentId(1)).orElseThrow();
        assertEquals(1, cell.data().getInt());
        assertEquals(4, cell.length());
        assertEquals(
                NOTHING,
                store("put e512 c1@1").cell(cell.entity(), cell.component()).orElseThrow().data());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theStoreFollowsThePlainRules(long seed) {
        var random = new Random(seed);
        var store = new LwwStore();
        var plain = new PlainStore();
        int longest = seed % 50 == 0 ? 100_000 : seed % 5 == 0 ? 600 : 3;
        for (var message : new RandomMessages(random, 4, longest).take(400)) {
            assertEquals(plain.merge(message), store.merge(message), () -> seed + ": " + message);
        }
        assertEquals(plain.state(), store.state(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void batchesDoWhatTheirMessagesDoOneByOne(long seed) {
        var random = new Random(seed);
        var messages = new RandomMessages(random, 6, 40).take(300);
        var single = new LwwStore();
        messages.forEach(single::merge);
        var store = new LwwStore();
        Collections.shuffle(messages, random);
        for (int from = 0; from < messages.size(); ) {
            int to = Math.min(messages.size(), from + 1 + random.nextInt(60));
            checkTold(store, messages.subList(from, to));
            from = to;
        }
        assertEquals(single.state(), store.state(), "seed " + seed);
    }

    @Test
    void aCellTellsWhichMessageItHasItsValueFrom() {
        var batch =
                "put e512 c1@3 61; put e513 c1@1 61; put e512 c1@2 63; put e513 c1@2 62; put e514"
                        + " c1@1 61";
        var sources = new ArrayList<Integer>();
        CrdtSink sink = cell -> sources.add(cell.source());
        var store = store("put e514 c1@1 61");
        store.merge(bytes(batch), sink);
        store.merge(bytes("put e513 c1@3 61"), sink);
        store.visit(new ComponentId(1), sink::changed);
        assertEquals(List.of(0, 3, 0, -1, -1, -1), sources);
    }

    /** What is told of is what is different afterwards. */
    private static void checkTold(LwwStore store, List<CrdtMessage> batch) {
        var before = new TreeSet<>(store.state().stream().map(Object::toString).toList());
        var told = new Told();
        var merged = store.merge(ByteBuffer.wrap(CrdtCodec.toBytes(batch)), told);
        var after = new TreeSet<>(store.state().stream().map(Object::toString).toList());
        after.removeAll(before);
        assertEquals(after, new TreeSet<>(told.news));
        assertEquals(told.news.size(), new TreeSet<>(told.news).size());
        assertEquals(batch.size(), merged.accepted() + merged.redundant() + merged.outdated());
    }

    private static void check(String batch, String... told) {
        checkAfter("", batch, told);
    }

    private static void checkAfter(String state, String batch, String... lines) {
        var told = new Told();
        store(state).merge(bytes(batch), told);
        assertEquals(List.of(lines), told.lines);
    }

    private static LwwStore store(String messages) {
        var store = new LwwStore();
        Script.messages(messages).forEach(store::merge);
        return store;
    }

    private static ByteBuffer bytes(String messages) {
        return ByteBuffer.wrap(CrdtCodec.toBytes(Script.messages(messages)));
    }

    /** Writes down what it hears. */
    private static final class Told implements CrdtSink {
        private final List<String> lines = new ArrayList<>();
        private final List<String> news = new ArrayList<>();

        private static String text(CrdtMessage message) {
            return switch (message) {
                case CrdtMessage.DeleteComponent(var e, var c, var t) ->
                        "delete e" + e + " c" + c + "@" + Integer.toUnsignedString(t);
                case CrdtMessage other -> other.toString();
            };
        }

        @Override
        public void changed(CrdtCell cell) {
            lines.add(text(cell.message()));
            news.add(cell.message().toString());
        }

        @Override
        public void outdated(CrdtCell cell) {
            lines.add("outdated " + text(cell.message()));
        }

        @Override
        public void deleted(CrdtMessage deletion) {
            lines.add("deleted e" + deletion.entity());
            news.add(deletion.toString());
        }

        @Override
        public void appended(CrdtReader message) {
            lines.add(message.message().toString());
        }
    }
}
