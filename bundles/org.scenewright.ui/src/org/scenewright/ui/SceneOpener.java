// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;

import java.nio.file.Path;

/** Opens a folder as a scene: links it in the background, then shows its composite in an editor. */
final class SceneOpener extends WorkspaceJob {
    private final SceneFolder folder;
    private final IWorkbenchWindow window;
    private final UiThread ui;
    private final boolean withPerspective;

    private SceneOpener(SceneFolder folder, IWorkbenchWindow window, boolean withPerspective) {
        super("Opening " + folder.directory());
        this.folder = folder;
        this.window = window;
        this.ui = UiThread.current();
        this.withPerspective = withPerspective;
        setRule(Workspace.root());
        setUser(true);
    }

    /**
     * Opens the scene of a place: its folder or any file in it; says what is missing where there is
     * none.
     *
     * @param withPerspective whether the window changes to the Scene perspective
     */
    static void open(Path place, IWorkbenchWindow window, boolean withPerspective) {
        var folder = SceneFolder.of(place);
        folder.objection()
                .ifPresentOrElse(
                        objection ->
                                MessageDialog.openInformation(
                                        window.getShell(), "Open Scene Folder", objection),
                        () -> new SceneOpener(folder, window, withPerspective).schedule());
    }

    @Override
    @SuppressWarnings("null")
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        var status = folder.link(monitor);
        folder.file().ifPresent(file -> ui.execute(() -> show(file)));
        return status;
    }

    private void show(IFile file) {
        try {
            if (withPerspective) {
                window.getWorkbench().showPerspective(ScenePerspective.ID, window);
            }
            IDE.openEditor(window.getActivePage(), file, SceneEditor.ID);
        } catch (PartInitException failure) {
            log(failure);
        } catch (WorkbenchException failure) {
            log(failure);
        }
    }

    private static void log(WorkbenchException failure) {
        org.eclipse.core.runtime.ILog.of(SceneOpener.class)
                .log(Status.error("The scene's editor could not be opened", failure));
    }
}
