// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheetPage;

/** Stands for the bundle that has a page for the Properties view, which need not be there. */
final class SheetPages implements IAdapterFactory, AutoCloseable {

    SheetPages() {
        Platform.getAdapterManager().registerAdapters(this, SceneEditor.class);
    }

    @Override
    public <T> T getAdapter(Object editor, Class<T> type) {
        return type.cast(new PropertySheetPage());
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IPropertySheetPage.class};
    }

    @Override
    public void close() {
        Platform.getAdapterManager().unregisterAdapters(this);
    }
}
