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
import java.util.stream.Stream;

/** Lists the files that nothing in a scene uses, and deletes those that are ticked. */
@SuppressWarnings("null") // the platform's types say nothing about null
public final class CleanUnused extends AbstractHandler {

    @Override
    public @Nullable Object execute(ExecutionEvent event) {
        scene(event).ifPresent(scene -> clean(HandlerUtil.getActiveShell(event), scene));
        return null;
    }

    /** Looks in the background, because all files of the scene are read, and then asks. */
    private static void clean(Shell shell, SceneProject scene) {
        var display = shell.getDisplay();
        ICoreRunnable looking =
                monitor -> {
                    var unused = OpenScenes.now().unused(scene, UseShelf.ofWorkbench().of(scene));
                    display.execute(() -> ask(shell, scene, unused));
                };
        var job = Job.create("Looking for unused assets", looking);
        job.setUser(true);
        job.schedule();
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

    /** Of what is selected, or else of the editor. */
    private static Optional<SceneProject> scene(ExecutionEvent event) {
        var chosen = HandlerUtil.getCurrentSelection(event);
        var first =
                chosen instanceof IStructuredSelection some && !some.isEmpty()
                        ? Stream.of(some.getFirstElement())
                        : Stream.empty();
        return first.flatMap(e -> Stream.ofNullable(Adapters.adapt(e, IResource.class)))
                .flatMap(resource -> Spot.scenes(resource).stream())
                .findFirst()
                .or(
                        () ->
                                Optional.ofNullable(HandlerUtil.getActiveEditor(event))
                                        .map(editor -> editor.getAdapter(SceneSession.class))
                                        .map(SceneSession::project));
    }
}
