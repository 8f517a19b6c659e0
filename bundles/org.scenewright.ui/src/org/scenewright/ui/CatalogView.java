// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

import java.util.Optional;

/** The view that shows the assets which scenes can be built from. */
public final class CatalogView extends ViewPart {
    public static final String ID = "org.scenewright.ui.catalog";

    private Optional<CatalogScreen> screen = Optional.empty();

    @Override
    @SuppressWarnings("null")
    public void createPartControl(Composite parent) {
        screen = Optional.of(new CatalogScreen(parent, getSite().getPage()));
    }

    Optional<CatalogScreen> screen() {
        return screen;
    }

    @Override
    public void setFocus() {
        screen.ifPresent(CatalogScreen::setFocus);
    }
}
