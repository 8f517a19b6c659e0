// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.dialogs.ElementListSelectionDialog;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.assets.ProjectUses.Unused;
import org.scenewright.scene.SceneProject;

import java.util.List;
import java.util.Optional;

/** Lists the files that nothing in a scene uses, and deletes those that are ticked. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class CleanUnused extends AbstractHandler {
    private static final String TITLE = "Clean Unused Assets";

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        // What was the active shell may be a dialog, which is gone by the time of the answer.
        var shell = HandlerUtil.getActiveWorkbenchWindow(event).getShell();
        var meant = ScenesMeant.of(event);
        var display = shell.getDisplay();
        start(
                monitor -> {
                    var scenes = meant.find();
                    display.execute(
                            () -> choose(shell, meant, scenes).ifPresent(s -> look(shell, s)));
                });
        return null;
    }

    private static void start(ICoreRunnable looking) {
        var job = Job.create("Looking for unused assets", looking);
        job.setUser(true);
        job.schedule();
    }

    private static Optional<SceneProject> choose(
            Shell shell, ScenesMeant meant, List<SceneProject> scenes) {
        if (shell.isDisposed()) {
            return Optional.empty();
        }
        if (scenes.isEmpty()) {
            MessageDialog.openInformation(shell, TITLE, meant.none());
            return Optional.empty();
        }
        return scenes.size() == 1 ? Optional.of(scenes.getFirst()) : choose(shell, scenes);
    }

    private static Optional<SceneProject> choose(Shell shell, List<SceneProject> scenes) {
        var labels =
                LabelProvider.createTextProvider(
                        element -> element instanceof SceneProject s ? s.directory() + "" : "");
        var dialog = new ElementListSelectionDialog(shell, labels);
        dialog.setTitle(TITLE);
        dialog.setMessage("There are several scenes. Which one is to be cleaned?");
        dialog.setMultipleSelection(false);
        dialog.setElements(scenes.toArray());
        return dialog.open() == Window.OK && dialog.getFirstResult() instanceof SceneProject scene
                ? Optional.of(scene)
                : Optional.empty();
    }

    /** All files of the scene are read for that. */
    private static void look(Shell shell, SceneProject scene) {
        start(
                monitor -> {
                    var unused = OpenScenes.now().unused(scene, UseShelf.ofWorkbench().of(scene));
                    shell.getDisplay().execute(() -> ask(shell, unused));
                });
    }

    private static void ask(Shell shell, Unneeded unused) {
        if (shell.isDisposed()) {
            return;
        }
        if (unused.files().isEmpty()) {
            MessageDialog.openInformation(shell, TITLE, unused.none());
            return;
        }
        var dialog = new UnusedDialog(shell, unused);
        if (dialog.open() == Window.OK) {
            delete(shell, unused.scene(), dialog.chosen());
        }
    }

    private static void delete(Shell shell, SceneProject scene, List<Unused> chosen) {
        var files = chosen.stream().flatMap(file -> known(scene, file).stream()).toList();
        Deleting.start(files);
        if (files.size() < chosen.size()) {
            int others = chosen.size() - files.size();
            MessageDialog.openInformation(
                    shell,
                    TITLE,
                    others + " of the files stay: no project of the workspace has them.");
        }
    }

    private static Optional<IFile> known(SceneProject scene, Unused file) {
        return Spot.file(scene, file.path()).or(() -> Spot.files(scene, file.path()).findFirst());
    }
}
