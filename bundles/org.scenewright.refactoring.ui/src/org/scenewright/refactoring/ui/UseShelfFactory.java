// SPDX-License-Identifier: EPL-2.0
package org.scenewright.refactoring.ui;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

/** Makes the one {@link UseShelf} of the workbench. */
public final class UseShelfFactory extends AbstractServiceFactory {

    @Override
    @SuppressWarnings("null") // the platform's types say nothing about null
    public Object create(Class service, IServiceLocator parent, IServiceLocator locator) {
        return new UseShelf();
    }
}
