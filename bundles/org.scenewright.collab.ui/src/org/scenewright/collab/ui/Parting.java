// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;
import org.jspecify.annotations.Nullable;

import java.util.function.Supplier;

/**
 * Asks who leaves a shared scene, or quits, while something of it waits. The workbench lets nobody
 * ask who closes an editor that has nothing to save; those are told. UI thread.
 */
final class Parting implements IWorkbenchListener, AutoCloseable {
    private final IWorkbench workbench;
    private final Supplier<Waiting> all;

    /**
     * @param all what waits of all scenes
     */
    Parting(IWorkbench workbench, Supplier<Waiting> all) {
        this.workbench = workbench;
        this.all = all;
        workbench.addWorkbenchListener(this);
    }

    /** Whether somebody goes although this waits. */
    boolean isMeant(Waiting waiting) {
        return waiting.equals(Waiting.NOTHING)
                || MessageDialog.open(
                                MessageDialog.QUESTION,
                                shell(),
                                "Leave the Shared Scene",
                                Wording.leaving(waiting),
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
    public void postShutdown(IWorkbench ended) {}

    @Override
    public void close() {
        workbench.removeWorkbenchListener(this);
    }
}
