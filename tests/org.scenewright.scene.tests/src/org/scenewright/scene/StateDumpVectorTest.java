// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * Random scenes, scenes that are odd on purpose, and what the SDK's build makes of them, as {@code
 * releng/peer/composites.cjs} wrote it down.
 */
class StateDumpVectorTest {
    @TempDir Path folder = Path.of("");

    static Stream<String> scenes() {
        return Stream.of("composite-vectors.jsonl", "odd-composites.jsonl")
                .flatMap(StateDumpVectorTest::lines);
    }

    private static Stream<String> lines(String file) {
        try (var in = StateDumpVectorTest.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("scenes")
    void theStateIsThatOfTheBuildByteForByte(String line) throws IOException {
        var scene = ValueJson.parse(line);
        Files.writeString(folder.resolve("scene.json"), "{}");
        for (var file : scene.members().get("files").members().entrySet()) {
            write(folder.resolve(file.getKey()), file.getValue());
        }
        var project = SceneProject.of(folder);
        if (scene.text("error", "").isEmpty()) {
            var dump = StateDump.of(project, CompositeCheck.CORE);
            assertEquals(scene.text("crdt", ""), HexFormat.of().formatHex(dump.toBytes()));
        } else {
            assertThrows(
                    SceneFormatException.class, () -> StateDump.of(project, CompositeCheck.CORE));
        }
    }

    private static void write(Path file, Value content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, ValueJson.print(content));
    }
}
