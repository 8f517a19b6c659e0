// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.testing.GlbBuilder;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;

/** What the official encoder of Draco compressed, as its own decoder restores it. */
@Timeout(60)
class DracoTest extends PackedFixture {

    static List<String> samples() {
        return lines("draco.txt");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void restoresWhatTheOfficialDecoderDoes(String line) {
        var fields = line.split(" ");
        var stream = decode(bytes(fields));
        assertEquals(fields[0], String.valueOf(stream.indices().length / 3));
        for (int i = 1; i + 3 < fields.length; i += 3) {
            int components = Integer.parseInt(fields[i + 1]);
            var values = stream.attribute(Integer.parseInt(fields[i]), components);
            double expected = Double.parseDouble(fields[i + 2]);
            double sum = sum(stream.indices(), values, components);
            assertEquals(expected, sum, Math.abs(expected) * 1e-6 + 0.01, "attribute " + fields[i]);
        }
    }

    /** All corners, each counted differently. */
    private static double sum(int[] indices, float[] values, int components) {
        double sum = 0;
        for (int i = 0; i < indices.length * components; i++) {
            int point = indices[i / components];
            sum += values[point * components + i % components] * (double) (i * 31 % 97);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStreamCutOffAnywhereFails(String line) {
        var whole = bytes(line.split(" "));
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var cut = Arrays.copyOf(whole, random.nextInt(whole.length - 40));
            assertThrows(AssetException.class, () -> decode(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedStreamGivesSoundIndicesOrFails(String line) {
        var whole = bytes(line.split(" "));
        var random = new Random(8);
        for (int i = 0; i < 60; i++) {
            var bad = whole.clone();
            int reach = Math.min(bad.length - 12, 1 + i * 8);
            bad[12 + random.nextInt(reach)] ^= (byte) (1 + random.nextInt(255));
            checkSound(bad);
        }
    }

    private static void checkSound(byte[] bad) {
        try {
            var stream = decode(bad);
            int points = stream.points();
            assertTrue(Arrays.stream(stream.indices()).allMatch(i -> i >= 0 && i < points));
        } catch (AssetException refused) {
            assertTrue(!String.valueOf(refused.getMessage()).isEmpty());
        }
    }

    @Test
    void indicesBeyondTheVerticesOfOthersLoseOnlyTheirPart() {
        int stream = file.view(bytes(samples().getFirst().split(" ")));
        int indices = file.accessor("SCALAR", GlbBuilder.UNSIGNED_SHORT, 18, new byte[36]);
        var draco = ordered("bufferView", stream, "attributes", Map.of());
        int bad = triangle("indices", indices, "extensions", ordered(GltfDraco.NAME, draco));
        file.scene(node(triangle()), node(bad));
        var model = model();
        assertEquals(1, model.parts().size());
        assertTrue(model.warnings().getFirst().contains("points to nothing"));
    }

    @Test
    void whatEndsAfterAllMakesRoomForOthers() {
        var held = new CountDownLatch(1);
        var decoder =
                new DracoDecoder(
                        bytes -> {
                            held.await();
                            return bytes;
                        },
                        0);
        for (var reason : List.of("does not end", "does not end", "too many")) {
            assertTrue(refusal(decoder).contains(reason), reason);
        }
        held.countDown();
        while (refusal(decoder).contains("too many")) {
            assertFalse(Thread.currentThread().isInterrupted(), "it never makes room");
        }
    }

    private static String refusal(DracoDecoder decoder) {
        var nothing = ByteBuffer.allocate(0);
        var refused =
                assertThrows(
                        AssetException.class, () -> decoder.decode(nothing, new DracoHeader(0, 0)));
        return String.valueOf(refused.getMessage());
    }

    private static DracoStream decode(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        return new DracoDecoder().decode(in, DracoHeader.read(in));
    }

    private static byte[] bytes(String[] fields) {
        return Base64.getDecoder().decode(fields[fields.length - 1]);
    }
}
