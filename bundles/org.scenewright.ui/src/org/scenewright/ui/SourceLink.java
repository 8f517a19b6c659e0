// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IHyperlink;
import org.eclipse.ui.ide.IDE;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A link to a line of a source file.
 *
 * @param line from 1
 */
record SourceLink(Path file, int line) implements IHyperlink {

    @Override
    public void linkEntered() {}

    @Override
    public void linkExited() {}

    @Override
    public void linkActivated() {
        Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(window -> window.getActivePage())
                .ifPresent(this::open);
    }

    private void open(IWorkbenchPage page) {
        try {
            var known = Workspace.files(file).findFirst();
            if (known.isPresent()) {
                open(page, known.get());
            } else {
                IDE.openEditor(page, file.toUri(), SourceMarkers.TEXT_EDITOR, true);
            }
        } catch (CoreException failure) {
            ILog.of(SourceLink.class).warn(file + " cannot be opened", failure);
        }
    }

    /** The workbench finds lines by markers alone. */
    private void open(IWorkbenchPage page, IFile known) throws CoreException {
        var marker = known.createMarker(IMarker.TEXT);
        try {
            marker.setAttribute(IMarker.LINE_NUMBER, line);
            IDE.openEditor(page, marker);
        } finally {
            marker.delete();
        }
    }
}
