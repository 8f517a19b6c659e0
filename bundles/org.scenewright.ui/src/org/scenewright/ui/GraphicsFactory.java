// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.services.AbstractServiceFactory;
import org.eclipse.ui.services.IServiceLocator;

import java.util.Optional;

/** Gives a workbench its {@link Graphics}: one for all windows and editors. */
public final class GraphicsFactory extends AbstractServiceFactory {

    @Override
    public Object create(
            @SuppressWarnings("rawtypes") Class type,
            IServiceLocator parent,
            IServiceLocator locator) {
        return Optional.ofNullable(parent.getService(Graphics.class)).orElseGet(Graphics::new);
    }
}
