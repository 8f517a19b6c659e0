// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives a workbench its {@link SharedScenes}, when somebody first asks. */
public final class SharedScenesFactory extends AbstractServiceFactory {

    /**
     * To be asked of the workbench itself: a service that is asked of a part ends with that part.
     */
    static SharedScenes of(IWorkbench workbench) {
        return workbench.getService(SharedScenes.class);
    }

    @Override
    @SuppressWarnings({"null", "rawtypes"})
    public Object create(Class type, IServiceLocator parent, IServiceLocator locator) {
        return new SharedScenes(PlatformUI.getWorkbench());
    }
}
