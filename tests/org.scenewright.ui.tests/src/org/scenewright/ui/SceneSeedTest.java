// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that a new scene starts with. */
class SceneSeedTest {
    private final Path folder = OpenEditor.temporary().resolve("new");

    private static void check(String objection, Path directory, String title) {
        var told = new SceneSeed(directory, title).objection().orElse("");
        assertTrue(told.contains(objection), told);
    }

    @Test
    void aNewSceneOpensWithoutProblems() throws IOException {
        new SceneSeed(folder, "Say \"hello\"").write();
        try (var session = SceneSession.open(SceneProject.of(folder)).join()) {
            assertEquals(List.of(), session.status().problems());
            assertEquals("Say \"hello\"", session.snapshot().settings().text("display.title", ""));
        }
    }

    @Test
    void nothingIsWrongWithAFolderThatIsNotThere() {
        assertEquals(Optional.empty(), new SceneSeed(folder, "New").objection());
    }

    @Test
    void aSceneNeedsATitle() {
        check("title", folder, " ");
    }

    @Test
    void aSceneNeedsAPlace() {
        check("whole path", Path.of("somewhere"), "New");
    }

    @Test
    void aFileIsNoPlace() throws IOException {
        check("is no folder", Files.writeString(folder, "a file"), "New");
    }

    @Test
    void aSceneThatIsThereStays() throws IOException {
        var seed = new SceneSeed(folder, "New");
        seed.write();
        check("holds a scene", folder, "Newer");
        check("holds a scene", folder.resolve("assets"), "Newer");
        assertThrows(FileAlreadyExistsException.class, seed::write);
    }
}
