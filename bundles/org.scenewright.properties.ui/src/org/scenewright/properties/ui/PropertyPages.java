// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;

/**
 * Gives the scene editor its page in the Properties view, without either bundle importing the
 * other.
 */
public final class PropertyPages implements IAdapterFactory {

    @Override
    @SuppressWarnings("null") // the platform declares no nulls, and null is its answer for "none"
    public <T> @Nullable T getAdapter(Object adaptable, Class<T> type) {
        return type == IPropertySheetPage.class ? type.cast(new PropertyPage()) : null;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySheetPage.class};
    }
}
