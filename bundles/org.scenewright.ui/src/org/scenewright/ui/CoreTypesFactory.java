// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Gives a workbench its {@link CoreTypes}, when somebody first asks. */
public final class CoreTypesFactory extends AbstractServiceFactory {

    @Override
    @SuppressWarnings({"null", "rawtypes"})
    public Object create(Class type, IServiceLocator parent, IServiceLocator locator) {
        return new CoreTypes();
    }
}
