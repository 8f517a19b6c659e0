// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives a workbench its {@link ProjectRuns}, when somebody first asks. */
public final class ProjectRunsFactory extends AbstractServiceFactory {

    /**
     * To be asked of the workbench itself: a service that is asked of a part ends with that part.
     */
    static ProjectRuns of(IWorkbench workbench) {
        return workbench.getService(ProjectRuns.class);
    }

    @Override
    @SuppressWarnings({"null", "rawtypes"})
    public Object create(Class type, IServiceLocator parent, IServiceLocator locator) {
        return new ProjectRuns();
    }
}
