// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IPath;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.resource.ResourceChange;
import org.scenewright.assets.Trash;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that is deleted, of whatever size, and comes back when that is undone: the local history
 * of the workspace leaves out what is large.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class Discard extends ResourceChange {
    private final IResource resource;
    private final Trash trash;

    Discard(IResource resource, Trash trash) {
        this.resource = resource;
        this.trash = trash;
    }

    @Override
    protected IResource getModifiedResource() {
        return resource;
    }

    @Override
    public String getName() {
        return "Delete " + resource.getFullPath().makeRelative();
    }

    @Override
    public Change perform(IProgressMonitor monitor) throws CoreException {
        try {
            resource.refreshLocal(IResource.DEPTH_INFINITE, null);
            var kept = trash.keep(place(), resource.getFullPath().makeRelative().toPath());
            resource.delete(IResource.KEEP_HISTORY, monitor);
            return new Restore(resource, kept, trash);
        } catch (IOException failure) {
            throw new CoreException(
                    Status.error(getName() + " failed: " + failure.getMessage(), failure));
        }
    }

    private Path place() throws IOException {
        return Optional.ofNullable(resource.getLocation())
                .map(IPath::toPath)
                .filter(place -> !resource.isLinked())
                .orElseThrow(() -> new IOException("it is not a file of the project itself"));
    }
}
