// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class SceneProjectTest {
    @TempDir private Path folder;

    @BeforeEach
    void resolveLinksOfTheTemporaryFolder() throws IOException {
        folder = folder.toRealPath();
    }

    private void file(String... paths) throws IOException {
        for (var path : paths) {
            Files.createDirectories(folder.resolve(path).resolveSibling(""));
            Files.writeString(folder.resolve(path), "{}");
        }
    }

    /** The directory and the composite of the project of a place. */
    private void check(String place, String directory, String composite) {
        var project = SceneProject.of(folder.resolve(place));
        assertEquals(folder.resolve(directory).normalize(), project.directory());
        assertEquals(folder.resolve(composite), project.composite());
    }

    private void checkComposites(String... paths) {
        var project = SceneProject.of(folder);
        assertEquals(
                java.util.List.of(paths),
                project.composites().stream().map(project::relative).toList());
    }

    @Test
    void theFolderOfSceneJsonIsTheProject() throws IOException {
        file("a/scene.json", "a/models/x.glb");
        check("a", "a", "a/assets/scene/main.composite");
        check("a/models", "a", "a/assets/scene/main.composite");
        check("a/models/x.glb", "a", "a/assets/scene/main.composite");
        check("a/scene.json", "a", "a/assets/scene/main.composite");
    }

    @Test
    void theFolderOfTheCompositeIsTheProjectToo() throws IOException {
        file("a/assets/scene/main.composite");
        check("a", "a", "a/assets/scene/main.composite");
        check("a/assets/scene/main.composite", "a", "a/assets/scene/main.composite");
    }

    @Test
    void anyOtherFolderIsItsOwnProject() {
        check("", "", "assets/scene/main.composite");
        check("missing/file.txt", "missing", "missing/assets/scene/main.composite");
    }

    @Test
    void anotherCompositeCanBeOpened() throws IOException {
        file("scene.json", "assets/scene/main.composite", "assets/door/door.composite");
        check("assets/door/door.composite", "", "assets/door/door.composite");
    }

    private void checkMain(boolean expected, String place) {
        assertEquals(expected, SceneProject.of(folder.resolve(place)).isMain(), place);
    }

    @Test
    void theMainCompositeIsTheOneThatTheToolsOpen() throws IOException {
        file("scene.json", "assets/scene/main.composite", "assets/scene/other.composite");
        file("assets/door/main.composite", "main.composite", "Assets/Scene/Main.Composite");
        checkMain(true, "");
        checkMain(true, "assets/scene/main.composite");
        checkMain(true, "Assets/Scene/Main.Composite");
        checkMain(false, "assets/scene/other.composite");
        checkMain(false, "assets/door/main.composite");
        checkMain(false, "main.composite");
    }

    @Test
    void upperAndLowerCaseAreTheSame() throws IOException {
        file("Scene.json", "Assets/scene/Main.Composite");
        check("", "", "Assets/scene/Main.Composite");
        assertEquals(folder.resolve("Scene.json"), SceneProject.of(folder).sceneJson());
    }

    @Test
    void compositesOfOthersAreNotOurs() throws IOException {
        file(
                "scene.json",
                "b.composite",
                "assets/scene/main.composite",
                "node_modules/x/c.composite");
        file("assets/.hidden/d.composite", "assets/a/e.COMPOSITE", "x.composite/readme.md");
        checkComposites("assets/scene/main.composite", "assets/a/e.COMPOSITE", "b.composite");
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        file("in/scene.json", "out/secret.composite");
        Files.createSymbolicLink(folder.resolve("in/link"), folder.resolve("out"));
        Files.createSymbolicLink(
                folder.resolve("in/link.composite"), folder.resolve("out/secret.composite"));
        assertEquals(0, SceneProject.of(folder.resolve("in")).composites().size());
    }

    @Test
    void pathsAreShownFromTheProject() throws IOException {
        file("scene.json");
        var project = SceneProject.of(folder);
        assertEquals("a/b", project.relative(folder.resolve("x/../a/b")));
        assertEquals(
                folder.resolveSibling("y").toString(), project.relative(folder.resolve("../y")));
    }
}
