// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.scenewright.content.CatalogAsset;

/** The Asset Catalog view, out of which hands take what they have searched for. */
final class CatalogShelf {
    private static final int MARGIN = 6;

    private final Robot robot;
    private final Text search;
    private final CatalogScreen screen;
    private final Canvas grid;

    CatalogShelf(Robot robot, OpenEditor open) throws PartInitException {
        this.robot = robot;
        var catalogs = CatalogsFactory.of(PlatformUI.getWorkbench());
        var view = (CatalogView) open.page().showView(CatalogView.ID);
        screen = view.screen().orElseThrow();
        robot.until("the shipped pack is read", () -> catalogs.holdings().isComplete());
        grid = robot.await("a grid", () -> Robot.find(Canvas.class, "catalog.grid"));
        search = Robot.find(Text.class, "catalog.search").orElseThrow();
    }

    /** Searches for an asset, which is then the only one that is shown; its id. */
    String find(String name) {
        search.setText(name);
        robot.until("it is found", () -> screen.count() == 1 && isChosen(name));
        return screen.chosen().map(CatalogAsset::id).orElseThrow();
    }

    private boolean isChosen(String name) {
        return screen.chosen().filter(asset -> asset.about().name().equals(name)).isPresent();
    }

    /** Presses on it, and moves as far as makes it a drag. */
    void lift() {
        robot.lift(grid, new Point(MARGIN + 20, MARGIN + 20));
    }

    void close() {
        search.setText("");
    }
}
