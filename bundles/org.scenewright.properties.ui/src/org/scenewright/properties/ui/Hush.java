// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Menu;

import java.util.Optional;

/** The tip of a control, silent while its menu is open, which it would cover. UI thread only. */
final class Hush {
    private final Control owner;
    private Optional<String> tip = Optional.empty();

    private Hush(Control owner) {
        this.owner = owner;
    }

    /** Keeps the tip of a control out of the way of its menu. */
    static void during(Menu menu, Control owner) {
        var hush = new Hush(owner);
        menu.addListener(SWT.Show, e -> hush.begin());
        menu.addListener(SWT.Hide, e -> hush.end());
    }

    private void begin() {
        tip = Optional.ofNullable(owner.getToolTipText());
        owner.setToolTipText(null);
    }

    /** What was chosen may have changed the tip meanwhile. */
    private void end() {
        if (!owner.isDisposed() && owner.getToolTipText() == null) {
            tip.ifPresent(owner::setToolTipText);
        }
    }
}
