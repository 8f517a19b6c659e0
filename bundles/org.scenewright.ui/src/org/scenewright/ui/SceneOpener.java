// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;

import java.nio.file.Path;

/**
 * Opens a folder as a scene: links it in the background, then shows its composite in an editor; UI
 * thread.
 *
 * @param withPerspective whether the window changes to the Scene perspective
 */
record SceneOpener(SceneFolder folder, IWorkbenchWindow window, boolean withPerspective) {

    /**
     * Opens the scene of a place: its folder or any file in it; says what is missing where there is
     * none.
     */
    static void open(Path place, IWorkbenchWindow window, boolean withPerspective) {
        var folder = SceneFolder.of(place);
        folder.objection()
                .ifPresentOrElse(
                        objection ->
                                MessageDialog.openInformation(
                                        window.getShell(), "Open Scene Folder", objection),
                        () -> new SceneOpener(folder, window, withPerspective).start());
    }

    private void start() {
        Linking.start(folder, UiThread.current(), () -> folder.file().ifPresent(this::show));
    }

    private void show(IFile file) {
        try {
            if (withPerspective) {
                window.getWorkbench().showPerspective(ScenePerspective.ID, window);
            }
            IDE.openEditor(window.getActivePage(), file, SceneEditor.ID);
        } catch (WorkbenchException failure) {
            ILog.of(SceneOpener.class).error("The scene's editor could not be opened", failure);
        }
    }
}
