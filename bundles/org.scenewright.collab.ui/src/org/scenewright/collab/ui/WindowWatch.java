// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.ui.IWindowListener;
import org.eclipse.ui.IWorkbenchWindow;

import java.util.function.Consumer;

/** Tells of windows that open; UI thread. */
record WindowWatch(Consumer<IWorkbenchWindow> opened) implements IWindowListener {

    @Override
    public void windowOpened(IWorkbenchWindow window) {
        opened.accept(window);
    }

    @Override
    public void windowActivated(IWorkbenchWindow window) {}

    @Override
    public void windowDeactivated(IWorkbenchWindow window) {}

    @Override
    public void windowClosed(IWorkbenchWindow window) {}
}
