// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class DeploymentTest {
    private static final String HELLO =
            "bafkreifzjut3te2nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e";
    private static final String EMPTY =
            "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku";

    @TempDir Path folder;

    /** What a command left behind. */
    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void write() throws IOException {
        scene("0,0", "0,1");
        file("bin/index.js", "hello world");
        file("images/scene-thumbnail.png", "");
        file("src/index.ts", "left out");
        file(".dclignore", "*.psd\n");
        file("art/deep/a.psd", "left out");
    }

    private void scene(String... parcels) throws IOException {
        file(
                "scene.json",
                """
                {"main": "bin/index.js", "display": {"navmapThumbnail": "images/Scene-thumbnail.png"},
                 "scene": {"base": "0,0", "parcels": ["%s"]}}\
                """
                        .formatted(String.join("\", \"", parcels)));
    }

    private Path file(String path, String text) throws IOException {
        var file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    /** A file of zeros that takes no room on the disk. */
    private void zeros(String path, long bytes) throws IOException {
        try (var file = new RandomAccessFile(file(path, "").toFile(), "rw")) {
            file.setLength(bytes);
        }
    }

    private static Ended run(Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        String[] words = Arrays.stream(arguments).map(Object::toString).toArray(String[]::new);
        int code = Main.run(words, new PrintStream(out, true), new PrintStream(err, true));
        return new Ended(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private Value manifest(int code) {
        var ended = run("manifest", folder, "--json");
        assertEquals(code, ended.code, ended.err);
        assertEquals(1, ended.out.strip().lines().count());
        return ValueJson.parse(ended.out);
    }

    private static List<String> texts(Value manifest, String list, String field) {
        return manifest.items(list).stream().map(item -> item.text(field, "")).toList();
    }

    private void checkTroubled(int code, String where, String message) {
        var problems = manifest(code).items("problems");
        assertEquals(1, problems.size(), problems.toString());
        var problem = problems.getFirst();
        assertEquals(where, problem.text("file", "") + problem.text("field", ""));
        assertTrue(problem.text("message", "").contains(message), problem.toString());
    }

    @Test
    void everyFileGetsALineWithItsHash() throws IOException {
        var hello = file("hello.txt", "hello world");
        var empty = file("empty.txt", "");
        var ended = run("hash", hello, empty, hello);
        assertEquals(0, ended.code);
        assertEquals(
                List.of(HELLO + "  " + hello, EMPTY + "  " + empty, HELLO + "  " + hello),
                ended.out.lines().toList());
    }

    @Test
    void aFileThatIsNotThereIsNamed() throws IOException {
        var hello = file("hello.txt", "hello world");
        var ended = run("hash", folder.resolve("none.txt"), hello, folder);
        assertEquals(2, ended.code);
        assertEquals(List.of(HELLO + "  " + hello), ended.out.lines().toList());
        assertTrue(ended.err.contains("none.txt"), ended.err);
        assertTrue(ended.err.contains(folder + " is a folder."), ended.err);
        assertEquals(2, run("hash").code);
    }

    @Test
    void theManifestListsWhatIsDeployed() {
        var manifest = manifest(0);
        assertEquals(
                List.of("bin/index.js", "images/scene-thumbnail.png", "scene.json"),
                texts(manifest, "files", "file"));
        assertEquals(HELLO, texts(manifest, "files", "hash").getFirst());
        assertEquals(EMPTY, texts(manifest, "files", "hash").get(1));
        assertEquals(11, manifest.items("files").getFirst().number("bytes", 0));
        assertEquals(List.of(), manifest.items("problems"));
        double all = manifest.items("files").stream().mapToDouble(f -> f.number("bytes", 0)).sum();
        assertEquals(all, manifest.number("totalBytes", 0));
        assertEquals(2 * 15 * 1024 * 1024, manifest.number("limitBytes", 0));
    }

    @Test
    void peopleReadItToo() {
        var lines = run("manifest", folder).out.lines().toList();
        assertEquals(HELLO + "  11  bin/index.js", lines.getFirst());
        assertTrue(lines.getLast().endsWith(" bytes of 31457280"), lines.getLast());
    }

    @Test
    void moreThanTheParcelsHoldIsTooMuch() throws IOException {
        zeros("a.bin", 14 << 20);
        zeros("b.bin", 14 << 20);
        assertEquals(List.of(), manifest(0).items("problems"));
        scene("0,0");
        checkTroubled(1, "scene.jsonscene.parcels", "28.0 MB");
    }

    @Test
    void aFileOfMoreThanFiftyMegabytesIsTooMuch() throws IOException {
        scene("0,0", "0,1", "0,2", "0,3");
        zeros("models/a.glb", 50_000_000);
        assertEquals(List.of(), manifest(0).items("problems"));
        zeros("models/a.glb", 50_000_001);
        checkTroubled(1, "models/a.glb", "50 MB");
    }

    @Test
    void theThumbnailMustBeDeployed() throws IOException {
        Files.delete(folder.resolve("images/scene-thumbnail.png"));
        checkTroubled(0, "scene.jsondisplay.navmapThumbnail", "images/Scene-thumbnail.png");
    }

    @Test
    void theCodeMustBeDeployed() throws IOException {
        file(".dclignore", "bin\n*.psd");
        checkTroubled(0, "scene.jsonmain", "bin/index.js");
    }

    @Test
    void namesThatDifferInCaseOnlyAreTold() throws IOException {
        file("Images/Scene-Thumbnail.png", "");
        checkTroubled(0, "images/scene-thumbnail.png", "Images/Scene-Thumbnail.png");
    }

    @Test
    void aLinkThatLeadsOutIsTold() throws IOException {
        Files.createSymbolicLink(folder.resolve("models.glb"), Path.of("/etc/hostname"));
        checkTroubled(0, "models.glb", "link");
    }

    @Test
    void aLinkToNowhereIsTold() throws IOException {
        Files.createSymbolicLink(folder.resolve("models.glb"), folder.resolve("none"));
        checkTroubled(0, "models.glb", "link");
        assertEquals(3, manifest(0).items("files").size());
    }

    @Test
    void whatIsNoSceneHasNoManifest() throws IOException {
        Files.delete(folder.resolve("scene.json"));
        assertEquals(2, run("manifest", folder).code);
        file("scene.json", "[");
        assertTrue(run("manifest", folder).err.contains("scene.json"));
    }
}
