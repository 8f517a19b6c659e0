// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.Status;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.scenewright.assets.Trash;

import java.io.IOException;

/** A file that comes back from the trash to where it was. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class Restore extends Change {
    private final IResource resource;
    private final Trash.Kept kept;
    private final Trash trash;

    Restore(IResource resource, Trash.Kept kept, Trash trash) {
        this.resource = resource;
        this.kept = kept;
        this.trash = trash;
    }

    @Override
    public String getName() {
        return "Bring back " + name();
    }

    private String name() {
        return resource.getFullPath().makeRelative().toString();
    }

    @Override
    public Object getModifiedElement() {
        return resource;
    }

    @Override
    public void initializeValidationData(IProgressMonitor monitor) {
        // What counts is what is there when it comes back.
    }

    @Override
    public RefactoringStatus isValid(IProgressMonitor monitor) {
        if (resource.exists()) {
            return RefactoringStatus.createFatalErrorStatus(name() + " is there again.");
        }
        return kept.isThere()
                ? new RefactoringStatus()
                : RefactoringStatus.createFatalErrorStatus(name() + " is no longer in the trash.");
    }

    @Override
    public Change perform(IProgressMonitor monitor) throws CoreException {
        try {
            kept.restore();
        } catch (IOException failure) {
            throw new CoreException(
                    Status.error(getName() + " failed: " + failure.getMessage(), failure));
        }
        Spot.discover(resource);
        return new Discard(resource, trash);
    }
}
