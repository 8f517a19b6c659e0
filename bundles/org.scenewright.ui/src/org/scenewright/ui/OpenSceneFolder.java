// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.swt.widgets.DirectoryDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/** File &gt; Open Scene Folder...: asks for a folder and opens the scene in it. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class OpenSceneFolder extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var dialog = new DirectoryDialog(window.getShell());
        dialog.setText("Open Scene Folder");
        dialog.setMessage(
                "The folder of a scene, with scene.json in it. It is linked, not copied.");
        // Otherwise GTK shows files that were used recently, and takes no path.
        dialog.setFilterPath(System.getProperty("user.home"));
        Optional.ofNullable(dialog.open())
                .ifPresent(folder -> SceneOpener.open(Path.of(folder), window, false));
        return null;
    }
}
