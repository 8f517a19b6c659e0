// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

class GltfFilesTest {
    private static final String JSON =
            """
            {"buffers": [{"uri": "oak.bin"}, {}, {"uri": "data:,x"}],
             "images": [{"uri": "../skins/bark%201.png"}, {"uri": "oak.bin"},
                        {"uri": "https://example.org/a.png"}, {"uri": "../../../b.png"}]}\
            """;

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] binary(String json) {
        return binary(json, utf8(json).length);
    }

    /** A file that says of its text how long it is. */
    private static byte[] binary(String json, int length) {
        var text = utf8(json);
        return ByteBuffer.allocate(20 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x46546C67)
                .putInt(2)
                .putInt(20 + text.length)
                .putInt(length)
                .putInt(0x4E4F534A)
                .put(text)
                .array();
    }

    private static void check(String path, byte[] file, String... needs) throws IOException {
        assertEquals(List.of(needs), GltfFiles.of(path, file));
    }

    @Test
    void whatItNeedsIsFoundBesideIt() throws IOException {
        check("a/b/oak.gltf", utf8(JSON), "a/b/oak.bin", "a/skins/bark 1.png");
    }

    @Test
    void theTextOfABinaryFileCounts() throws IOException {
        check("a/b/oak.GLB", binary(JSON), "a/b/oak.bin", "a/skins/bark 1.png");
    }

    @ParameterizedTest
    @ValueSource(ints = {(64 << 20) + 1, -1})
    void moreTextThanAnyNeedsIsRefused(int length) {
        var large = assertThrows(IOException.class, () -> check("a/oak.glb", binary(JSON, length)));
        assertEquals("a/oak.glb has more text than a glTF file needs.", large.getMessage());
    }

    @Test
    void onlyWhatBuffersAndPicturesSayCounts() throws IOException {
        check(
                "oak.gltf",
                utf8(
                        """
                        {"extras": {"buffers": [{"uri": "a.bin"}]}, "uri": "b.bin",
                         "buffers": [{"extras": {"uri": "c.bin"}, "uri": "d.bin"}, [{"uri": "e.bin"}],
                                     {"uri": 5}, {"uri": {"uri": "f.bin"}}, null, "g.bin"],
                         "images": {"uri": "h.png"}}
                        """),
                "d.bin");
    }

    @Test
    void whatIsHeldInTheFileMayBeLong() throws IOException {
        var data = "data:," + "x".repeat(8 << 20);
        check(
                "oak.gltf",
                utf8("{\"buffers\": [{\"uri\": \"" + data + "\"}, {\"uri\": \"oak.bin\"}]}"),
                "oak.bin");
    }

    @Test
    void whatIsDamagedNeedsNothing() throws IOException {
        check("oak.gltf", utf8("{\"buffers\": [{\"uri\": "));
        check("oak.gltf", utf8("{\"buffers\": [{\"uri\": \"a.bin\"}, "));
        check("oak.gltf", utf8("[".repeat(1000)));
        check("oak.gltf", utf8("{}"));
        check("oak.gltf", new byte[0]);
        check("oak.glb", new byte[] {0x67, 0x6C, 0x54, 0x46, 2});
    }

    @Test
    void whatIsNoModelNeedsNothing() throws IOException {
        check("oak.json", utf8(JSON));
    }
}
