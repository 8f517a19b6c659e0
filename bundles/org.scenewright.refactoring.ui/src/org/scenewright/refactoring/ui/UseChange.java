// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.ltk.core.refactoring.Change;
import org.eclipse.ltk.core.refactoring.NullChange;
import org.eclipse.ltk.core.refactoring.RefactoringStatus;
import org.scenewright.assets.FileUse;

/** One text that is to say something else; the {@link FileChange} that it belongs to does it. */
@SuppressWarnings("null") // the platform's types say nothing about null
final class UseChange extends Change {
    private final FileUse use;
    private final String now;

    UseChange(FileUse use, String now) {
        this.use = use;
        this.now = now;
    }

    FileUse use() {
        return use;
    }

    String now() {
        return now;
    }

    @Override
    public String getName() {
        String place = use.component().isEmpty() && use.line() > 0 ? "line " + use.line() : "";
        return (place.isEmpty() ? use.place() : place) + ": " + use.text() + " → " + now;
    }

    @Override
    public void initializeValidationData(IProgressMonitor monitor) {
        // What is no more as it was is left alone.
    }

    @Override
    public RefactoringStatus isValid(IProgressMonitor monitor) {
        return new RefactoringStatus();
    }

    @Override
    public Change perform(IProgressMonitor monitor) {
        return new NullChange();
    }

    @Override
    public Object getModifiedElement() {
        return use.file();
    }
}
