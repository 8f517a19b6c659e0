// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IFolder;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.eclipse.search.ui.NewSearchUI;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Tree;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.ide.IDE;
import org.eclipse.ui.part.ISetSelectionTarget;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.scenewright.runtime.SceneSession;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A scene with two models, linked into a project of the workspace, for one test. */
abstract class LinkedScene {
    static final String COMPOSITE =
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
    static final String BELL = "{\"asset\":{\"generator\":\"bell\"}}";
    static final String CODE = "load('models/bell.glb'); load('bell.glb') // bell.glb\n";
    private static final String SETTINGS =
            "{\"scene\":{\"parcels\":[\"0,0\"],\"base\":\"0,0\"},\"main\":\"bin/index.js\"}";

    final Hands hands = new Hands();
    Path folder;
    IWorkbenchPage page;
    private IProject project;

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
        page = window.getActivePage();
    }

    @AfterEach
    void removeIt() throws IOException, CoreException {
        hands.rest();
        // Else the next test would take what was found here for its own.
        Stream.of(NewSearchUI.getQueries()).forEach(NewSearchUI::removeQuery);
        RefactoringCore.getUndoManager().flush();
        page.closeAllEditors(false);
        project.delete(true, true, null);
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    void write(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    String read(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    String composite() throws IOException {
        return read("assets/scene/main.composite");
    }

    IFile file(String path) {
        return project.getFile("files/" + path);
    }

    IFolder folder(String path) {
        return project.getFolder("files/" + path);
    }

    IProject project() {
        return project;
    }

    IEditorPart open() throws CoreException {
        var editor = IDE.openEditor(page, file("assets/scene/main.composite"));
        hands.until("the scene is open", () -> editor.getAdapter(SceneSession.class) != null);
        return editor;
    }

    /** Selects a file in the Project Explorer, which gets the keys. */
    IViewPart explore(IResource file) throws CoreException {
        var explorer = page.showView("org.eclipse.ui.navigator.ProjectExplorer");
        var chosen = new StructuredSelection(file);
        ((ISetSelectionTarget) explorer).selectReveal(chosen);
        hands.until(
                "it is selected",
                () -> chosen.equals(explorer.getSite().getSelectionProvider().getSelection()));
        hands.activate(page.getWorkbenchWindow().getShell());
        hands.until("its tree has the keys", () -> hasKeys(explorer));
        return explorer;
    }

    private static boolean hasKeys(IViewPart explorer) {
        explorer.setFocus();
        return Display.getCurrent().getFocusControl() instanceof Tree;
    }

    /** Does what a menu says to the active part. */
    void command(String name) {
        var handlers = page.getWorkbenchWindow().getService(IHandlerService.class);
        try {
            handlers.executeCommand("org.scenewright.refactoring.ui." + name, null);
        } catch (CommandException absent) {
            throw new AssertionError(name, absent);
        }
    }

    static void undo() throws CoreException {
        RefactoringCore.getUndoManager().performUndo(null, new NullProgressMonitor());
    }

    void checkAsBefore() throws IOException {
        assertEquals(COMPOSITE, composite());
        assertEquals(CODE, read("src/index.ts"));
        assertEquals(BELL, read("models/bell.glb"));
    }
}
