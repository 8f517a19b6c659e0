// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.AssetPlaces;

/**
 * Gives the scene editor its page in the Properties view, without either bundle importing the
 * other.
 */
public final class PropertyPages implements IAdapterFactory {

    @Override
    @SuppressWarnings("null") // the platform declares no nulls, and null is its answer for "none"
    public <T> @Nullable T getAdapter(Object adaptable, Class<T> type) {
        return type == IPropertySheetPage.class
                ? type.cast(new PropertyPage(places(adaptable)))
                : null;
    }

    @SuppressWarnings("null")
    private static AssetPlaces places(Object editor) {
        var places = Adapters.adapt(editor, AssetPlaces.class);
        return places == null ? AssetPlaces.none() : places;
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySheetPage.class};
    }
}
