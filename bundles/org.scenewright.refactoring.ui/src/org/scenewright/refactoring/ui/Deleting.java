// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.CompositeChange;
import org.eclipse.ltk.core.refactoring.PerformChangeOperation;
import org.eclipse.ltk.core.refactoring.RefactoringCore;
import org.scenewright.assets.Trash;

import java.util.List;

/** Deletes files in the background, into the trash, and so that it can be undone. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class Deleting extends WorkspaceJob {
    private final List<IFile> files;

    private Deleting(List<IFile> files) {
        super("Deleting unused assets");
        this.files = files;
        setRule(ResourcesPlugin.getWorkspace().getRoot());
        setUser(true);
    }

    static void start(List<IFile> files) {
        if (!files.isEmpty()) {
            new Deleting(files).schedule();
        }
    }

    @Override
    public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
        var trash = trash();
        for (var file : files) {
            Spot.discover(file);
        }
        var changes =
                files.stream()
                        .filter(IResource::exists)
                        .map(file -> new Discard(file, trash))
                        .toArray(Change[]::new);
        var deletion = new CompositeChange("Clean Unused Assets", changes);
        deletion.initializeValidationData(monitor);
        var operation = new PerformChangeOperation(deletion);
        operation.setUndoManager(RefactoringCore.getUndoManager(), "Clean Unused Assets");
        operation.run(monitor);
        return Status.OK_STATUS;
    }

    /** That of the workspace, which lies beside its history. */
    private static Trash trash() {
        var state = Platform.getStateLocation(Platform.getBundle("org.scenewright.assets"));
        return new Trash(state.append("trash").toPath());
    }
}
