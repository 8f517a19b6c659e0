// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Adapters;
import org.eclipse.core.runtime.IAdapterFactory;
import org.eclipse.core.runtime.Platform;
import org.eclipse.ui.IEditorPart;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IViewPart;
import org.eclipse.ui.part.IContributedContentsView;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the Properties view on a scene while a view has the focus that has no properties to show
 * there, such as Problems, or from which files are dragged onto it, the Project Explorer; only
 * while the scene's editor is the active one.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class SheetKeeper implements IAdapterFactory, AutoCloseable {
    private final IEditorPart editor;

    SheetKeeper(IEditorPart editor) {
        this.editor = editor;
        Platform.getAdapterManager().registerAdapters(this, IViewPart.class);
    }

    @Override
    public Class<?>[] getAdapterList() {
        return new Class<?>[] {IContributedContentsView.class};
    }

    @Override
    public <T> @Nullable T getAdapter(Object adaptable, Class<T> type) {
        IContributedContentsView contents = () -> editor;
        return adaptable instanceof IViewPart view && yields(view) ? type.cast(contents) : null;
    }

    private boolean yields(IViewPart view) {
        var page = view.getSite().getPage();
        return page == editor.getSite().getPage()
                && page.getActiveEditor() == editor
                && (isOfFiles(view) || Adapters.adapt(view, IPropertySheetPage.class) == null);
    }

    /**
     * From there files are dragged onto fields, which must not go away when the mouse is pressed.
     */
    private static boolean isOfFiles(IViewPart view) {
        return view.getSite().getId().equals(IPageLayout.ID_PROJECT_EXPLORER);
    }

    @Override
    public void close() {
        Platform.getAdapterManager().unregisterAdapters(this, IViewPart.class);
    }
}
