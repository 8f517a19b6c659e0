// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
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
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.crdt.Entity;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Files that get another name take what names them along, and back. */
class RefactoringTest {
    private static final String COMPOSITE =
            """
            {
              "version": 1,
              "components": [
                {
                  "name": "core::GltfContainer",
                  "data": {
                    "512": { "json": { "src": "models/bell.glb" } },
                    "513": { "json": { "src": "models/other.glb" } }
                  }
                }
              ]
            }
            """;
    private static final String BELL = "{\"asset\":{\"generator\":\"bell\"}}";
    private static final String SETTINGS =
            "{\"scene\":{\"parcels\":[\"0,0\"],\"base\":\"0,0\"},\"main\":\"bin/index.js\"}";
    private static final String CODE = "load('models/bell.glb'); load('bell.glb') // bell.glb\n";

    private final Hands hands = new Hands();
    private Path folder;
    private IProject project;
    private IWorkbenchPage page;

    @BeforeEach
    void makeAScene() throws IOException, CoreException {
        folder = Files.createTempDirectory("refactored").toRealPath();
        write("assets/scene/main.composite", COMPOSITE);
        write("scene.json", SETTINGS);
        write("src/index.ts", CODE);
        write("models/bell.glb", BELL);
        write("models/other.glb", "{}");
        project = ResourcesPlugin.getWorkspace().getRoot().getProject(folder.getFileName() + "");
        project.create(null);
        project.open(null);
        project.getFolder("files").createLink(folder.toUri(), IResource.NONE, null);
        var window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];
        window.getShell().setBounds(0, 0, 1300, 850);
        window.getShell().forceActive();
        page = window.getActivePage();
    }

    @AfterEach
    void removeIt() throws IOException, CoreException {
        page.closeAllEditors(false);
        project.delete(true, true, null);
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    private String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private String composite() throws IOException {
        return read("assets/scene/main.composite");
    }

    private IFile file(String path) {
        return project.getFile("files/" + path);
    }

    private IFolder folder(String path) {
        return project.getFolder("files/" + path);
    }

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

    private static RefactoringStatus rename(IResource resource, String name) throws CoreException {
        var descriptor =
                (RenameResourceDescriptor)
                        RefactoringCore.getRefactoringContribution(RenameResourceDescriptor.ID)
                                .createDescriptor();
        descriptor.setResourcePath(resource.getFullPath());
        descriptor.setNewName(name);
        descriptor.setUpdateReferences(true);
        return perform(descriptor);
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

    private static void undo() throws CoreException {
        RefactoringCore.getUndoManager().performUndo(null, new NullProgressMonitor());
    }

    private void checkAsBefore() throws IOException {
        assertEquals(COMPOSITE, composite());
        assertEquals(CODE, read("src/index.ts"));
        assertEquals(BELL, read("models/bell.glb"));
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

    private IEditorPart open() throws CoreException {
        var editor = IDE.openEditor(page, file("assets/scene/main.composite"));
        hands.until("the scene is open", () -> editor.getAdapter(SceneSession.class) != null);
        return editor;
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
        open();
        var scene = Spot.of(file("models/bell.glb")).orElseThrow().scene();
        var query = new UseQuery(scene, List.of("models/bell.glb"));
        NewSearchUI.runQueryInForeground(page.getWorkbenchWindow(), query);
        var result = (UseResult) query.getSearchResult();
        assertEquals(3, result.getMatchCount());
    }

    @Test
    void cleaningListsWhatNothingUses() throws IOException, CoreException {
        write("models/spare.glb", "{ }");
        var scene = Spot.of(file("models/bell.glb")).orElseThrow().scene();
        var unused = OpenScenes.now().unused(scene, UseShelf.ofWorkbench().of(scene));
        assertEquals(1, unused.size());
        assertEquals("models/spare.glb", unused.getFirst().path());
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
        var explorer = page.showView("org.eclipse.ui.navigator.ProjectExplorer");
        var chosen = new StructuredSelection(file("models/bell.glb"));
        ((ISetSelectionTarget) explorer).selectReveal(chosen);
        hands.until(
                "it is selected",
                () -> chosen.equals(explorer.getSite().getSelectionProvider().getSelection()));
        explorer.setFocus();
        hands.then(() -> hands.isActive("Rename Resource"), () -> hands.x("key", "ctrl+a"));
        hands.then(() -> true, () -> hands.x("type", "--delay", "30", "gong.glb"));
        hands.then(
                () -> hands.button("Preview").isPresent(),
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
