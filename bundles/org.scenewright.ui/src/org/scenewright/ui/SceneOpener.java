// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.WorkbenchException;
import org.eclipse.ui.ide.IDE;
import org.scenewright.runtime.Aside;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Opens a folder as a scene: looks at it and links it in the background, then shows its composite
 * in an editor; UI thread.
 *
 * @param withPerspective whether the window changes to the Scene perspective
 */
record SceneOpener(SceneFolder folder, IWorkbenchWindow window, boolean withPerspective) {

    /**
     * Opens the scene of a place: its folder or any file in it; says what is missing where there is
     * none.
     *
     * @return completes when the place has been looked at
     */
    static CompletableFuture<?> open(Path place, IWorkbenchWindow window, boolean withPerspective) {
        var ui = UiThread.current();
        var looking = Aside.ask(() -> Found.at(place));
        ui.then(
                looking,
                found -> new SceneOpener(found.folder, window, withPerspective).start(found.flaw));
        return looking;
    }

    /** What the disk says of a place. */
    private record Found(SceneFolder folder, Optional<String> flaw) {
        static Found at(Path place) {
            var folder = SceneFolder.of(place);
            return new Found(folder, folder.objection());
        }
    }

    private void start(Optional<String> flaw) {
        flaw.ifPresentOrElse(
                why -> MessageDialog.openInformation(window.getShell(), "Open Scene Folder", why),
                () -> Linking.start(folder, UiThread.current(), this::show));
    }

    /** The window may have been closed meanwhile. */
    private void show() {
        Optional.ofNullable(window.getActivePage()).ifPresent(this::show);
    }

    /** By its place, so that a scene opens even where a filter hides it from the workspace. */
    private void show(IWorkbenchPage page) {
        try {
            if (withPerspective) {
                window.getWorkbench().showPerspective(ScenePerspective.ID, window);
            }
            IDE.openEditor(page, folder.composite().toUri(), SceneEditor.ID, true);
        } catch (WorkbenchException failure) {
            ILog.of(SceneOpener.class).error("The scene's editor could not be opened", failure);
        }
    }
}
