// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Control;

/** Shows and hides controls of a grid so that hidden ones take no room; UI thread. */
final class Shown {
    private Shown() {}

    static void set(Control control, boolean isShown) {
        if (control.getLayoutData() instanceof GridData place && place.exclude == isShown) {
            place.exclude = !isShown;
            control.setVisible(isShown);
            control.requestLayout();
        }
    }
}
