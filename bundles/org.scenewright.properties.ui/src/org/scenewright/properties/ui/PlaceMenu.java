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
 * @param named what the field says
 */
record PlaceMenu(Control owner, Optional<AssetPlaces.Place> place, FieldUses named) {
    /** The page that says which content server addresses lead to. */
    private static final String REALM = "org.scenewright.ui.realm";

    /** Opens where the pointer is. */
    void open() {
        Optional.ofNullable(owner.getMenu()).ifPresent(Menu::dispose);
        var menu = new Menu(owner);
        place.ifPresent(at -> fill(menu, at));
        named.finding().ifPresent(finding -> item(menu, "References", finding));
        owner.setMenu(menu);
    }

    private void fill(Menu menu, AssetPlaces.Place at) {
        at.hash().map(AssetHash::text).ifPresent(hash -> item(menu, "Copy Hash", copy(hash)));
        at.hash().ifPresent(hash -> item(menu, "Copy Address", copy(at.address())));
        item(menu, "Switch Realm…", this::switchRealm);
    }

    private void switchRealm() {
        PreferencesUtil.createPreferenceDialogOn(owner.getShell(), REALM, null, null).open();
    }

    private Runnable copy(String text) {
        return () -> ClipText.copy(owner.getDisplay(), text);
    }

    private static void item(Menu menu, String label, Runnable deed) {
        var item = new MenuItem(menu, SWT.PUSH);
        item.setText(label);
        item.addListener(SWT.Selection, e -> deed.run());
    }
}
