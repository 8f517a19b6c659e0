// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.scenewright.content.AssetCatalog;

import java.util.Optional;
import java.util.function.Consumer;

/** The menu of an asset of the catalog. UI thread. */
final class CatalogMenu {
    private CatalogMenu() {}

    /**
     * @param told takes a sentence about what did not succeed
     */
    static void add(CatalogGrid grid, CatalogDeeds deeds, Consumer<String> told) {
        var menu = new Menu(grid.control());
        var place =
                item(menu, "Place in Scene\tEnter", () -> grid.chosen().ifPresent(deeds::place));
        var favour = item(menu, "Favourite\tF", () -> grid.chosen().ifPresent(deeds::favour));
        new MenuItem(menu, SWT.SEPARATOR);
        var shell = grid.control().getShell();
        var custom = new CustomDeeds(shell, UiThread.current(), told);
        var rename = item(menu, "Rename…", () -> own(grid, deeds).ifPresent(custom::rename));
        var delete = item(menu, "Delete…", () -> own(grid, deeds).ifPresent(custom::delete));
        new MenuItem(menu, SWT.SEPARATOR);
        item(menu, "Asset Packs…", () -> preferences(grid));
        menu.addListener(
                SWT.Show,
                event -> {
                    rename.setEnabled(own(grid, deeds).isPresent());
                    delete.setEnabled(own(grid, deeds).isPresent());
                    place.setEnabled(grid.chosen().isPresent() && mayPlace(deeds));
                    favour.setEnabled(grid.chosen().isPresent());
                    boolean isOne = grid.chosen().filter(deeds::isFavourite).isPresent();
                    favour.setText(isOne ? "Remove from Favourites\tF" : "Add to Favourites\tF");
                });
        grid.control().setMenu(menu);
    }

    private static boolean mayPlace(CatalogDeeds deeds) {
        return deeds.scene().filter(scene -> new SceneEdits(scene).areAllowed()).isPresent();
    }

    /** What is chosen, if it is an item that somebody made. */
    private static Optional<AssetCatalog.Entry> own(CatalogGrid grid, CatalogDeeds deeds) {
        return grid.chosen()
                .flatMap(asset -> deeds.catalog().find(asset.id()))
                .filter(CustomDeeds::isOne);
    }

    private static MenuItem item(Menu menu, String words, Runnable deed) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(words);
        item.addListener(SWT.Selection, event -> deed.run());
        return item;
    }

    private static void preferences(CatalogGrid grid) {
        PreferencesUtil.createPreferenceDialogOn(
                        grid.control().getShell(), PacksPage.ID, new String[] {PacksPage.ID}, null)
                .open();
    }
}
