// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

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
        var text = utf8(json);
        return ByteBuffer.allocate(20 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x46546C67)
                .putInt(2)
                .putInt(20 + text.length)
                .putInt(text.length)
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

    @Test
    void whatIsDamagedNeedsNothing() throws IOException {
        check("oak.gltf", utf8("{\"buffers\": [{\"uri\": "));
        check("oak.gltf", utf8("{}"));
        check("oak.gltf", new byte[0]);
        check("oak.glb", new byte[] {0x67, 0x6C, 0x54, 0x46, 2});
    }

    @Test
    void whatIsNoModelNeedsNothing() throws IOException {
        check("oak.json", utf8(JSON));
    }
}
