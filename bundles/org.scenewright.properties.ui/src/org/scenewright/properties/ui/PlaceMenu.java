// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.content.AssetHash;
import org.scenewright.runtime.AssetPlaces;

import java.util.Optional;

/**
 * What can be done with the place of a file.
 *
 * @param owner what the menu is opened on
 */
record PlaceMenu(Control owner, Optional<AssetPlaces.Place> place) {

    /** Opens where the pointer is. */
    void open() {
        Optional.ofNullable(owner.getMenu()).ifPresent(Menu::dispose);
        var menu = new Menu(owner);
        place.ifPresent(at -> fill(menu, at));
        owner.setMenu(menu);
    }

    private void fill(Menu menu, AssetPlaces.Place at) {
        at.hash().map(AssetHash::text).ifPresent(hash -> item(menu, "Copy Hash", hash));
        at.hash().ifPresent(hash -> item(menu, "Copy Address", at.address()));
    }

    private void item(Menu menu, String label, String text) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addListener(SWT.Selection, e -> ClipText.copy(owner.getDisplay(), text));
    }
}
