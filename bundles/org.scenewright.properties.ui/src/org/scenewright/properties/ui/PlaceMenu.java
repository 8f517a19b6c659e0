// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.scenewright.content.AssetHash;
import org.scenewright.runtime.AssetPlaces;

import java.util.Optional;

/**
 * What can be done with the place of a file.
 *
 * @param owner what the menu is opened on
 */
record PlaceMenu(Control owner, Optional<AssetPlaces.Place> place) {
    /** The page that says which content server addresses lead to. */
    private static final String REALM = "org.scenewright.ui.realm";

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
        var realm = new MenuItem(menu, SWT.PUSH);
        realm.setText("Switch Realm...");
        realm.addListener(SWT.Selection, e -> switchRealm());
    }

    private void switchRealm() {
        PreferencesUtil.createPreferenceDialogOn(owner.getShell(), REALM, null, null).open();
    }

    private void item(Menu menu, String label, String text) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addListener(SWT.Selection, e -> ClipText.copy(owner.getDisplay(), text));
    }
}
