// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.ui.OpenEditor.GREEN;

import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Instant;

/** Files that change while they are open are asked about, and never overwritten unasked. */
class SavingTest {
    private final Robot robot = new Robot();
    private OpenEditor open;

    @BeforeEach
    void openAScene() {
        open = new OpenEditor(robot, SceneText.boxes(), "saved");
        open.ready();
    }

    @AfterEach
    void closeIt() {
        open.close();
    }

    /** Somebody else calls the green box something else, in the file. */
    private void somebodyElseWrites(String name) throws IOException {
        var text =
                Files.readString(open.file())
                        .replaceFirst("\"Green\"|\"Lime\"", "\"" + name + "\"");
        Files.writeString(open.file(), text);
        Files.setLastModifiedTime(
                open.file(), FileTime.from(Instant.now().plusSeconds(name.length())));
    }

    private boolean fileSays(String name) {
        return open.lines().contains("\"value\": \"" + name + "\"");
    }

    private void editAndSave() {
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.page().saveEditor(open.editor(), false);
    }

    @Test
    void theTitleBearsAStarUntilItIsSaved() {
        assertFalse(open.editor().isDirty());
        editAndSave();
        robot.until("it is saved", () -> !open.editor().isDirty());
        assertTrue(fileSays("Verde"));
    }

    private void renameAndReopen(boolean forced) {
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.desk().ending().preShutdown(PlatformUI.getWorkbench(), forced);
        open.page().closeEditor(open.editor(), false);
        open = new OpenEditor(robot, open.file()).ready();
    }

    @Test
    void whatWasNotSavedComesBackWhenNobodyWasAsked() {
        renameAndReopen(true);
        assertEquals("Verde", open.snapshot().name(GREEN));
        robot.until("there is something to save", open.editor()::isDirty);
    }

    @Test
    void whatWasNotSavedIsGoneWhenAPersonWasAsked() {
        renameAndReopen(false);
        assertEquals("Green", open.snapshot().name(GREEN));
        assertFalse(open.editor().isDirty());
    }

    @Test
    void cancellingLeavesTheFileOfTheOthers() throws IOException {
        somebodyElseWrites("Lime");
        var answer = robot.answer("Changed on Disk", "Cancel");
        editAndSave();
        robot.until("it was asked", answer::given);
        assertTrue(fileSays("Lime"));
        assertTrue(open.editor().isDirty());
    }

    @Test
    void savingAsksAloneEvenIfTheChangeIsNoticedMeanwhile() throws IOException {
        somebodyElseWrites("Lime");
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        var answer = robot.answer("Changed on Disk", "Cancel");
        open.look();
        open.page().saveEditor(open.editor(), false);
        robot.until("it was asked", answer::given);
        assertTrue(fileSays("Lime"));
        assertTrue(open.editor().isDirty());
    }

    @Test
    void enterLosesNothingOfAnybodys() throws IOException {
        somebodyElseWrites("Lime");
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        var pressed = robot.enter("Changed on Disk");
        open.page().saveEditor(open.editor(), false);
        robot.until("it was asked", pressed::given);
        assertTrue(fileSays("Lime"));
        assertEquals("Verde", open.snapshot().name(GREEN));
    }

    @Test
    void aChangeOnDiskIsNoticedWithoutAnybodyLooking() throws IOException {
        // Else the workspace, which is still reading the folder, might come upon it.
        robot.until("the workspace is at rest", Job.getJobManager()::isIdle);
        somebodyElseWrites("Lime");
        robot.until("theirs is shown", () -> open.snapshot().name(GREEN).equals("Lime"));
    }

    @Test
    void whatCannotBeSavedIsSaidInADialog() throws IOException {
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        Files.delete(open.file());
        Files.createDirectories(open.file().resolve("a folder in its place"));
        var answer = robot.answer("Not Saved", "OK");
        open.page().saveEditor(open.editor(), false);
        robot.until("it was said", answer::given);
        assertTrue(open.editor().isDirty());
    }

    @Test
    void overwritingWritesOurs() throws IOException {
        somebodyElseWrites("Lime");
        var answer = robot.answer("Changed on Disk", "Overwrite");
        editAndSave();
        robot.until("it was asked", answer::given);
        robot.until("it is saved", () -> fileSays("Verde"));
    }

    @Test
    void reloadingShowsTheirs() throws IOException {
        somebodyElseWrites("Lime");
        var answer = robot.answer("Changed on Disk", "Reload");
        editAndSave();
        robot.until("it was asked", answer::given);
        robot.until("theirs is shown", () -> open.snapshot().name(GREEN).equals("Lime"));
        assertTrue(fileSays("Lime"));
    }

    @Test
    void aChangeOnDiskIsTakenInUnasked() throws IOException {
        somebodyElseWrites("Lime");
        open.look();
        robot.until("theirs is shown", () -> open.snapshot().name(GREEN).equals("Lime"));
        assertFalse(open.editor().isDirty());
    }

    @Test
    void aChangeOnDiskLeavesWhatIsNotSaved() throws IOException {
        somebodyElseWrites("Lime");
        open.rename(GREEN, "Verde");
        robot.until("there is something to save", open.editor()::isDirty);
        open.look();
        robot.settle();
        assertEquals("Verde", open.snapshot().name(GREEN));
        assertTrue(open.editor().isDirty());
        assertTrue(fileSays("Lime"));
    }

    @Test
    void aDeletedFileCanBeWrittenAgain() throws IOException {
        var before = open.lines();
        Files.delete(open.file());
        var answer = robot.answer("Deleted on Disk", "Write Again");
        open.look();
        robot.until("it was asked", answer::given);
        robot.until("it is there again", () -> Files.exists(open.file()));
        assertEquals(before, open.lines());
    }

    @Test
    void aDeletedFileLeavesTheSceneAsItIs() throws IOException {
        Files.delete(open.file());
        var answer = robot.answer("Deleted on Disk", "Leave It");
        open.look();
        robot.until("it was asked", answer::given);
        robot.settle();
        assertEquals("Green", open.snapshot().name(GREEN));
        assertTrue(Files.notExists(open.file()));
    }

    @Test
    void revertTakesAllBack() {
        open.rename(GREEN, "Verde");
        robot.until("there is something to revert", open.editor()::isDirty);
        var answer = robot.answer("Revert", "OK");
        open.command("org.eclipse.ui.file.revert");
        robot.until("it was asked", answer::given);
        robot.until("it is as in the file", () -> open.snapshot().name(GREEN).equals("Green"));
        robot.until("nothing is left to save", () -> !open.editor().isDirty());
    }
}
