// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.FileUse;
import org.scenewright.assets.ProjectUses;
import org.scenewright.assets.ProjectUses.Unused;
import org.scenewright.scene.SceneProject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What nothing uses is offered, and is ticked only where everything was looked at. */
class UnneededTest {
    private static final String BROKEN = "assets/scene/main.composite cannot be read: ";

    @TempDir Path folder;

    @BeforeEach
    void makeAScene() throws IOException {
        write("scene.json", "{}");
        write("assets/scene/main.composite", "{\"a\": \"models/bell.glb\"}");
        write("models/bell.glb", "{}");
        write("models/spare.glb", "{}");
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private OpenScenes open(Map<String, String> texts) {
        var places = new HashMap<Path, String>();
        texts.forEach((path, text) -> places.put(folder.resolve(path), text));
        return new OpenScenes(List.of(), new OpenTexts(places));
    }

    private Unneeded unused(Map<String, String> texts) {
        return open(texts).unused(SceneProject.at(folder), new ProjectUses(folder));
    }

    private static List<String> paths(List<Unused> files) {
        return files.stream().map(Unused::path).toList();
    }

    private static void check(Unneeded unused, List<String> files, List<String> ticked) {
        assertEquals(files, paths(unused.files()));
        assertEquals(ticked, paths(unused.surely()));
    }

    @Test
    void whatNothingNamesIsTicked() {
        var spare = List.of("models/spare.glb");
        check(unused(Map.of()), spare, spare);
    }

    @Test
    void nothingIsTickedWhereTheCompositeCannotBeRead() throws IOException {
        write("assets/scene/main.composite", "{\"a\": \"models/bell.glb\"");
        var unused = unused(Map.of());
        check(unused, List.of("models/bell.glb", "models/spare.glb"), List.of());
        assertTrue(unused.doubts().startsWith(BROKEN), unused.doubts());
    }

    @Test
    void whatAnUnsavedTextNamesIsUsed() {
        check(unused(Map.of("src/a.ts", "load('models/spare.glb')")), List.of(), List.of());
    }

    @Test
    void whatAnUnsavedTextNamesNoMoreIsNotUsed() throws IOException {
        write("src/a.ts", "load('models/spare.glb')");
        assertEquals(List.of(), paths(unused(Map.of()).files()));
        var spare = List.of("models/spare.glb");
        check(unused(Map.of("src/a.ts", "load('')")), spare, spare);
    }

    @Test
    void anUnsavedTextThatIsHalfWrittenIsADoubt() {
        var unused = unused(Map.of("scene.json", "{\"a\": "));
        check(unused, List.of("models/spare.glb"), List.of());
        String doubt = "scene.json cannot be read as its editor has it: ";
        assertTrue(unused.doubts().startsWith(doubt), unused.doubts());
    }

    @Test
    void unsavedTextsOfOtherScenesAreNotTheirs() {
        var other = Map.of(folder.resolveSibling("other/a.ts"), "load('models/spare.glb')");
        var open = new OpenScenes(List.of(), new OpenTexts(other));
        var found = open.uses(SceneProject.at(folder), new ProjectUses(folder));
        assertEquals(List.of("models/bell.glb"), found.uses().stream().map(FileUse::text).toList());
    }

    @Test
    void thumbnailsAndWhatCodeMayNameAreNotTicked() throws IOException {
        write("images/scene-thumbnail.png", "");
        write("src/a.ts", "load('spare.glb')");
        check(
                unused(Map.of()),
                List.of("images/scene-thumbnail.png", "models/spare.glb"),
                List.of());
    }

    @Test
    void thatEverythingIsUsedIsSaidOfTheSceneByItsName() throws IOException {
        Files.delete(folder.resolve("models/spare.glb"));
        var none = unused(Map.of()).none();
        assertEquals("Every asset of the scene " + folder.getFileName() + " is used.", none);
    }
}
