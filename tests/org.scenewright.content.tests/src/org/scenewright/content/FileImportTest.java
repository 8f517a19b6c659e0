// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

class FileImportTest {
    private static final String GLTF =
            "{'buffers':[{'uri':'%s'}],'images':[{'uri':'%s'},{'uri':'data:image/png;base64,'}]}";

    @TempDir private Path directory;

    /** Copies all, unless it is to be cancelled before one of the files. */
    private record Watcher(int most, int[] seen) implements AssetImport.Watcher {
        static Watcher patient() {
            return new Watcher(Integer.MAX_VALUE, new int[1]);
        }

        @Override
        public void copying(String path) {
            seen[0]++;
        }

        @Override
        public boolean isCancelled() {
            return seen[0] > most;
        }
    }

    private Path project() throws IOException {
        return Files.createDirectories(directory.resolve("project"));
    }

    private Path has(String path, String text) throws IOException {
        return write(project().resolve(path), text);
    }

    private Path elsewhere(String path, String text) throws IOException {
        return write(directory.resolve("elsewhere").resolve(path), text);
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path model(String bin, String picture) throws IOException {
        return elsewhere("oak/oak.gltf", GLTF.formatted(bin, picture).replace('\'', '"'));
    }

    /** Drops files, each difference being answered alike, and says what is where afterwards. */
    private String dropped(FileImport.Clash answer, Path... files) throws IOException {
        return new FileImport(project(), List.of(files))
                .run(answer, Watcher.patient())
                .map(paths -> String.join(" ", paths))
                .orElse("cancelled");
    }

    private String dropped(Path... files) throws IOException {
        return dropped(FileImport.Clash.KEEP_BOTH, files);
    }

    /** All files of the project with what they say, in the order of their paths. */
    private String files() throws IOException {
        var all = new TreeMap<String, String>();
        try (var walk = Files.walk(project())) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                var path = project().relativize(file).toString();
                all.put(path, path.endsWith(".gltf") ? "..." : Files.readString(file));
            }
        }
        return all.toString();
    }

    private void refuses(String sentence, Path... files) throws IOException {
        var before = files();
        var failure = assertThrows(IOException.class, () -> dropped(files));
        assertTrue(failure.getMessage().contains(sentence), failure::getMessage);
        assertEquals(before, files());
    }

    @Test
    void whatIsInTheProjectIsUsedWhereItIs() throws IOException {
        assertEquals("models/a.glb", dropped(has("models/a.glb", "a")));
        assertEquals("{models/a.glb=a}", files());
    }

    @Test
    void aFileFromElsewhereGoesToTheAssets() throws IOException {
        assertEquals("assets/a.png", dropped(elsewhere("a.png", "a")));
        assertEquals("{assets/a.png=a}", files());
    }

    @Test
    void aModelBringsWhatItRefersToInAFolderOfItsOwn() throws IOException {
        elsewhere("oak/oak.bin", "b");
        elsewhere("oak/textures/bark 1.png", "p");
        elsewhere("oak/other.png", "o");
        assertEquals("assets/oak/oak.gltf", dropped(model("oak.bin", "textures/bark%201.png")));
        assertEquals(
                "{assets/oak/oak.bin=b, assets/oak/oak.gltf=..., assets/oak/textures/bark 1.png=p}",
                files());
    }

    @Test
    void theFolderOfTheSceneIsNotTheFolderOfAModelCalledScene() throws IOException {
        has("assets/scene/main.composite", "{}");
        var bin = elsewhere("x/scene.bin", "b");
        var scene =
                write(bin.resolveSibling("scene.gltf"), "{\"buffers\":[{\"uri\":\"scene.bin\"}]}");
        assertEquals("assets/scene_2/scene.gltf", dropped(scene));
        assertEquals("assets/scene_2/scene.gltf", dropped(scene));
    }

    @Test
    void equalBytesAreUsedAgainInSilence() throws IOException {
        has("assets/Tree.glb", "tree");
        var drop = new FileImport(project(), List.of(elsewhere("tree.glb", "tree")));
        assertEquals(List.of(), drop.clashes());
        assertEquals("assets/Tree.glb", dropped(elsewhere("tree.glb", "tree")));
        assertEquals("{assets/Tree.glb=tree}", files());
    }

    @Test
    void aDifferenceIsAskedAboutWhateverTheCase() throws IOException {
        has("assets/Tree.glb", "mine");
        var drop = new FileImport(project(), List.of(elsewhere("tree.glb", "theirs")));
        assertEquals(List.of("assets/tree.glb"), drop.clashes());
    }

    @Test
    void bothAreKept() throws IOException {
        has("assets/tree.glb", "mine");
        assertEquals("assets/tree_2.glb", dropped(elsewhere("tree.glb", "theirs")));
        assertEquals("{assets/tree.glb=mine, assets/tree_2.glb=theirs}", files());
    }

    @Test
    void theOtherOneIsReplacedUnderItsOwnSpelling() throws IOException {
        has("assets/Tree.glb", "mine");
        var theirs = elsewhere("tree.glb", "theirs");
        assertEquals("assets/Tree.glb", dropped(FileImport.Clash.REPLACE, theirs));
        assertEquals("{assets/Tree.glb=theirs}", files());
    }

    @Test
    void twoOfOneNameInOneDropAreTwo() throws IOException {
        var one = elsewhere("1/a.png", "one");
        var two = elsewhere("2/A.png", "two");
        assertEquals("assets/a.png assets/A_2.png", dropped(one, two));
        assertEquals("assets/a.png assets/A_2.png", dropped(one, two));
    }

    @Test
    void whatIsCancelledLeavesNothing() throws IOException {
        has("assets/b.png", "mine");
        var files = List.of(elsewhere("a.png", "a"), elsewhere("b.png", "b"));
        var cancelled =
                new FileImport(project(), files)
                        .run(FileImport.Clash.REPLACE, new Watcher(1, new int[1]));
        assertEquals(Optional.empty(), cancelled);
        assertEquals("{assets/b.png=mine}", files());
    }

    @Test
    void whatFailsInTheEndIsTakenBackAsAWhole() throws IOException {
        has("assets/a.png", "mine");
        var drop =
                new FileImport(
                        project(), List.of(elsewhere("a.png", "a"), elsewhere("b.png", "b")));
        var late =
                new AssetImport.Watcher() {
                    @Override
                    public void copying(String path) {
                        if (path.equals("assets/b.png")) {
                            intrude();
                        }
                    }

                    @Override
                    public boolean isCancelled() {
                        return false;
                    }
                };
        assertThrows(IOException.class, () -> drop.run(FileImport.Clash.REPLACE, late));
        assertEquals("{assets/a.png=mine, assets/b.png=faster}", files());
    }

    private void intrude() {
        try {
            has("assets/b.png", "faster");
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "con.glb, con_.glb",
        "con.old.glb, _con.old.glb",
        "a:b?.glb, a_b_.glb",
        "..hidden.png, hidden.png",
        "'dots... .png', 'dots.png'",
        "Bäume.glb, Bäume.glb",
    })
    void namesAreMadeSafe(String name, String safe) {
        var made = ImportName.of(name);
        assertEquals(safe, made.stem() + made.ending());
        assertEquals(Optional.empty(), PortableName.flaw(made.stem() + made.ending()));
    }

    @Test
    void whateverANameIsItBecomesOneThatEverySystemTakes() {
        Stream.of(
                        "",
                        ".",
                        "...",
                        "x".repeat(300) + ".glb",
                        "\u0000\n.png",
                        " ",
                        "a.b. . ",
                        "NUL",
                        "ü".repeat(200))
                .map(ImportName::of)
                .map(made -> made.stem() + made.ending())
                .forEach(safe -> assertEquals(Optional.empty(), PortableName.flaw(safe), safe));
    }

    @Test
    void aModelThatReachesOutOfItsFolderIsRefused() throws IOException {
        elsewhere("secret", "s");
        refuses("refers to ../secret, which is not in its folder", model("../secret", ""));
        refuses("which is not in its folder", model("/etc/hostname", ""));
    }

    @Test
    void aLinkBesideAModelIsNotFollowedOut() throws IOException {
        var secret = elsewhere("secret", "s");
        var model = model("oak.bin", "");
        Files.createSymbolicLink(model.resolveSibling("oak.bin"), secret);
        refuses("which is not in its folder", model);
    }

    @Test
    void aFolderThatIsALinkOutOfTheProjectIsNotWrittenTo() throws IOException {
        var outside = Files.createDirectories(directory.resolve("outside"));
        Files.createSymbolicLink(project().resolve("assets"), outside);
        refuses("a link leads out of the project", elsewhere("a.png", "a"));
        try (var inside = Files.list(outside)) {
            assertEquals(0, inside.count());
        }
    }

    @Test
    void filesWhoseNamesDifferInCaseAloneAreRefused() throws IOException {
        elsewhere("oak/a.bin", "1");
        elsewhere("oak/A.bin", "2");
        refuses("differ only in upper and lower case", model("a.bin", "A.bin"));
    }

    @Test
    void aDamagedModelComesAlone() throws IOException {
        assertEquals("assets/x.gltf", dropped(elsewhere("x.gltf", "{\"buffers\":[{\"uri\":")));
        assertEquals("assets/x.glb", dropped(elsewhere("x.glb", "glTF........")));
    }

    @Test
    void aFolderIsNoFile() throws IOException {
        refuses("is no file", Files.createDirectories(directory.resolve("folder")));
    }
}
