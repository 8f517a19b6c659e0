// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives a workbench its {@link Playhouse}, when the first scene is opened that has code. */
public final class PlayhouseFactory extends AbstractServiceFactory {

    /**
     * To be asked of the workbench itself: a service that is asked of a part ends with that part.
     */
    static Playhouse of(IWorkbench workbench) {
        return workbench.getService(Playhouse.class);
    }

    @Override
    @SuppressWarnings({"null", "rawtypes"})
    public Object create(Class type, IServiceLocator parent, IServiceLocator locator) {
        return new Playhouse();
    }
}
