// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.IMarkerResolution;
import org.eclipse.ui.IMarkerResolutionGenerator2;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.ide.IDE;

import java.nio.file.Path;
import java.util.Optional;

/** What can be done about a definition that stands against another one. UI thread. */
public final class SourceRemedies implements IMarkerResolutionGenerator2 {

    @Override
    public boolean hasResolutions(IMarker marker) {
        return OtherDefinition.of(marker).isPresent();
    }

    @Override
    public IMarkerResolution[] getResolutions(IMarker marker) {
        return OtherDefinition.of(marker).stream().toArray(IMarkerResolution[]::new);
    }

    /** To look at the other one. */
    private record OtherDefinition(String file, int line) implements IMarkerResolution {

        static Optional<OtherDefinition> of(IMarker marker) {
            return Optional.of(marker.getAttribute(SourceMarkers.OTHER, ""))
                    .filter(file -> !file.isEmpty())
                    .map(
                            file ->
                                    new OtherDefinition(
                                            file,
                                            marker.getAttribute(SourceMarkers.OTHER_LINE, 0)));
        }

        @Override
        public String getLabel() {
            return "Open the other definition in " + Path.of(file).getFileName();
        }

        @Override
        @SuppressWarnings("null")
        public void run(IMarker marker) {
            Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                    .map(window -> window.getActivePage())
                    .ifPresent(page -> open(page));
        }

        /** Both definitions are marked. */
        private void open(IWorkbenchPage page) {
            try {
                for (var other : Workspace.files(Path.of(file)).toList()) {
                    var there = SourceMarkers.of(other).filter(this::isThere).findFirst();
                    if (there.isPresent()) {
                        IDE.openEditor(page, there.get());
                        return;
                    }
                }
                IDE.openEditor(page, Path.of(file).toUri(), SourceMarkers.TEXT_EDITOR, true);
            } catch (CoreException failure) {
                ILog.of(SourceRemedies.class).warn("The definition cannot be opened", failure);
            }
        }

        private boolean isThere(IMarker marker) {
            return marker.getAttribute(IMarker.LINE_NUMBER, 0) == line;
        }
    }
}
