// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.action.Action;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.actions.ActionFactory;
import org.eclipse.ui.part.ViewPart;

import java.util.Optional;
import java.util.function.Consumer;

/** The view that shows the assets which scenes can be built from. */
public final class CatalogView extends ViewPart {
    public static final String ID = "org.scenewright.ui.catalog";

    private Optional<CatalogScreen> screen = Optional.empty();

    @Override
    @SuppressWarnings("null")
    public void createPartControl(Composite parent) {
        var page = getSite().getPage();
        screen = Optional.of(new CatalogScreen(parent, page));
        var bars = getViewSite().getActionBars();
        bars.setGlobalActionHandler(
                ActionFactory.UNDO.getId(), new InScene("Undo", page, SceneEdits::undo));
        bars.setGlobalActionHandler(
                ActionFactory.REDO.getId(), new InScene("Redo", page, SceneEdits::redo));
    }

    /** What is placed from here can be undone here. */
    private static final class InScene extends Action {
        private final IWorkbenchPage page;
        private final Consumer<SceneEdits> deed;

        InScene(String words, IWorkbenchPage page, Consumer<SceneEdits> deed) {
            super(words);
            this.page = page;
            this.deed = deed;
        }

        @Override
        public void run() {
            SceneEditor.active(page).map(SceneEdits::new).ifPresent(deed);
        }
    }

    Optional<CatalogScreen> screen() {
        return screen;
    }

    @Override
    public void setFocus() {
        screen.ifPresent(CatalogScreen::setFocus);
    }
}
