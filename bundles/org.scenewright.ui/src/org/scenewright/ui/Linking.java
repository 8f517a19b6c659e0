// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;

/** Makes the folder of a scene part of the workspace, in the background. */
final class Linking extends WorkspaceJob {
    private final SceneFolder folder;
    private final UiThread ui;
    private final Runnable afterwards;

    private Linking(SceneFolder folder, UiThread ui, Runnable afterwards) {
        super("Linking " + folder.directory());
        this.folder = folder;
        this.ui = ui;
        this.afterwards = afterwards;
        setRule(Workspace.root());
    }

    /**
     * Begins.
     *
     * @param afterwards runs on the UI thread once the folder is there
     */
    static void start(SceneFolder folder, UiThread ui, Runnable afterwards) {
        new Linking(folder, ui, afterwards).schedule();
    }

    @Override
    @SuppressWarnings("null")
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        var status = folder.link(monitor);
        ui.execute(afterwards);
        return status;
    }
}
