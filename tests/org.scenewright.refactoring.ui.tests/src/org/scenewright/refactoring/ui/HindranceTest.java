// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ui.ide.IDE;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;

/** What cannot be renamed is told before, changes nothing, and spoils no later renaming. */
class HindranceTest extends LinkedScene {

    private RefactoringStatus rename() throws CoreException {
        return RefactoringTest.rename(file("models/bell.glb"), "gong.glb");
    }

    private void checkRenamed() throws IOException {
        assertEquals(COMPOSITE.replace("bell", "gong"), composite());
        assertEquals(CODE.replace("models/bell", "models/gong"), read("src/index.ts"));
        assertEquals(BELL, read("models/gong.glb"));
    }

    private void checkRefused(String sentence) throws IOException, CoreException {
        var status = rename();
        assertTrue(status.hasFatalError(), status.toString());
        assertTrue(status.toString().contains(sentence), status.toString());
        checkAsBefore();
    }

    private static void readOnly(IFile file, boolean isWanted) throws CoreException {
        var attributes = file.getResourceAttributes();
        attributes.setReadOnly(isWanted);
        file.setResourceAttributes(attributes);
    }

    @Test
    void aLockedEntityFollowsItsFile() throws IOException, CoreException {
        var session = open().getAdapter(SceneSession.class);
        var entity = Entity.of(512, 0);
        var lock = new Edit.Put(entity, SceneSnapshot.LOCK, Value.fields("value", Value.of(true)));
        assertTrue(session.post(lock, Origin.USER).join() instanceof Outcome.Accepted);
        assertTrue(rename().isOK());
        var source = session.snapshot().value(entity, "core::GltfContainer").orElseThrow();
        assertEquals("models/gong.glb", source.text("src", ""));
    }

    @Test
    void aFileThatMayNotBeWrittenIsToldBefore() throws IOException, CoreException {
        var composite = file("assets/scene/main.composite");
        readOnly(composite, true);
        checkRefused("assets/scene/main.composite");
        readOnly(composite, false);
        assertTrue(rename().isOK());
        checkRenamed();
    }

    @Test
    void aReadOnlyFileThatOnlyMayNameItIsNoHindrance() throws IOException, CoreException {
        String code = "load('bell.glb')\n";
        write("src/index.ts", code);
        var source = file("src/index.ts");
        source.refreshLocal(IResource.DEPTH_ZERO, null);
        readOnly(source, true);
        var status = rename();
        readOnly(source, false);
        assertFalse(status.hasFatalError(), status.toString());
        assertTrue(
                status.toString().contains("src/index.ts is read-only and stays as it is."),
                status.toString());
        assertEquals(COMPOSITE.replace("bell", "gong"), composite());
        assertEquals(code, read("src/index.ts"));
    }

    @Test
    void aTextThatChangedOnDiskUnderItsEditorIsToldBefore() throws IOException, CoreException {
        IDE.openEditor(page, file("src/index.ts"));
        var source = folder.resolve("src/index.ts");
        var later = FileTime.fromMillis(Files.getLastModifiedTime(source).toMillis() + 5000);
        Files.setLastModifiedTime(source, later);
        checkRefused("src/index.ts cannot be changed: it has changed on disk");
    }

    @Test
    void aNameThatIsTakenIsToldBefore() throws IOException, CoreException {
        Files.createDirectory(folder.resolve("models/gong.glb"));
        checkRefused("gong.glb is there already.");
        Files.delete(folder.resolve("models/gong.glb"));
        assertTrue(rename().isOK());
        checkRenamed();
    }

    private Change renaming() throws CoreException {
        var descriptor = RefactoringTest.renaming(file("models/bell.glb"), "gong.glb");
        var refactoring = descriptor.createRefactoring(new RefactoringStatus());
        refactoring.checkAllConditions(new NullProgressMonitor());
        var change = refactoring.createChange(new NullProgressMonitor());
        change.initializeValidationData(new NullProgressMonitor());
        return change;
    }

    @Test
    void whatAnEditorCannotSaveIsTakenBackAndTold() throws IOException, CoreException {
        IDE.openEditor(page, file("src/index.ts"));
        var open = OpenText.of(file("src/index.ts")).orElseThrow().buffer();
        var change = renaming();
        readOnly(file("src/index.ts"), true);
        checkFails(change);
        readOnly(file("src/index.ts"), false);
        assertEquals(CODE, open.getDocument().get());
        assertFalse(open.isDirty());
        checkAsBefore();
        assertTrue(rename().isOK());
        checkRenamed();
    }

    private void checkFails(Change change) {
        var told = new AtomicBoolean();
        hands.then(
                () -> hands.labels().anyMatch(l -> l.getText().contains("Nothing was renamed")),
                () -> {
                    told.set(true);
                    hands.closeDialogs();
                });
        hands.start();
        assertThrows(
                OperationCanceledException.class,
                () -> new PerformChangeOperation(change).run(new NullProgressMonitor()));
        hands.until("it is told", told::get);
    }

    @Test
    void whatFailsHalfwayIsTakenBackAndToldAndTheNextNameIsFollowed()
            throws IOException, CoreException {
        var change = renaming();
        Files.delete(folder.resolve("src/index.ts"));
        checkFails(change);
        write("src/index.ts", CODE);
        file("src/index.ts").refreshLocal(0, null);
        checkAsBefore();
        assertTrue(rename().isOK());
        checkRenamed();
    }
}
