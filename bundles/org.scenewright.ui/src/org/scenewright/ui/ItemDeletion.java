// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.ExecutionException;
import org.eclipse.core.commands.operations.AbstractOperation;
import org.eclipse.core.resources.IContainer;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IAdaptable;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Platform;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.PlatformUI;
import org.jspecify.annotations.Nullable;
import org.scenewright.assets.Trash;

import java.io.IOException;
import java.util.Optional;

/**
 * A folder of the workspace that goes to the trash, whatever the size of its files, and comes back
 * when that is undone.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class ItemDeletion extends AbstractOperation {
    private final IContainer folder;
    private volatile Optional<Trash.Kept> kept = Optional.empty();

    ItemDeletion(String name, IContainer folder) {
        super(name);
        this.folder = folder;
        addContext(PlatformUI.getWorkbench().getOperationSupport().getUndoContext());
    }

    /** Deletes it; from then on that can be undone. */
    static void begin(String name, IContainer folder, IProgressMonitor monitor)
            throws IOException, CoreException {
        var deletion = new ItemDeletion(name, folder);
        deletion.delete(monitor);
        PlatformUI.getWorkbench().getOperationSupport().getOperationHistory().add(deletion);
    }

    /** That of the workspace, which lies beside its history. */
    private static Trash trash() {
        var state = Platform.getStateLocation(Platform.getBundle("org.scenewright.assets"));
        return new Trash(state.append("trash").toPath());
    }

    private void delete(@Nullable IProgressMonitor monitor) throws IOException, CoreException {
        var place =
                Optional.ofNullable(folder.getLocation())
                        .map(IPath::toPath)
                        .filter(path -> !folder.isLinked())
                        .orElseThrow(() -> new IOException("its folder is not the project's own."));
        folder.refreshLocal(IResource.DEPTH_INFINITE, null);
        kept = Optional.of(trash().keep(place, folder.getFullPath().makeRelative().toPath()));
        folder.delete(IResource.KEEP_HISTORY, monitor);
    }

    @Override
    public boolean canUndo() {
        return kept.filter(Trash.Kept::isThere).isPresent();
    }

    @Override
    public IStatus execute(@Nullable IProgressMonitor monitor, @Nullable IAdaptable asked)
            throws ExecutionException {
        return redo(monitor, asked);
    }

    @Override
    public IStatus redo(@Nullable IProgressMonitor monitor, @Nullable IAdaptable asked)
            throws ExecutionException {
        try {
            delete(monitor);
            return Status.OK_STATUS;
        } catch (IOException | CoreException failure) {
            throw failure(failure);
        }
    }

    @Override
    public IStatus undo(@Nullable IProgressMonitor monitor, @Nullable IAdaptable asked)
            throws ExecutionException {
        try {
            if (kept.isPresent()) {
                kept.get().restore();
                folder.getParent().refreshLocal(IResource.DEPTH_INFINITE, monitor);
            }
            return Status.OK_STATUS;
        } catch (IOException | CoreException failure) {
            throw failure(failure);
        }
    }

    private ExecutionException failure(Exception failure) {
        return new ExecutionException(getLabel() + ": " + failure.getMessage(), failure);
    }
}
