// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.jface.window.Window;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.assets.ProjectUses.Unused;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.SceneProject;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lists the files that nothing in a scene uses, and deletes those that are ticked. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class CleanUnused extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        // What was the active shell may be a dialog, which is gone by the time of the answer.
        var shell = HandlerUtil.getActiveWorkbenchWindow(event).getShell();
        var scene = scene(event);
        var display = shell.getDisplay();
        ICoreRunnable looking =
                monitor ->
                        scene.get()
                                .ifPresent(
                                        of -> {
                                            var unused = unused(of);
                                            display.execute(() -> ask(shell, of, unused));
                                        });
        var job = Job.create("Looking for unused assets", looking);
        job.setUser(true);
        job.schedule();
        return null;
    }

    /** All files of the scene are read for that. */
    private static List<Unused> unused(SceneProject scene) {
        return OpenScenes.now().unused(scene, UseShelf.ofWorkbench().of(scene));
    }

    private static void ask(Shell shell, SceneProject scene, List<Unused> unused) {
        if (shell.isDisposed()) {
            return;
        }
        if (unused.isEmpty()) {
            MessageDialog.openInformation(
                    shell, "Clean Unused Assets", "Every asset of the scene is used.");
            return;
        }
        var dialog = new UnusedDialog(shell, unused);
        if (dialog.open() == Window.OK) {
            Deleting.start(files(scene, dialog.chosen()));
        }
    }

    private static List<IFile> files(SceneProject scene, List<Unused> chosen) {
        return chosen.stream().flatMap(u -> Spot.file(scene, u.path()).stream()).toList();
    }

    /** Of what is selected, or else of the editor; asking for it asks the disk. */
    private static Supplier<Optional<SceneProject>> scene(ExecutionEvent event) {
        var chosen = HandlerUtil.getCurrentSelection(event);
        var first =
                chosen instanceof IStructuredSelection some && !some.isEmpty()
                        ? Optional.ofNullable(
                                Adapters.adapt(some.getFirstElement(), IResource.class))
                        : Optional.<IResource>empty();
        var edited =
                Optional.ofNullable(HandlerUtil.getActiveEditor(event))
                        .map(editor -> editor.getAdapter(SceneSession.class))
                        .map(SceneSession::project);
        return () ->
                first.flatMap(resource -> Spot.scenes(resource).stream().findFirst())
                        .or(() -> edited);
    }
}
