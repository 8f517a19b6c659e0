// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.testing.GlbBuilder;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What the official encoder of meshoptimizer compressed, as its own decoder restores it. */
class MeshoptTest extends PackedFixture {

    static List<String> samples() {
        return lines("meshopt.txt");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void restoresWhatTheOfficialDecoderDoes(String line) {
        var fields = line.split(" ");
        var decoded = view(fields).decode(bytes(fields));
        assertEquals(fields[4], crc(decoded.array()));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aStreamCutOffAnywhereFails(String line) {
        var fields = line.split(" ");
        var whole = Base64.getDecoder().decode(fields[5]);
        var random = new Random(7);
        for (int i = 0; i < 20; i++) {
            var cut = ByteBuffer.wrap(Arrays.copyOf(whole, random.nextInt(whole.length)));
            assertThrows(AssetException.class, () -> view(fields).decode(cut));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void aDamagedStreamGivesAsManyBytesOrFails(String line) {
        var fields = line.split(" ");
        var whole = Base64.getDecoder().decode(fields[5]);
        var random = new Random(8);
        for (int i = 0; i < 60; i++) {
            var bad = whole.clone();
            bad[random.nextInt(Math.min(bad.length, 1 + i * 8))] ^=
                    (byte) (1 + random.nextInt(255));
            try {
                int size = view(fields).decode(ByteBuffer.wrap(bad)).limit();
                assertEquals(view(fields).size(), size);
            } catch (AssetException refused) {
                assertTrue(!String.valueOf(refused.getMessage()).isEmpty());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"EXT_meshopt_compression", "KHR_meshopt_compression"})
    void aModelOfCompressedViewsIsShown(String extension) {
        var mesh = part(modelOf(model(extension, Map.of()))).mesh();
        checkNumbers(mesh.positions(), 0, 0, 0, -1, 0, 0, 0, 1, 0);
    }

    @ParameterizedTest
    @CsvSource({
        "count, 2000000000, cannot hold",
        "count, -1, promises -1 elements",
        "count, 0, promises 0 elements",
        "byteStride, 0, promises 3 elements of 0",
        "byteStride, 257, elements of 257",
        "byteStride, 6, have 6 bytes each",
        "byteLength, 1000000, needs bytes",
        "byteOffset, -1, needs bytes",
        "buffer, 4, there is no buffer 4"
    })
    void whatLiesAboutItsSizeFails(String field, int value, String reason) {
        checkFails(model("EXT_meshopt_compression", Map.of(field, value)), reason);
    }

    @ParameterizedTest
    @CsvSource({"mode, POINTS", "filter, BLUR", "filter, QUATERNION"})
    void whatIsCompressedInUnknownWaysFails(String field, String value) {
        checkFails(model("EXT_meshopt_compression", Map.of(field, value)), value);
    }

    @Test
    void viewsThatBecomeTooLargeTogetherFail() {
        int raw = file.view(new byte[100_000]);
        var entry =
                ordered(
                        "buffer", 0,
                        "byteOffset", file.entry("bufferViews", raw).get("byteOffset"),
                        "byteLength", 100_000,
                        "byteStride", 12,
                        "count", 8_000_000,
                        "mode", "ATTRIBUTES");
        var extensions = Map.of("EXT_meshopt_compression", entry);
        var primitives = new ArrayList<Object>();
        for (int i = 0; i < 2; i++) {
            int view = file.add("bufferViews", ordered("buffer", 0, "extensions", extensions));
            var positions = ordered("bufferView", view, "componentType", 5126, "type", "VEC3");
            positions.put("count", 3);
            primitives.add(
                    ordered("attributes", ordered("POSITION", file.add("accessors", positions))));
        }
        file.scene(node(file.add("meshes", ordered("primitives", primitives))));
        checkFails("the model becomes too large");
    }

    /** A triangle whose corners were compressed. */
    private byte[] model(String extension, Map<String, ?> lies) {
        var floats = compressed(TRIANGLE);
        int raw = file.view(floats);
        var entry = new HashMap<String, Object>();
        entry.putAll(
                ordered(
                        "buffer",
                        0,
                        "byteOffset",
                        file.entry("bufferViews", raw).get("byteOffset"),
                        "byteLength",
                        floats.length,
                        "byteStride",
                        12,
                        "count",
                        3,
                        "mode",
                        "ATTRIBUTES"));
        entry.putAll(lies);
        int view =
                file.add(
                        "bufferViews",
                        ordered(
                                "buffer", 1,
                                "byteLength", 36,
                                "extensions", Map.of(extension, entry)));
        int positions =
                file.add(
                        "accessors",
                        ordered(
                                "bufferView",
                                view,
                                "componentType",
                                5126,
                                "count",
                                3,
                                "type",
                                "VEC3"));
        file.top("extensionsRequired", List.of(extension));
        file.scene(node(file.mesh(ordered("attributes", ordered("POSITION", positions)))));
        return file.glb();
    }

    /** Points as the first version writes them where nothing can be saved: whole bytes. */
    private static byte[] compressed(float[] points) {
        var raw = GlbBuilder.bytes(points);
        var out = ByteBuffer.allocate(1 + 12 * 17 + 32);
        out.put((byte) 0xA0);
        for (int stream = 0; stream < 12; stream++) {
            int last = 0;
            out.put((byte) 3);
            for (int i = 0; i < 16; i++) {
                int value = i * 12 < raw.length ? raw[i * 12 + stream] : last;
                byte difference = (byte) (value - last);
                out.put((byte) (difference < 0 ? -2 * difference - 1 : 2 * difference));
                last = value;
            }
        }
        return out.array();
    }

    private static MeshoptView view(String[] fields) {
        return new MeshoptView(
                0,
                0,
                Base64.getDecoder().decode(fields[5]).length,
                Integer.parseInt(fields[2]),
                Integer.parseInt(fields[3]),
                fields[0],
                fields[1]);
    }

    private static ByteBuffer bytes(String[] fields) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(fields[5]));
    }
}
