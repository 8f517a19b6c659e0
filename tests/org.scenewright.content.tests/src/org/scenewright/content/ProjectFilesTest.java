// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;

class ProjectFilesTest {
    @TempDir Path disk;
    private Path project;
    private ProjectFiles files;

    @BeforeEach
    void makeProject() throws IOException {
        project = Files.createDirectories(disk.resolve("project"));
        Files.writeString(disk.resolve("secret.glb"), "not yours");
        file("Models/Tree.GLB");
        files = new ProjectFiles(project);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Models/Tree.GLB",
                "models/tree.glb",
                "/models/tree.glb",
                "./MODELS/./Tree.glb",
                "models\\tree.glb",
                "models//tree.glb",
                "images/../models/tree.glb"
            })
    void findsAFileHoweverItIsSpelled(String path) {
        check(path, "Models/Tree.GLB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../secret.glb",
                "models/../../secret.glb",
                "..\\secret.glb",
                "C:\\secret.glb",
                "C:/secret.glb",
                "file:///etc/passwd",
                "https://example.org/tree.glb"
            })
    void refusesWhatLeadsOutside(String path) {
        assertEquals(new Resolution.Outside(path), files.resolve(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "models/bush.glb",
                "models",
                "tree.glb",
                "/etc/passwd",
                "models/tree.glb/leaf",
                ""
            })
    void missesWhatIsNotThere(String path) {
        assertEquals(new Resolution.Missing(path), files.resolve(path));
    }

    @Test
    void prefersTheExactSpelling() throws IOException {
        file("models/a.glb");
        file("models/A.glb");
        check("models/A.glb", "models/A.glb");
        check("models/a.glb", "models/a.glb");
    }

    @Test
    void refusesLinksOutOfTheProject() throws IOException {
        Files.createSymbolicLink(project.resolve("link.glb"), disk.resolve("secret.glb"));
        Files.createSymbolicLink(project.resolve("out"), disk);
        assertInstanceOf(Resolution.Outside.class, files.resolve("link.glb"));
        assertInstanceOf(Resolution.Outside.class, files.resolve("out/secret.glb"));
    }

    @Test
    void followsLinksWithinTheProject() throws IOException {
        Files.createSymbolicLink(project.resolve("same.glb"), project.resolve("Models/Tree.GLB"));
        check("same.glb", "same.glb");
    }

    @Test
    void survivesACircleOfLinks() throws IOException {
        Files.createSymbolicLink(project.resolve("a"), project.resolve("b"));
        Files.createSymbolicLink(project.resolve("b"), project.resolve("a"));
        assertEquals(new Resolution.Missing("a"), files.resolve("a"));
    }

    @Test
    void opensAProjectThroughALink() throws IOException {
        var link = Files.createSymbolicLink(disk.resolve("shortcut"), project);
        assertInstanceOf(Resolution.Found.class, new ProjectFiles(link).resolve("models/tree.glb"));
    }

    @Test
    void findsBesideAFile() throws IOException {
        file("images/bark.png");
        var beside = files.resolveBeside("Models/Tree.GLB", "../Images/BARK.png");
        assertEquals("images/bark.png", beside.path());
    }

    @Test
    void refusesToLeaveFromBesideAFile() {
        var outside = files.resolveBeside("Models/Tree.GLB", "../../secret.glb");
        assertInstanceOf(Resolution.Outside.class, outside);
    }

    @Test
    void noticesNewFiles() throws IOException {
        assertInstanceOf(Resolution.Missing.class, files.resolve("models/new.glb"));
        file("Models/New.glb");
        touch("Models", 5_000);
        check("models/new.glb", "Models/New.glb");
    }

    @Test
    void noticesVanishedFiles() throws IOException {
        check("models/tree.glb", "Models/Tree.GLB");
        Files.delete(project.resolve("Models/Tree.GLB"));
        assertInstanceOf(Resolution.Missing.class, files.resolve("models/tree.glb"));
    }

    @Test
    void listsAgainWhenToldTo() throws IOException {
        touch("Models", 5_000);
        assertInstanceOf(Resolution.Missing.class, files.resolve("models/new.glb"));
        file("Models/New.glb");
        // The time stamp says that nothing has changed.
        touch("Models", 5_000);
        assertInstanceOf(Resolution.Missing.class, files.resolve("models/new.glb"));
        files.forget();
        check("models/new.glb", "Models/New.glb");
    }

    @Test
    void findsItsWayAmongTenThousandFiles() throws IOException {
        for (int i = 0; i < 10_000; i++) {
            file("many/File" + i + ".png");
        }
        for (int i = 0; i < 10_000; i += 7) {
            check("MANY/file" + i + ".PNG", "many/File" + i + ".png");
        }
    }

    @Test
    void missesEverythingInAFolderThatIsNotThere() {
        var nowhere = new ProjectFiles(disk.resolve("nowhere"));
        assertInstanceOf(Resolution.Missing.class, nowhere.resolve("a.glb"));
    }

    @Test
    void givesEqualPathsEqualKeys() {
        assertEquals(Optional.of("a/b.png"), LocalPath.key("/A\\x\\..\\.\\B.png"));
        assertEquals(Optional.empty(), LocalPath.key("a/../../b.png"));
    }

    private void check(String path, String expected) {
        var found = assertInstanceOf(Resolution.Found.class, files.resolve(path));
        assertEquals(expected, found.path());
        assertEquals(true, Files.isRegularFile(((ProjectFile) found.content()).file()));
    }

    private void file(String path) throws IOException {
        var file = project.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    private void touch(String directory, long seconds) throws IOException {
        Files.setLastModifiedTime(
                project.resolve(directory),
                FileTime.from(java.time.Instant.ofEpochSecond(seconds)));
    }
}
