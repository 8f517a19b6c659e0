// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveFactory;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.IConsoleConstants;

/**
 * The perspective for building scenes: the editor large in the middle, tree and properties beside
 * it.
 */
public final class ScenePerspective implements IPerspectiveFactory {
    public static final String ID = "org.scenewright.ui.scene";

    @Override
    @SuppressWarnings("null")
    public void createInitialLayout(IPageLayout page) {
        // Whoever comes here opens a scene soon.
        CoreTypes.of(PlatformUI.getWorkbench());
        var editor = page.getEditorArea();
        page.createFolder("left", IPageLayout.LEFT, 0.17f, editor)
                .addView(IPageLayout.ID_PROJECT_EXPLORER);
        page.createFolder("catalog", IPageLayout.BOTTOM, 0.40f, "left").addView(CatalogView.ID);
        page.createFolder("right", IPageLayout.RIGHT, 0.70f, editor)
                .addView(IPageLayout.ID_OUTLINE);
        page.createFolder("properties", IPageLayout.BOTTOM, 0.42f, "right")
                .addView(IPageLayout.ID_PROP_SHEET);
        var bottom = page.createFolder("bottom", IPageLayout.BOTTOM, 0.82f, editor);
        bottom.addView(IPageLayout.ID_PROBLEM_VIEW);
        bottom.addView(IPageLayout.ID_PROGRESS_VIEW);
        bottom.addView(IConsoleConstants.ID_CONSOLE_VIEW);
        bottom.addView(RuntimeView.ID);
        bottom.addPlaceholder(MessagesView.ID);
        page.addShowViewShortcut(IPageLayout.ID_OUTLINE);
        page.addShowViewShortcut(IConsoleConstants.ID_CONSOLE_VIEW);
        page.addShowViewShortcut(CatalogView.ID);
        page.addShowViewShortcut(RuntimeView.ID);
        page.addShowViewShortcut(MessagesView.ID);
        page.addShowViewShortcut(IPageLayout.ID_PROP_SHEET);
        page.addShowViewShortcut(IPageLayout.ID_PROBLEM_VIEW);
        page.addShowViewShortcut(IPageLayout.ID_PROJECT_EXPLORER);
    }
}
