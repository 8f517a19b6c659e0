// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The road from a folder to an editor, whoever names the folder. */
class OpenSceneFolderTest {
    private final Robot robot = new Robot();
    private final IWorkbenchWindow window = PlatformUI.getWorkbench().getWorkbenchWindows()[0];

    @AfterEach
    void close() throws CoreException {
        window.getActivePage().closeAllEditors(false);
        for (var project : Workspace.root().getProjects()) {
            project.delete(true, true, null);
        }
    }

    private static Path scene(Path folder) {
        SceneText.boxes().write(folder);
        return folder;
    }

    private SceneEditor open(Path place) {
        var looking = SceneOpener.open(place, window, false);
        robot.until("somebody has looked at it", looking::isDone);
        robot.catchUp();
        // The editor may be the active one before it is opened, and again after that.
        robot.until("it is linked", OpenSceneFolderTest::isLinked);
        robot.catchUp();
        return robot.await(
                "the scene is shown",
                () ->
                        Optional.ofNullable(window.getActivePage().getActiveEditor())
                                .filter(SceneEditor.class::isInstance)
                                .map(SceneEditor.class::cast)
                                .filter(editor -> shows(editor, place)));
    }

    private static boolean isLinked() {
        return Stream.of(Job.getJobManager().find(null)).noneMatch(Linking.class::isInstance);
    }

    private List<String> tabs() {
        return Stream.of(window.getActivePage().getEditorReferences())
                .map(IWorkbenchPartReference::getTitle)
                .toList();
    }

    private void opens(Path place, String title) {
        var editor = open(place);
        robot.until("its tab says " + title, () -> editor.getTitle().equals(title));
    }

    private static boolean shows(SceneEditor editor, Path place) {
        var directory = editor.desk().scene().map(scene -> scene.session().project().directory());
        return editor.desk().pane().isPresent()
                && directory.equals(Optional.of(SceneFolder.of(place).directory()));
    }

    private static void delete(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<IProject> projects(Path folder) {
        return Workspace.folders(folder).map(IContainer::getProject).toList();
    }

    @Test
    void theFileMenuOffersIt() {
        var file = window.getShell().getMenuBar().getItem(0).getMenu();
        file.notifyListeners(SWT.Show, new Event());
        assertTrue(
                Arrays.stream(file.getItems())
                        .anyMatch(item -> item.getText().startsWith("Open Scene Folder")));
        file.notifyListeners(SWT.Hide, new Event());
    }

    @Test
    void aFolderBecomesAProjectAndOpens() {
        var folder = scene(OpenEditor.temporary().resolve("mine"));
        opens(folder, "mine");
        assertEquals("mine", projects(folder).getFirst().getName());
    }

    @Test
    void openingItAgainShowsTheSameEditor() {
        var folder = scene(OpenEditor.temporary().resolve("twice"));
        var first = open(folder);
        open(scene(OpenEditor.temporary().resolve("meanwhile")));
        assertEquals(first, open(folder.resolve("scene.json")));
        assertEquals(List.of("twice", "meanwhile"), tabs());
    }

    @Test
    void aSceneThatTheWorkspaceDoesNotShowOpensToo() {
        var folder = OpenEditor.temporary();
        open(scene(folder.resolve("outer")));
        var hidden = scene(folder.resolve("outer/node_modules/inner"));
        opens(hidden, "inner");
        assertEquals(List.of("outer", "inner"), tabs());
    }

    @Test
    void aSceneInTheFolderOfTheWorkspaceStaysAsItIs() throws IOException {
        var folder = scene(Workspace.root().getLocation().toPath().resolve("kept here"));
        try {
            open(folder);
            assertFalse(projects(folder).isEmpty());
            assertTrue(Files.notExists(folder.resolve(".project")));
        } finally {
            delete(folder);
        }
    }

    @Test
    void aFolderWithoutASceneSaysWhatIsMissing() {
        var answer = robot.answer("Open Scene Folder", "OK");
        SceneOpener.open(OpenEditor.temporary(), window, false);
        robot.until("somebody says what is missing", answer::given);
        assertEquals(List.of(), tabs());
    }
}
