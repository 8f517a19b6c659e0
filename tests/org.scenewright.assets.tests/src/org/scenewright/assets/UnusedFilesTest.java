// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.stream.Collectors;

/** Files that nothing surely uses are told, with what may mean them. */
class UnusedFilesTest {
    @TempDir Path root;

    private void write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Test
    void unusedAreTheFilesThatNothingNames() {
        write("scene.json", "{\"src\": \"m/used.gltf\"}");
        write("m/used.gltf", "{\"images\":[{\"uri\":\"used.png\"}]}");
        write("m/spare.gltf", "{\"images\":[{\"uri\":\"spare.png\"}]}");
        for (var name : List.of("m/used.png", "m/spare.png", "m/maybe.png", "s/1.mp3", "a.txt")) {
            write(name, "12345");
        }
        write("src/index.ts", "a('maybe.png'); b(`s/${n}.mp3`)");
        var unused = new ProjectUses(root).unused();
        assertEquals(
                Map.of("m/spare.gltf", 0, "m/spare.png", 0, "m/maybe.png", 1, "s/1.mp3", 1),
                unused.stream()
                        .collect(
                                Collectors.toMap(
                                        ProjectUses.Unused::path, u -> u.mentions().size())));
        assertEquals(5, unused.getLast().size());
    }

    /** What is said of all files, and the first of them that is said to be unused. */
    private void checkTold(String... troubles) {
        write("m/bell.glb", "{}");
        var uses = new ProjectUses(root);
        assertEquals(1, uses.unused().size());
        assertEquals(List.of(troubles), uses.troubles());
    }

    @Test
    void whatCanBeReadIsNoTrouble() {
        write("a.composite", "{\"components\":[]}");
        checkTold();
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "a.composite|{\"src\": \"m/bell.glb|a.composite cannot be read: Unexpected"
                        + " end-of-input",
                "a.composite|''|a.composite cannot be read: it is empty",
                "scene.json|' '|scene.json cannot be read: it is empty",
                "b.composite.bin|x|b.composite.bin cannot be read: what a binary composite names is"
                        + " not looked for"
            },
            delimiter = '|')
    void aNamingFileThatCannotBeReadIsTold(String path, String text, String trouble) {
        write(path, text);
        write("m/bell.glb", "{}");
        var uses = new ProjectUses(root);
        assertEquals(1, uses.unused().size());
        assertEquals(1, uses.troubles().size());
        assertTrue(uses.troubles().getFirst().startsWith(trouble), uses.troubles()::toString);
    }

    @Test
    void aFolderThatIsTooDeepIsTold() {
        write("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/scene.json", "{}");
        checkTold();
        write("1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/scene.json", "{\"a\": \"m/bell.glb\"}");
        checkTold(
                "The folder 1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16 lies too deep to be looked at.");
    }

    @Test
    void aFolderThatCannotBeListedIsTold() {
        var gone = root.resolve("gone");
        assertEquals(
                List.of("The folder " + gone + " cannot be listed."),
                ProjectFiles.of(gone).troubles());
    }

    @Test
    void moreFilesThanAreLookedAtAreTold() {
        List.of("a", "b/c", "d/e").forEach(path -> write(path, ""));
        assertEquals(List.of(), ProjectFiles.of(root, 3).troubles());
        assertEquals(
                List.of("Only the first 2 files were looked at."),
                ProjectFiles.of(root, 2).troubles());
    }

    /** Editors know more than the disk. */
    @Test
    void aTextThatIsNotSavedHasUses() throws IOException {
        var uses = ProjectUses.of("src/a.ts", "load('m/bell.glb')");
        assertEquals(List.of("m/bell.glb"), uses.stream().map(FileUse::text).toList());
        assertEquals(List.of(), ProjectUses.of("notes.md", "load('m/bell.glb')"));
    }

    /** Uses that count how often they are looked at. */
    private static final class Counted extends AbstractList<FileUse> implements RandomAccess {
        private final List<FileUse> uses;
        private int looks;

        Counted(List<FileUse> uses) {
            this.uses = uses;
        }

        @Override
        public FileUse get(int index) {
            looks++;
            return uses.get(index);
        }

        @Override
        public int size() {
            return uses.size();
        }
    }

    /** Each model names the next, and none is named by anything else. */
    @ParameterizedTest
    @ValueSource(ints = {1, 10, 100})
    void noUseIsLookedAtMoreOftenWhereThereAreMoreFiles(int files) {
        for (int i = 0; i < files; i++) {
            write(
                    "m/%d.gltf".formatted(i),
                    "{\"buffers\":[{\"uri\":\"%d.bin\"}]}".formatted(i + 1));
            write("m/" + i + ".png", "1");
        }
        write("src/index.ts", "a('m/0.gltf'); a('%s')".formatted("x.png"));
        var project = new ProjectUses(root);
        var counted = new Counted(project.all());
        assertEquals(2 * files - 1, project.unused(counted).size());
        assertTrue(counted.looks <= 2 * counted.size(), () -> counted.looks + " looks");
    }

    @Test
    void modelsThatNameEachOtherAreFollowedToTheEnd() {
        write("src/index.ts", "a('m/0.gltf')");
        for (int i = 0; i < 50; i++) {
            write(
                    "m/%d.gltf".formatted(i),
                    "{\"images\":[{\"uri\":\"%d.gltf\"}]}".formatted((i + 1) % 50));
        }
        assertEquals(List.of(), new ProjectUses(root).unused());
    }

    private void checkMentions(String path, String code, int expected) {
        write(path, "1");
        write("src/index.ts", code);
        assertEquals(expected, new ProjectUses(root).unused().getFirst().mentions().size());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {
                "s/a/1.mp3, b(`s/${n}.mp3`), 1",
                "s/a/1.mp3, b(`s/a/${n}.mp3`), 1",
                "s/a/1.mp3, b('1.mp3'), 1",
                "s/a/1.mp3, b('a/1.mp3'), 1",
                "s/a/1.mp3, b('/1.mp3'); c('1.mp3'), 2",
                "1.mp3, b('1.mp3'), 1",
                "s/a/1.mp3, b('s/b/1.mp3'); c(`t/${n}`); d('a'), 0",
                "s/a/11.mp3, b('1.mp3'), 0"
            })
    void whatMayMeanAnUnusedFileIsFound(String path, String code, int expected) {
        checkMentions(path, code, expected);
    }

    @Test
    void noFileHasMoreMentionsThanAnybodyReads() {
        checkMentions("s/1.mp3", "b('1.mp3');".repeat(500), 100);
    }
}
