// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.testing.SampleModels;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What becomes of sound glTF files that were damaged at random places. */
class GltfDamageTest extends PackedFixture {

    static Stream<byte[]> samples() {
        var plain =
                SampleModels.all().entrySet().stream()
                        .filter(file -> file.getKey().matches(".*/(flag|crate|buoy)\\.glb"))
                        .map(Map.Entry::getValue);
        var packed = Stream.of("flag-cc.glb", "flag-cz.glb", "flag-draco.glb", "crate-draco.glb");
        return Stream.concat(plain, packed.map(PackedFixture::packed));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileCutOffAnywhereFails(byte[] glb) {
        var random = new Random(2);
        for (int i = 0; i < 100; i++) {
            checkFails(
                    Arrays.copyOf(glb, i < 40 ? i : random.nextInt(glb.length)), "cannot be shown");
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aFileWithFlippedBytesIsShownOrFails(byte[] glb) {
        var random = new Random(3);
        for (int i = 0; i < 100; i++) {
            var bad = glb.clone();
            for (int flip = 0; flip < 1 + i % 4; flip++) {
                bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            }
            checkSane(read(bad));
        }
    }

    /** Numbers that no schema of glTF would expect, in place of any number in the JSON. */
    @ParameterizedTest
    @MethodSource("samples")
    void aFileWithForeignValuesIsShownOrFails(byte[] glb) {
        String[] foreign = {
            "-1", "2147483647", "4294967296", "1e39", "-0.5", "null", "\"x\"", "[]", "{}", "true"
        };
        var random = new Random(5);
        var json = json(glb);
        var numbers =
                Pattern.compile("(?<=[:\\[,])-?[0-9][0-9.E-]*").matcher(json).results().toList();
        for (int i = 0; i < 120; i++) {
            var at = numbers.get(random.nextInt(numbers.size()));
            checkSane(
                    read(
                            withJson(
                                    glb,
                                    json.substring(0, at.start())
                                            + foreign[random.nextInt(foreign.length)]
                                            + json.substring(at.end()))));
        }
    }

    private static void checkSane(Reading<Model> reading) {
        switch (reading.outcome()) {
            case Loading.Ready<Model>(var model) ->
                    model.parts().forEach(GltfDamageTest::checkPart);
            case Loading.Failed<Model>(var reason, var size) -> assertTrue(!size.isEmpty(), reason);
            case Loading.Missing<Model> m -> throw new AssertionError(reading);
            case Loading.Pending<Model>() -> throw new AssertionError(reading);
            case Loading.None<Model>() -> throw new AssertionError(reading);
        }
    }

    private static void checkPart(Model.Part part) {
        int vertices = part.mesh().positions().length / 3;
        assertTrue(
                Arrays.stream(part.mesh().indices())
                        .allMatch(index -> index >= 0 && index < vertices));
        assertEquals(vertices * 3, part.mesh().normals().length);
        assertTrue(
                Matrices.isFinite(part.mesh().positions()) && Matrices.isFinite(part.transform()));
    }

    private static String json(byte[] glb) {
        int length = ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        return new String(glb, 20, length, StandardCharsets.UTF_8);
    }

    private static byte[] withJson(byte[] glb, String json) {
        var text = json.getBytes(StandardCharsets.UTF_8);
        int after = 20 + ByteBuffer.wrap(glb).order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        var out =
                ByteBuffer.allocate(20 + text.length + glb.length - after)
                        .order(ByteOrder.LITTLE_ENDIAN);
        out.put(glb, 0, 20).put(text).put(glb, after, glb.length - after);
        return out.putInt(8, out.capacity()).putInt(12, text.length).array();
    }
}
