// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.CrdtCodec;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class BatchCodecTest {
    private static final Origin PEER = Origin.link(Origin.Kind.PEER, "peer");

    private static Batch sample() {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Box\nLid\n"));
        scene.share("ann", sent::add);
        accepted(scene, SceneCheck.set("Box", "core::Transform.position.x", "3"));
        accepted(scene, SceneCheck.reparent(List.of("Lid"), "Box"));
        return sent.getLast();
    }

    @Test
    void aBatchIsTheSameOnTheOtherSide() throws IOException {
        var sample = sample();
        assertEquals(sample, BatchCodec.read(BatchCodec.write(sample)));
    }

    @Test
    void aFieldWithAnEndlessNameCountsAsTheWhole() throws IOException {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Box\n"));
        scene.share("ann", sent::add);
        var endless = FieldPath.of("\u20ac".repeat(30_000));
        scene.apply(new Edit.Configure(endless, Value.of(1)), Origin.USER);
        var batch = BatchCodec.read(BatchCodec.write(sent.getLast()));
        assertEquals(List.of(FieldPath.WHOLE), batch.writes().getFirst().fields());
    }

    @Test
    void thePlainMessagesStandInItAsAnybodyUnderstandsThem() {
        var bytes = BatchCodec.write(sample());
        var plain = CrdtCodec.toBytes(sample().messages());
        assertTrue(Arrays.equals(plain, 0, plain.length, bytes, 5, 5 + plain.length));
    }

    @Test
    void whatIsCutOffIsNoBatch() {
        var bytes = BatchCodec.write(sample());
        for (int length = 0; length < bytes.length; length++) {
            var cut = Arrays.copyOf(bytes, length);
            assertThrows(IOException.class, () -> BatchCodec.read(cut), "cut at " + length);
        }
    }

    @Test
    void bytesBehindTheEndMakeItNoBatch() {
        var bytes = BatchCodec.write(sample());
        var longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThrows(IOException.class, () -> BatchCodec.read(longer));
    }

    @Test
    void aWriteThatMeansTooManyFieldsIsNoBatch() throws IOException {
        assertEquals(
                1024,
                BatchCodec.read(BatchCodec.write(meaning(1024)))
                        .writes()
                        .getFirst()
                        .fields()
                        .size());
        assertThrows(IOException.class, () -> BatchCodec.read(BatchCodec.write(meaning(1025))));
    }

    private static Batch meaning(int fields) {
        var paths = IntStream.range(0, fields).mapToObj(i -> FieldPath.of("f" + i)).toList();
        var write = new Batch.Write(sample().messages().getFirst(), paths);
        return new Batch(new Author("ann", 1), 1, VersionVector.NOTHING, List.of(write));
    }

    @Test
    void whateverSomebodyWritesOthersCanRead() throws IOException {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Box core-schema::Tags={\"tags\":[]}\n"));
        scene.share("ann", sent::add);
        for (String prefix : List.of("a", "b")) {
            var tags = IntStream.range(0, 2000).mapToObj(i -> "\"" + prefix + i + "\"").toList();
            accepted(scene, SceneCheck.put("Box", "core-schema::Tags", "{\"tags\":" + tags + "}"));
        }
        assertEquals(sent.getLast(), BatchCodec.read(BatchCodec.write(sent.getLast())));
    }

    @Test
    void authorsWithoutEndFillNeitherMemoryNorWhatIsSent() throws IOException {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Box\n"));
        scene.share("ann", sent::add);
        for (int i = 0; i < 5000; i++) {
            scene.merge(said("peer" + i, 1), PEER);
        }
        accepted(scene, SceneCheck.rename("Box", "Lid"));
        assertEquals(sent.getLast(), BatchCodec.read(BatchCodec.write(sent.getLast())));
    }

    @Test
    void whoIsFarBehindIsHeardOfAgainOnceTheGapIsClosed() {
        var sent = new ArrayList<Batch>();
        var scene = new Scene(SceneText.read("Box\n"));
        scene.share("ann", sent::add);
        for (int i = 4500; i > 0; i--) {
            scene.merge(said("bob", i), PEER);
        }
        accepted(scene, SceneCheck.rename("Box", "Lid"));
        assertEquals(1 + Heard.MOST_OF_ONE, sent.getLast().seen().last().get(new Author("bob", 1)));
    }

    private static Batch said(String address, long sequence) {
        return new Batch(new Author(address, 1), sequence, VersionVector.NOTHING, List.of());
    }

    /** Damaged bytes are refused, or are another batch that does no harm. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void damageDoesNoHarm(long seed) {
        var random = new Random(seed);
        var bytes = BatchCodec.write(sample());
        int refused = 0;
        for (int i = 0; i < 2000; i++) {
            var damaged = bytes.clone();
            for (int hits = random.nextInt(4); hits >= 0; hits--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            refused += isRefused(damaged) ? 1 : 0;
        }
        assertTrue(refused > 200, "some are refused: " + refused);
    }

    private static boolean isRefused(byte[] bytes) {
        var scene = new Scene(SceneText.read("Box\nLid\n"));
        scene.share("bob", batch -> {});
        try {
            scene.merge(BatchCodec.read(bytes), PEER);
            SceneInvariants.check(scene.snapshot());
            return false;
        } catch (IOException expected) {
            return true;
        }
    }
}
