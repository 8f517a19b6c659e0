// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.ui.IStartup;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives a workbench its {@link Neighbours}, who are there as soon as it is. */
public final class NeighboursFactory extends AbstractServiceFactory implements IStartup {

    /** To be asked of the workbench itself, on the UI thread. */
    static Neighbours of(IWorkbench workbench) {
        return workbench.getService(Neighbours.class);
    }

    @Override
    public void earlyStartup() {
        var workbench = PlatformUI.getWorkbench();
        new UiThread(workbench.getDisplay()).execute(() -> of(workbench).look());
    }

    @Override
    @SuppressWarnings({"null", "rawtypes"})
    public Object create(Class type, IServiceLocator parent, IServiceLocator locator) {
        return new Neighbours(PlatformUI.getWorkbench());
    }
}
