// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.scenewright.scene.SceneProject;

import java.util.List;

/** Tells the workspace, in the background, of files that were written past it. */
final class Refresh extends WorkspaceJob {
    private final SceneProject project;
    private final List<String> files;

    private Refresh(SceneProject project, List<String> files) {
        super("Refreshing saved files");
        this.project = project;
        this.files = files;
        setRule(Workspace.root());
        setSystem(true);
    }

    static void files(SceneProject project, List<String> files) {
        new Refresh(project, files).schedule();
    }

    @Override
    @SuppressWarnings("null")
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        for (var path : files) {
            var place = project.directory().resolve(path).toUri();
            for (var folder : Workspace.root().findContainersForLocationURI(place.resolve("."))) {
                know(folder, monitor);
            }
            // Those that it does not know yet, too.
            for (var file : Workspace.root().findFilesForLocationURI(place)) {
                file.refreshLocal(IResource.DEPTH_ZERO, monitor);
            }
        }
        return Status.OK_STATUS;
    }

    /** Makes a folder known, and each above it: a file of an unknown one cannot be. */
    private static void know(IContainer folder, IProgressMonitor monitor) throws CoreException {
        var above = folder.getParent();
        if (above != null && !folder.exists()) {
            know(above, monitor);
            folder.refreshLocal(IResource.DEPTH_ZERO, monitor);
        }
    }
}
