// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.Optional;

/** Project &gt; Post Saved Scenes...: where the scenes of a project go when they are saved. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class PostOnSave extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var shell = HandlerUtil.getActiveShellChecked(event);
        Optional.ofNullable(HandlerUtil.getActiveEditor(event))
                .filter(SceneEditor.class::isInstance)
                .map(SceneEditor.class::cast)
                .flatMap(editor -> editor.desk().scene())
                .ifPresent(scene -> ask(scene.session().project().directory(), shell));
        return null;
    }

    private static void ask(Path project, Shell shell) {
        var habits = ServerHabits.ofWorkspace();
        var dialog =
                new InputDialog(
                        shell,
                        "Post Saved Scenes",
                        "Each time a scene of "
                                + project.getFileName()
                                + " is saved, its files are posted to this address as JSON."
                                + " Empty: nowhere.",
                        habits.posted(project),
                        PostOnSave::objection);
        if (dialog.open() == Window.OK) {
            habits.keepPosted(project, dialog.getValue().strip());
        }
    }

    private static @Nullable String objection(String text) {
        boolean isGood = text.isBlank() || SceneOrder.isAddress(text.strip());
        return isGood ? null : "This is no address: https://…";
    }
}
