// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.jspecify.annotations.Nullable;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Asks who leaves a shared scene, or quits, while something of it waits. The workbench lets nobody
 * ask who closes an editor that has nothing to save; those are told. UI thread.
 */
final class Parting implements IWorkbenchListener, AutoCloseable {
    private static final long FAREWELL_SECONDS = 3;

    private final IWorkbench workbench;
    private final Supplier<Waiting> all;
    private final Supplier<CompletableFuture<Void>> end;

    /**
     * @param all what waits of all scenes
     * @param end leaves all scenes, which takes a moment
     */
    Parting(IWorkbench workbench, Supplier<Waiting> all, Supplier<CompletableFuture<Void>> end) {
        this.workbench = workbench;
        this.all = all;
        this.end = end;
        workbench.addWorkbenchListener(this);
    }

    /** Whether somebody goes although this waits. */
    boolean isMeant(Waiting waiting) {
        return waiting.equals(Waiting.NOTHING)
                || MessageDialog.open(
                                MessageDialog.QUESTION,
                                shell(),
                                "Leave the Shared Scene",
                                Wording.leaving(waiting).replace("&", "&&"),
                                SWT.SHEET,
                                "Leave",
                                "Stay")
                        == 0;
    }

    /** A window that stays, unlike what is told in a corner. */
    private @Nullable Shell shell() {
        var window = workbench.getActiveWorkbenchWindow();
        return window == null ? null : window.getShell();
    }

    /** Whether all is about to end, of which the person was asked. */
    boolean isQuitting() {
        // Somebody else may still call it off after the person was asked.
        return workbench.isClosing();
    }

    @Override
    public boolean preShutdown(IWorkbench ending, boolean forced) {
        return forced || isMeant(all.get());
    }

    @Override
    public void postShutdown(IWorkbench ended) {
        // No window is left that could stand still, and the process ends by itself no later.
        end.get().completeOnTimeout(null, FAREWELL_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        workbench.removeWorkbenchListener(this);
    }
}
