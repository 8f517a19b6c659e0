// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** Every use of a file is found, and says something else when the file goes elsewhere. */
class ProjectUsesTest {
    private static final String COMPOSITE = "assets/scene/main.composite";

    @TempDir Path root;

    private void write(String path, String text) {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] content) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.write(root.resolve(path), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void composite(String component, String json) {
        write(
                COMPOSITE,
                """
                {"version": 1, "components": [{"name": "%s", "jsonSchema": {"d": "a/schema.glb"},
                  "data": {"512": {"json": %s}}}]}\
                """
                        .formatted(component, json));
    }

    /** What is said of a file, as "place=text". */
    private void check(String path, String... uses) {
        assertEquals(
                List.of(uses),
                new ProjectUses(root)
                        .of(path).stream()
                                .map(u -> u.file() + ":" + u.line() + " " + u.of(path))
                                .toList());
    }

    /** A file moves, and another says what is expected of it. */
    private void checkMoved(String from, String to, String in, String expected) {
        assertEquals(expected, moved(Map.of(from, to), in));
    }

    private String moved(Map<String, String> paths, String in) {
        try {
            byte[] before = Files.readAllBytes(root.resolve(in));
            return new String(rewritten(before, paths, in), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static byte[] rewritten(byte[] before, Map<String, String> paths, String in)
            throws IOException {
        var moves = new Relocations(paths);
        var said = new HashMap<FileUse, String>();
        for (var use : UseFile.uses(textOf(before), in)) {
            moves.respelled(use).ifPresent(now -> said.put(use, now));
        }
        return ProjectUses.rewritten(before, in, said);
    }

    private static String textOf(byte[] content) throws IOException {
        var in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        boolean isBinary = content.length > 20 && in.getInt(0) == 0x46546C67;
        return isBinary
                ? new String(content, 20, in.getInt(12), StandardCharsets.UTF_8)
                : UseFile.text(content);
    }

    @Test
    void aFieldOfAComponentIsAUseWhateverItsCase() {
        composite("core::GltfContainer", "{\"src\": \"Models/Bell.glb\"}");
        check("models/bell.glb", COMPOSITE + ":2 CERTAIN");
    }

    @Test
    void schemasAreNoUses() {
        composite("core::GltfContainer", "{\"src\": \"models/bell.glb\"}");
        check("a/schema.glb");
    }

    @Test
    void aBareNameIsOnlyPossible() {
        composite("core-schema::Name", "{\"value\": \"bell.glb\"}");
        check("bell.glb", COMPOSITE + ":2 POSSIBLE");
    }

    @Test
    void aFolderIsUsedWhereAFileInItIs() {
        composite("core::GltfContainer", "{\"src\": \"models/bell.glb\"}");
        check("models", COMPOSITE + ":2 CERTAIN");
        check("model");
    }

    @Test
    void aPayloadWithinATextIsAUse() {
        composite(
                "x::Actions",
                "{\"value\": [{\"jsonPayload\": \"{\\\"src\\\":\\\"a/b.mp3\\\"}\"}]}");
        check("a/b.mp3", COMPOSITE + ":2 CERTAIN");
        assertTrue(
                moved(Map.of("a/b.mp3", "c/d.mp3"), COMPOSITE)
                        .contains("\"{\\\"src\\\":\\\"c/d.mp3\\\"}\""));
    }

    @Test
    void settingsAreUsesEvenOfBareNames() {
        write("scene.json", "{\"display\": {\"navmapThumbnail\": \"map.png\"}}");
        check("map.png", "scene.json:1 CERTAIN");
        checkMoved(
                "map.png",
                "images/map.png",
                "scene.json",
                "{\"display\": {\"navmapThumbnail\": \"images/map.png\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "const a = 'models/bell.glb', CERTAIN",
                "const a = \"./models/bell.glb\", CERTAIN",
                "load(`models/bell.glb`), CERTAIN",
                "load(base + 'bell.glb'), POSSIBLE",
                "x = a / b; y = 'models/bell.glb' / c, CERTAIN",
                "x = /['\"]/; y = 'models/bell.glb', CERTAIN",
                "`${f('models/bell.glb')} and`, CERTAIN",
                "// 'models/bell.glb', NONE",
                "/* 'models/bell.glb' */ x, NONE",
                "<p>Don't</p>; y = 'other/bell.glb', NONE",
                "x = /'models\\/bell.glb'/, NONE"
            })
    void literalsOfSourceCodeAreUses(String code, FileUse.Certainty certainty) {
        write("src/index.ts", code);
        check(
                "models/bell.glb",
                certainty == FileUse.Certainty.NONE
                        ? new String[0]
                        : new String[] {"src/index.ts:1 " + certainty});
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\'", "`${a}`"})
    void oddSourceCodeIsReadInATimeThatGrowsWithItsLength(String part) {
        write("src/index.ts", "'" + part.repeat(400_000) + "\nx = 'models/bell.glb'");
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> check("models/bell.glb", "src/index.ts:2 CERTAIN"));
    }

    @Test
    void aModelThatEmbedsALargeBufferIsRead() {
        var buffer = "data:," + "A".repeat(21 << 20);
        write(
                "m/bell.gltf",
                "{\"buffers\":[{\"uri\":\"%s\"}],\"images\":[{\"uri\":\"a.png\"}]}"
                        .formatted(buffer));
        check("m/a.png", "m/bell.gltf:1 CERTAIN");
    }

    @Test
    void theLineOfALiteralIsTold() {
        write("src/index.ts", "\n// x\n  const a = 'models/bell.glb'\n");
        check("models/bell.glb", "src/index.ts:3 CERTAIN");
    }

    @Test
    void aTemplateNamesItsFolder() {
        write("src/index.ts", "x = `models/bells/b_${n}.glb`");
        checkMoved("models/bells", "m/b", "src/index.ts", "x = `m/b/b_${n}.glb`");
        checkMoved("models", "m", "src/index.ts", "x = `m/bells/b_${n}.glb`");
    }

    @Test
    void theEndOfAPathIsRespelledWhereThatSaysEnough() {
        write("src/index.ts", "x = 'bell.glb'");
        checkMoved("models/bell.glb", "models/gong.glb", "src/index.ts", "x = 'gong.glb'");
        checkMoved("models/bell.glb", "other/bell.glb", "src/index.ts", "x = 'bell.glb'");
    }

    @ParameterizedTest
    @CsvSource({
        "m/t/a.png, m/t/b.png, t/b.png",
        "m/t/a.png, x/a.png, ../x/a.png",
        "m/t/a.png, m/a b.png, a%20b.png",
        "m/bell.gltf, x/y/bell.gltf, ../../m/t/a.png",
        "m, n, t/a.png",
        "m/t, m/u, u/a.png"
    })
    void picturesOfModelsStayFound(String from, String to, String expected) {
        write("m/bell.gltf", "{\"images\":[{\"uri\":\"t/a.png\"}]}");
        checkMoved(from, to, "m/bell.gltf", "{\"images\":[{\"uri\":\"" + expected + "\"}]}");
    }

    @Test
    void aModelAndItsPictureThatMoveTogetherStayAsTheyAre() {
        write("m/bell.gltf", "{\"images\":[{\"uri\":\"a.png\"}]}");
        var before = moved(Map.of(), "m/bell.gltf");
        var both = Map.of("m/bell.gltf", "x/bell.gltf", "m/a.png", "x/a.png");
        assertEquals(before, moved(both, "m/bell.gltf"));
    }

    private static byte[] glb(String json) {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        var out = ByteBuffer.allocate(20 + text.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x46546C67).putInt(2).putInt(out.capacity());
        out.putInt(text.length).putInt(0x4E4F534A).put(text);
        return out.putInt(4).putInt(0x004E4942).putInt(77).array();
    }

    @Test
    void aBinaryModelKeepsItsChunks() throws IOException {
        byte[] before = glb("{\"images\":[{\"uri\":\"abc.png\"}]}  ");
        byte[] after = rewritten(before, Map.of("m/abc.png", "m/abcdef.png"), "m/bell.glb");
        var back = Glb.of(after);
        assertEquals(77, back.binary().orElseThrow().getInt(0));
        assertEquals(0, back.json().limit() % 4);
        assertTrue(textOf(after).contains("\"abcdef.png\""));
    }

    @Test
    void itemsKeepTheirPlaceholder() {
        write("custom/bell/composite.json", "{\"x\": \"{assetPath}/bell.glb\"}");
        checkMoved(
                "custom/bell/bell.glb",
                "custom/bell/m/gong.glb",
                "custom/bell/composite.json",
                "{\"x\": \"{assetPath}/m/gong.glb\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[[[[", "\"", "{\"images\":[{\"uri\":3}]}", "", "nul"})
    void damagedFilesHaveNoUses(String text) {
        write("scene.json", text);
        write("m/a.gltf", text);
        check("m");
    }

    @Test
    void whatCannotBeReadIsTold() {
        write("scene.json", "{");
        var uses = new ProjectUses(root);
        uses.all();
        assertTrue(uses.troubles().getFirst().startsWith("scene.json cannot be read"));
    }

    @Test
    void aLyingBinaryModelIsTold() {
        byte[] lying = glb("{}  ");
        ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putInt(12, 0x7FFFFFFF);
        write("a.glb", lying);
        var uses = new ProjectUses(root);
        assertEquals(List.of(), uses.all());
        assertEquals(1, uses.troubles().size());
    }

    @Test
    void aChangedFileIsReadAgain() throws IOException {
        composite("core::GltfContainer", "{\"src\": \"m/one.glb\"}");
        var uses = new ProjectUses(root);
        assertEquals(1, uses.of("m/one.glb").size());
        composite("core::GltfContainer", "{\"src\": \"m/another.glb\"}");
        assertEquals(0, uses.of("m/one.glb").size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void thereAndBackIsTheSameBytes(long seed) throws IOException {
        var random = new Random(seed);
        var json = new StringBuilder("{ \"a\" :\t[");
        for (int i = 0; i < 20; i++) {
            json.append(i == 0 ? "" : ",\r\n ").append('"').append(anyPath(random)).append('"');
        }
        byte[] before = json.append("]}\n").toString().getBytes(StandardCharsets.UTF_8);
        String from = anyPath(random);
        String to = "elsewhere/ö " + seed;
        byte[] there = rewritten(before, Map.of(from, to), "scene.json");
        assertArrayEquals(before, rewritten(there, Map.of(to, from), "scene.json"));
    }

    private static String anyPath(Random random) {
        var names = List.of("a", "ä b", "c.glb", "d.png");
        return "m"
                + random.ints(1 + random.nextInt(3), 0, names.size())
                        .mapToObj(i -> "/" + names.get(i))
                        .collect(Collectors.joining());
    }
}
