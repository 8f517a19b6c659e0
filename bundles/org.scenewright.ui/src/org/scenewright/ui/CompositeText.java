// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.ide.IDE;
import org.scenewright.scene.Problem;

import java.nio.file.Path;
import java.util.Arrays;

/** The file of a scene in a text editor, at the place where it cannot be read; UI thread. */
record CompositeText(OpenScene scene, IEditorPart editor) {
    private static final String TEXT_EDITOR = "org.eclipse.ui.DefaultTextEditor";

    /** Opens it, or says why that does not work. */
    void open() {
        try {
            var page = editor.getSite().getPage();
            int match = IWorkbenchPage.MATCH_INPUT | IWorkbenchPage.MATCH_ID;
            var text = page.openEditor(editor.getEditorInput(), TEXT_EDITOR, true, match);
            var problem = scene.session().unreadable();
            if (problem.isPresent()) {
                go(text, problem.get());
            }
        } catch (CoreException failure) {
            scene.say("No text editor could be opened: " + failure.getMessage());
        }
    }

    /** Opens that file or another one of the scene, or says why that does not work. */
    void open(Path file) {
        if (file.equals(scene.session().project().composite())) {
            open();
        } else {
            openOther(file);
        }
    }

    private void openOther(Path file) {
        try {
            IDE.openEditor(editor.getSite().getPage(), file.toUri(), TEXT_EDITOR, true);
        } catch (CoreException failure) {
            scene.say("No text editor could be opened: " + failure.getMessage());
        }
    }

    private void go(IEditorPart text, Problem problem) throws CoreException {
        var file = Workspace.marked(scene.session().project(), problem.file());
        if (file.isPresent()) {
            var markers = file.get().findMarkers(MarkerWriting.TYPE, true, IResource.DEPTH_ZERO);
            Arrays.stream(markers)
                    .filter(marker -> marker.getAttribute(IMarker.LINE_NUMBER, 0) == problem.line())
                    .findFirst()
                    .ifPresent(marker -> IDE.gotoMarker(text, marker));
        }
    }
}
