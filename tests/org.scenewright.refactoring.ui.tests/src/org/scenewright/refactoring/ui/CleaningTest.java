// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Files that nothing uses, or that something does, are deleted by key and mouse. */
class CleaningTest extends LinkedScene {
    private static final String USED = "models/bell.glb is used 3 times:";

    private boolean exists(String path) {
        return Files.exists(folder.resolve(path));
    }

    /** Space takes the tick of the first file away; the button deletes the other. */
    @Test
    void theDialogDeletesOnlyWhatIsTicked() throws IOException, CoreException {
        write("models/extra.glb", "{  }");
        write("models/spare.glb", "{ }");
        explore(file("models/bell.glb"));
        hands.then(
                () -> hands.isActive("Clean Unused Assets"),
                () -> assertTrue(hands.table("unused").setFocus()));
        hands.then(() -> hands.table("unused").isFocusControl(), () -> hands.x("key", "space"));
        hands.then(
                () -> ticked().equals("models/spare.glb"),
                () -> hands.click(hands.button("Delete").orElseThrow()));
        hands.then(() -> hands.isActive("Delete Unused Assets"), () -> hands.x("key", "Return"));
        hands.start();
        command("clean");
        hands.until("all is typed", hands::areDone);
        hands.until("one is gone", () -> !exists("models/spare.glb"));
        hands.until("it can be undone", () -> RefactoringCore.getUndoManager().anythingToUndo());
        assertEquals("{  }", read("models/extra.glb"));
        undo();
        assertEquals("{ }", read("models/spare.glb"));
        checkAsBefore();
    }

    @Test
    void thumbnailsAreNotTickedBeforePeopleDo() throws IOException, CoreException {
        write("images/scene-thumbnail.png", "");
        write("models/box/thumbnail.png", "");
        write("models/spare.glb", "{ }");
        folder("").refreshLocal(IResource.DEPTH_INFINITE, null);
        explore(file("models/bell.glb"));
        hands.then(
                () -> hands.isActive("Clean Unused Assets") && ticked().equals("models/spare.glb"),
                () -> hands.click(hands.button("Select All").orElseThrow()));
        hands.then(
                () -> ticked().contains("images/scene-thumbnail.png"),
                () -> hands.click(hands.button("Select None").orElseThrow()));
        hands.then(() -> ticked().isEmpty(), () -> hands.x("key", "Escape"));
        hands.start();
        command("clean");
        hands.until("all is typed", hands::areDone);
        hands.until("the dialog is gone", () -> !hands.isOpen("Clean Unused Assets"));
    }

    private String ticked() {
        return Stream.of(hands.table("unused").getItems())
                .filter(item -> item.getChecked())
                .map(item -> item.getText())
                .reduce("", String::concat);
    }

    /** The local history would not keep it. */
    @Test
    void whatIsLargeComesBackByteForByteAndGoesAgain() throws IOException, CoreException {
        byte[] bytes = new byte[2 << 20];
        new Random(1).nextBytes(bytes);
        Files.write(folder.resolve("models/spare.glb"), bytes);
        file("models/spare.glb").getParent().refreshLocal(IResource.DEPTH_ONE, null);
        Deleting.start(List.of(file("models/spare.glb")));
        hands.until("it is gone", () -> !exists("models/spare.glb"));
        hands.until("it can be undone", () -> RefactoringCore.getUndoManager().anythingToUndo());
        undo();
        assertArrayEquals(bytes, file("models/spare.glb").readAllBytes());
        RefactoringCore.getUndoManager().performRedo(null, new NullProgressMonitor());
        assertFalse(exists("models/spare.glb"));
        undo();
        assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("models/spare.glb")));
    }

    /** Waits for a window of the command, which then goes without having done anything. */
    private void checkShown(BooleanSupplier shown) {
        var isSeen = new AtomicBoolean();
        hands.then(
                () -> hands.isActive("Clean Unused Assets") && shown.getAsBoolean(),
                () -> {
                    isSeen.set(true);
                    hands.x("key", "Escape");
                });
        hands.start();
        command("clean");
        hands.until("all is typed", hands::areDone);
        assertTrue(isSeen.get());
        hands.until("the dialog is gone", () -> !hands.isOpen("Clean Unused Assets"));
    }

    private boolean says(String sentence) {
        return hands.labels().anyMatch(label -> label.getText().contains(sentence));
    }

    @Test
    void nothingIsTickedWhereTheCompositeCannotBeRead() throws IOException, CoreException {
        write("assets/scene/main.composite", COMPOSITE.substring(0, COMPOSITE.length() - 9));
        write("models/spare.glb", "{ }");
        explore(file("models/bell.glb"));
        checkShown(
                () ->
                        hands.lists("unused", 2)
                                && ticked().isEmpty()
                                && hands.button("Delete").isEmpty()
                                && hands.text("doubts").startsWith("assets/scene/main.composite"));
    }

    /** An editor that is active says nothing then. */
    @Test
    void whatIsSelectedSaysWhichSceneIsCleaned() throws IOException, CoreException {
        write("inner/scene.json", "{}");
        write("inner/models/spare.glb", "{ }");
        folder("").refreshLocal(IResource.DEPTH_INFINITE, null);
        open();
        explore(file("inner/models/spare.glb"));
        checkShown(
                () ->
                        says("Files that nothing in the scene inner uses")
                                && hands.lists("unused", 1));
    }

    @Test
    void whatIsInNoSceneIsTold() throws CoreException {
        var plain = project().getFile("plain.txt");
        plain.create(new byte[0], true, false, null);
        open();
        explore(plain);
        checkShown(() -> says("/plain.txt is in no scene."));
    }

    @Test
    void ofSeveralScenesOneIsAskedFor() throws IOException, CoreException {
        for (var name : List.of("one", "two")) {
            project().getFolder(name).create(true, true, null);
            project().getFile(name + "/scene.json").create("{}".getBytes(UTF_8), true, false, null);
        }
        explore(project());
        checkShown(() -> says("There are several scenes.") && hands.shows(""));
        var found = ScenesMeant.of(List.of(project())).find();
        assertEquals(
                List.of(folder.getFileName() + "", "one", "two"),
                found.stream().map(s -> s.directory().getFileName() + "").toList());
    }

    @Test
    void aUsedFileStaysWhenTheWarningIsRefused() throws IOException, CoreException {
        explore(file("models/bell.glb"));
        hands.then(() -> hands.isActive("Delete Resources"), () -> hands.x("key", "Return"));
        // A key before the list has the keys is lost, and the list stays for ever.
        hands.then(() -> hands.shows(USED), () -> hands.x("key", "Escape"));
        hands.start();
        hands.x("key", "Delete");
        hands.until("all is typed", hands::areDone);
        hands.until("the dialog is gone", () -> !hands.isOpen("Delete Resources"));
        assertTrue(file("models/bell.glb").exists());
        checkAsBefore();
    }

    @Test
    void aUsedFileGoesWhenTheWarningIsReadAndComesBack() throws IOException, CoreException {
        var read = new AtomicBoolean();
        explore(file("models/bell.glb"));
        hands.then(() -> hands.isActive("Delete Resources"), () -> hands.x("key", "Return"));
        hands.then(
                () -> hands.shows(USED) && hands.button("Continue").isPresent(),
                () -> {
                    read.set(true);
                    hands.click(hands.button("Continue").orElseThrow());
                });
        hands.start();
        hands.x("key", "Delete");
        hands.until("all is typed", hands::areDone);
        assertTrue(read.get());
        hands.until("it is gone", () -> !exists("models/bell.glb"));
        hands.until("the dialog is gone", () -> !hands.isOpen("Delete Resources"));
        undo();
        checkAsBefore();
    }
}
