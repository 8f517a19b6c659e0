// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchListener;

/**
 * Tells an editor that is closed for want of a workbench from one that a person closed, who was
 * asked what to do with unsaved changes; UI thread.
 *
 * <p>When the person logs off, the system takes the display away and with it all editors, and
 * nobody is asked.
 */
final class Ending implements IWorkbenchListener, AutoCloseable {
    private final IWorkbench workbench;
    private final Display display;
    private boolean isForced;

    Ending(IWorkbench workbench, Display display) {
        this.workbench = workbench;
        this.display = display;
        workbench.addWorkbenchListener(this);
    }

    /** Whether nobody was asked. */
    boolean isForced() {
        return isForced || hasNoDisplay();
    }

    /** Whether all that was to be seen is gone already. */
    boolean hasNoDisplay() {
        return display.isDisposed();
    }

    @Override
    @SuppressWarnings("null") // the platform's types say nothing about null
    public boolean preShutdown(IWorkbench ending, boolean forced) {
        isForced = forced;
        return true;
    }

    @Override
    @SuppressWarnings("null") // the platform's types say nothing about null
    public void postShutdown(IWorkbench ended) {
        // All editors are closed by then.
    }

    @Override
    public void close() {
        workbench.removeWorkbenchListener(this);
    }
}
