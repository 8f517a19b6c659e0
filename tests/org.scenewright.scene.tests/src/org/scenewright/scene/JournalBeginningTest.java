// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.scene.SceneCheck.accepted;
import static org.scenewright.scene.SceneCheck.set;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What a journal begins with, and what becomes of it when the files are saved. */
class JournalBeginningTest {
    private static final String X = "core::Transform.position.x";

    @TempDir Path directory;

    @BeforeEach
    void create() {
        JournaledScene.create(directory, "Box\nLid\n").close();
    }

    private JournaledScene open() {
        return JournaledScene.open(directory);
    }

    private JournaledScene crashAfter(SceneCheck.NamedEdit edit) {
        try (var scene = open()) {
            accepted(scene.scene(), edit);
            return scene.crashed(directory.resolve("crash"));
        }
    }

    private static String text(JournaledScene scene) {
        return SceneText.print(scene.scene().snapshot());
    }

    @Test
    void theFirstEditCostsNoMoreThanTheOthers() throws IOException {
        var crates = new StringBuilder("Box\n");
        for (int i = 0; i < 2000; i++) {
            crates.append("Crate_").append(i).append('\n');
        }
        var large = directory.resolve("large");
        try (var scene = JournaledScene.create(large, crates.toString())) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.sync();
            assertTrue(Files.size(scene.file()) < 1000, Files.size(scene.file()) + " bytes");
            try (var back = scene.crashed(directory.resolve("crash"))) {
                JournaledScene.checkSame(scene.scene(), back.scene());
            }
        }
    }

    /** The process ends when the first edit is safe, and then others change the files. */
    private JournaledScene changedAfterCrash(String theirs) {
        var crash = directory.resolve("crash");
        crashAfter(set("Box", X, "7")).close(true);
        JournaledScene.write(crash.resolve("yard"), SceneText.read(theirs));
        return JournaledScene.open(crash);
    }

    @Test
    void theBaseOfTheFirstEditsIsKnownWhateverBecomesOfTheFiles() {
        try (var back = changedAfterCrash("Crate\n")) {
            assertEquals("Box at 7,0,0\nLid\n", text(back));
            assertEquals("Box\nLid\n", SceneText.print(back.opened().news().orElseThrow().base()));
            back.scene().undo();
            assertEquals("Box\nLid\n", text(back));
        }
    }

    @Test
    void withoutTheCopyAJournalIsPutAsideAndNotLost() throws IOException {
        var crash = directory.resolve("crash");
        crashAfter(set("Box", X, "7")).close(true);
        JournaledScene.write(crash.resolve("yard"), SceneText.read("Crate\n"));
        Files.writeString(crash.resolve("journal/base/main.composite"), "{}");
        try (var back = JournaledScene.open(crash)) {
            assertEquals("Crate\n", text(back));
            assertTrue(back.opened().notice().orElse("").contains("damaged"));
            assertTrue(Files.exists(crash.resolve("journal/journal.damaged")));
        }
    }

    @Test
    void whatCannotBeCopiedBeginsWithACheckpoint() throws IOException {
        var base = directory.resolve("journal/base");
        Files.createDirectories(base.resolve("scene.json/in the way"));
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.sync();
            JournaledScene.write(directory.resolve("yard"), SceneText.read("Crate\n"));
            try (var back = scene.crashed(directory.resolve("crash"))) {
                assertEquals("Box at 7,0,0\nLid\n", text(back));
            }
        }
    }

    @Test
    void anEditAfterSavingIsComparedWithWhatWasSaved() {
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.save();
            accepted(scene.scene(), set("Box", X, "9"));
            try (var back = scene.crashed(directory.resolve("crash"))) {
                assertEquals(Optional.empty(), back.opened().news());
                assertTrue(back.isDirty());
                back.scene().undo();
                assertFalse(back.isDirty());
            }
        }
    }

    @Test
    void whatIsNotSavedOnClosingIsCutBehindWhatWasSavedLast() throws IOException {
        try (var scene = open()) {
            accepted(scene.scene(), set("Box", X, "7"));
            scene.save();
            scene.sync();
            long saved = Files.size(scene.file());
            accepted(scene.scene(), set("Box", X, "9"));
            scene.close();
            assertEquals(saved, Files.size(scene.file()));
        }
    }
}
