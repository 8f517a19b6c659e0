// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.ltk.core.refactoring.CheckConditionsOperation;
import org.eclipse.ltk.core.refactoring.PerformRefactoringOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.ltk.core.refactoring.RefactoringDescriptor;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.eclipse.ltk.core.refactoring.resource.DeleteResourcesDescriptor;
import org.eclipse.ltk.core.refactoring.resource.MoveResourcesDescriptor;
import org.eclipse.ltk.core.refactoring.resource.RenameResourceDescriptor;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.ui.IEditorPart;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;

/** Files that get another name take what names them along, and back. */
class RefactoringTest extends LinkedScene {

    private static RefactoringStatus perform(RefactoringDescriptor descriptor)
            throws CoreException {
        var status = new RefactoringStatus();
        var refactoring = descriptor.createRefactoring(status);
        var operation =
                new PerformRefactoringOperation(
                        refactoring, CheckConditionsOperation.ALL_CONDITIONS);
        operation.run(new NullProgressMonitor());
        return operation.getConditionStatus();
    }

    static RefactoringStatus rename(IResource resource, String name) throws CoreException {
        return perform(renaming(resource, name));
    }

    static RefactoringDescriptor renaming(IResource resource, String name) {
        var descriptor =
                (RenameResourceDescriptor)
                        RefactoringCore.getRefactoringContribution(RenameResourceDescriptor.ID)
                                .createDescriptor();
        descriptor.setResourcePath(resource.getFullPath());
        descriptor.setNewName(name);
        descriptor.setUpdateReferences(true);
        return descriptor;
    }

    private static RefactoringStatus move(IFolder to, IResource... resources) throws CoreException {
        var descriptor =
                (MoveResourcesDescriptor)
                        RefactoringCore.getRefactoringContribution(MoveResourcesDescriptor.ID)
                                .createDescriptor();
        descriptor.setResourcesToMove(resources);
        descriptor.setDestination(to);
        descriptor.setUpdateReferences(true);
        return perform(descriptor);
    }

    @Test
    void aRenamedFileIsNamedAnewAndBack() throws IOException, CoreException {
        rename(file("models/bell.glb"), "gong.glb");
        assertEquals(COMPOSITE.replace("bell", "gong"), composite());
        assertEquals(BELL, read("models/gong.glb"));
        assertEquals(CODE.replace("models/bell", "models/gong"), read("src/index.ts"));
        undo();
        checkAsBefore();
    }

    @Test
    void whatTheWorkspaceHasNotSeenYetFollows() throws IOException, CoreException {
        write("new/folder/more.ts", "load('models/bell.glb')");
        rename(file("models/bell.glb"), "gong.glb");
        assertEquals("load('models/gong.glb')", read("new/folder/more.ts"));
    }

    @Test
    void aMovedFolderIsNamedAnewAndBack() throws IOException, CoreException {
        move(folder("assets"), folder("models"));
        assertEquals(COMPOSITE.replace("models/", "assets/models/"), composite());
        undo();
        checkAsBefore();
    }

    @Test
    void filesThatMoveTogetherAreNamedAnew() throws IOException, CoreException {
        move(folder("assets"), file("models/bell.glb"), file("models/other.glb"));
        assertEquals(COMPOSITE.replace("models/", "assets/"), composite());
        undo();
        checkAsBefore();
    }

    @Test
    void aUsedFileIsNotDeletedWithoutAWarning() throws CoreException {
        var descriptor =
                (DeleteResourcesDescriptor)
                        RefactoringCore.getRefactoringContribution(DeleteResourcesDescriptor.ID)
                                .createDescriptor();
        descriptor.setResources(new IResource[] {file("models/bell.glb")});
        var refactoring = descriptor.createRefactoring(new RefactoringStatus());
        var status = refactoring.checkAllConditions(new NullProgressMonitor());
        assertTrue(status.hasWarning());
        var said = status.toString();
        assertTrue(said.contains("models/bell.glb is used 3 times"), said);
        assertTrue(said.contains("512 core::GltfContainer.src"), said);
    }

    private static String source(IEditorPart editor) {
        return editor.getAdapter(SceneSession.class)
                .snapshot()
                .value(Entity.of(512, 0), "core::GltfContainer")
                .orElseThrow()
                .text("src", "");
    }

    @Test
    void anOpenSceneIsEditedAndSavedAndBack() throws IOException, CoreException {
        var editor = open();
        rename(file("models/bell.glb"), "gong.glb");
        assertEquals("models/gong.glb", source(editor));
        assertEquals(COMPOSITE.replace("bell", "gong"), composite());
        hands.until("it is saved", () -> !editor.isDirty());
        undo();
        assertEquals("models/bell.glb", source(editor));
        checkAsBefore();
    }

    @Test
    void anOpenSceneWithUnsavedEditsIsOnlyEdited() throws IOException, CoreException {
        var editor = open();
        var session = editor.getAdapter(SceneSession.class);
        session.post(new Edit.Despawn(List.of(Entity.of(513, 0))), Origin.USER).join();
        rename(file("models/bell.glb"), "gong.glb");
        assertEquals("models/gong.glb", source(editor));
        assertEquals(COMPOSITE, composite());
        undo();
        assertEquals("models/bell.glb", source(editor));
        assertTrue(session.status().dirty());
    }

    @Test
    void aSearchFindsEveryUse() throws CoreException {
        var session = open().getAdapter(SceneSession.class);
        session.post(new Edit.Rename(Entity.of(512, 0), "Bell"), Origin.USER).join();
        var scene = Spot.of(file("models/bell.glb")).orElseThrow().scene();
        var query = new UseQuery(scene, List.of("models/bell.glb"));
        NewSearchUI.runQueryInForeground(page.getWorkbenchWindow(), query);
        var result = (UseResult) query.getSearchResult();
        assertEquals(3, result.getMatchCount());
        assertTrue(
                Stream.of(result.getElements())
                        .map(found -> ((UseQuery.Found) found).label())
                        .anyMatch(label -> label.startsWith("Bell: assets/scene")));
    }

    @Test
    void cleaningListsWhatNothingUses() throws IOException, CoreException {
        write("models/spare.glb", "{ }");
        var scene = Spot.of(file("models/bell.glb")).orElseThrow().scene();
        var unused = OpenScenes.now().unused(scene, UseShelf.ofWorkbench().of(scene));
        assertEquals(1, unused.files().size());
        assertEquals("models/spare.glb", unused.files().getFirst().path());
        file("models/spare.glb").getParent().refreshLocal(IResource.DEPTH_ONE, null);
        Deleting.start(List.of(file("models/spare.glb")));
        hands.until("it is gone", () -> !file("models/spare.glb").exists());
        hands.until("it can be undone", () -> RefactoringCore.getUndoManager().anythingToUndo());
        undo();
        assertEquals("{ }", read("models/spare.glb"));
    }

    /** As people do it: F2, a name, the preview, Enter; and control and Z. */
    @Test
    void renamingInTheProjectExplorerShowsWhatFollows() throws IOException, CoreException {
        explore(file("models/bell.glb"));
        hands.then(() -> hands.isActive("Rename Resource"), () -> hands.x("key", "ctrl+a"));
        hands.then(
                () -> hands.selected().equals("bell.glb"),
                () -> hands.x("type", "--delay", "30", "gong.glb"));
        hands.then(
                () -> hands.typed().equals("gong.glb") && hands.button("Preview").isPresent(),
                () -> hands.click(hands.button("Preview").orElseThrow()));
        hands.then(() -> hands.showsItem("main.composite"), () -> {});
        hands.then(
                () -> hands.showsItem("models/bell.glb → models/gong.glb"),
                () -> hands.x("key", "Return"));
        hands.start();
        hands.x("key", "F2");
        hands.until("all is typed", hands::areDone);
        hands.until("it is renamed", () -> Files.exists(folder.resolve("models/gong.glb")));
        assertEquals(COMPOSITE.replace("bell", "gong"), composite());
        assertFalse(Files.exists(folder.resolve("models/bell.glb")));
        undo();
        checkAsBefore();
    }
}
