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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

    /** Leaves of a journal that was just begun what was there at a stage of its beginning. */
    private static void rewind(Path journal, int stage) throws IOException {
        var whole = journal.resolve("journal");
        var settings = journal.resolve("base/scene.json");
        var composite = journal.resolve("base/main.composite");
        if (stage < 6) {
            tear(whole, journal.resolve("journal.new"));
        }
        if (stage < 5) {
            Files.delete(journal.resolve("journal.new"));
        }
        if (stage < 4) {
            tear(composite, composite.resolveSibling(".main.composite.1.tmp"));
        }
        if (stage < 3) {
            Files.delete(composite.resolveSibling(".main.composite.1.tmp"));
        }
        if (stage < 2) {
            tear(settings, settings.resolveSibling(".scene.json.1.tmp"));
        }
        if (stage < 1) {
            Files.delete(settings.resolveSibling(".scene.json.1.tmp"));
        }
    }

    /** Half of a file, under the name under which it is written before it is whole. */
    private static void tear(Path file, Path draft) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(draft, Arrays.copyOf(all, all.length / 2));
        Files.delete(file);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6})
    void whoeverIsKilledAtAnyStageOfTheBeginningGoesOnAsIfNothingHadBeen(int stage)
            throws IOException {
        var crash = directory.resolve("crash");
        crashAfter(set("Box", X, "7")).close(true);
        rewind(crash.resolve("journal"), stage);
        try (var back = JournaledScene.open(crash)) {
            boolean isThere = stage == 6;
            assertEquals(isThere, back.opened().notice().isPresent());
            assertEquals(isThere ? "Box at 7,0,0\nLid\n" : "Box\nLid\n", text(back));
            accepted(back.scene(), set("Lid", X, "3"));
            try (var again = back.crashed(directory.resolve("again"))) {
                JournaledScene.checkSame(back.scene(), again.scene());
            }
        }
    }

    private Path folderOf(String project) throws IOException {
        var place = Files.createDirectory(directory.resolve(project));
        return Files.createDirectory(Journal.folder(directory, SceneProject.of(place)));
    }

    @Test
    void projectsWithTheLongestNamesHaveFoldersForTheirJournals() throws IOException {
        assertTrue(Files.isDirectory(folderOf("y".repeat(254))));
        assertTrue(Files.isDirectory(folderOf("y".repeat(255))));
        assertTrue(Files.isDirectory(folderOf("ß\uD83D\uDE00".repeat(42))));
    }

    @Test
    void aNameThatLeavesRoomForWhatTellsItApartStaysWhole() throws IOException {
        var name = "y".repeat(218);
        assertTrue(String.valueOf(folderOf(name).getFileName()).startsWith(name + "-"));
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
