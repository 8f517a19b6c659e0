// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.progress.IProgressService;
import org.scenewright.runtime.Saved;
import org.scenewright.scene.Outcome;

import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Saving a scene by hand: the workbench goes on while it is written, and nothing of others is
 * overwritten unasked.
 */
record Saving(OpenScene scene, IWorkbenchSite site, DiskWatch disk) {
    private static final int MOST_SHOWN = 5;

    /**
     * Saves, and cancels the monitor where it did not come to it, so that a closing editor stays
     * open.
     */
    void save(IProgressMonitor monitor) {
        if (!disk.unasked(this::isSaved)) {
            monitor.setCanceled(true);
        }
    }

    private boolean isSaved() {
        return await(scene.session().save()).map(this::finish).orElse(false);
    }

    /** Whether the scene is saved, or somebody decided what to do instead. */
    private boolean finish(Saved saved) {
        return switch (saved) {
            case Saved.Written(var files) -> written(files);
            case Saved.ChangedOnDisk changed -> ask(changed);
            case Saved.Failed(var message) -> failed(message);
        };
    }

    private boolean written(List<String> files) {
        Refresh.files(scene.session().project(), files);
        scene.imports().complete();
        scene.say("");
        post();
        return true;
    }

    /** To where people want it posted, if anywhere. */
    private void post() {
        var project = scene.session().project();
        String address = ServerHabits.ofWorkspace().posted(project.directory());
        if (!address.isEmpty()) {
            var core = CoreTypes.of(PlatformUI.getWorkbench());
            new SavePosting(project, core, address, this::sayLater).schedule();
        }
    }

    private void sayLater(String sentence) {
        scene.ui().execute(() -> scene.say(sentence));
    }

    private boolean failed(String message) {
        MessageDialog.openError(site.getShell(), "Not Saved", message);
        return false;
    }

    private boolean ask(Saved.ChangedOnDisk changed) {
        return switch (disk.asking(() -> question(changed))) {
            case 0 -> await(scene.session().overwrite()).map(this::finish).orElse(false);
            case 1 ->
                    await(scene.session().revert())
                            .map(Outcome.Accepted.class::isInstance)
                            .orElse(false);
            default -> false;
        };
    }

    private int question(Saved.ChangedOnDisk changed) {
        var text =
                String.join(", ", changed.files())
                        + " changed on disk since it was opened here.\n\n"
                        + reasons(changed.reasons())
                        + "Overwrite it with this editor's contents, or reload it and lose the"
                        + " changes made here?";
        // Enter must lose nothing of anybody's.
        return new MessageDialog(
                        site.getShell(),
                        "Changed on Disk",
                        null,
                        text,
                        MessageDialog.QUESTION,
                        2,
                        "Overwrite",
                        "Reload",
                        "Cancel")
                .open();
    }

    private static String reasons(List<String> reasons) {
        String shown = String.join("\n", reasons.subList(0, Math.min(MOST_SHOWN, reasons.size())));
        String more = reasons.size() > MOST_SHOWN ? "\n…" : "";
        return reasons.isEmpty() ? "" : shown + more + "\n\n";
    }

    /**
     * Waits without blocking: events go on being handled, and a long wait shows progress that can
     * be cancelled.
     */
    private <T> Optional<T> await(CompletableFuture<T> future) {
        try {
            site.getService(IProgressService.class).busyCursorWhile(monitor -> join(future));
            return Optional.of(future.join());
        } catch (InvocationTargetException | CompletionException failure) {
            failed("The scene was not saved: " + failure.getCause());
            return Optional.empty();
        } catch (InterruptedException | OperationCanceledException canceled) {
            scene.say("The scene was not saved.");
            return Optional.empty();
        }
    }

    private static void join(CompletableFuture<?> future)
            throws InvocationTargetException, InterruptedException {
        try {
            future.get();
        } catch (ExecutionException failure) {
            throw new InvocationTargetException(failure.getCause());
        }
    }
}
