// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;

import java.util.List;

/** The choice among scenes that are played together; hidden where there is none. UI thread. */
final class CastCombo {
    private final Combo combo;
    private List<String> shown = List.of();

    /**
     * @param parent lies out its children in a grid of two columns
     */
    CastCombo(Composite parent) {
        combo = new Combo(parent, SWT.READ_ONLY);
        combo.setData("id", "runtime.cast");
        combo.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, true, false, 2, 1));
        Shown.set(combo, false);
    }

    /** Offers these, of which the one stays chosen that was; touches nothing that is so already. */
    void show(List<String> titles) {
        if (!titles.equals(shown)) {
            int chosen = Math.min(chosen(), Math.max(0, titles.size() - 1));
            shown = titles;
            combo.setItems(titles.toArray(String[]::new));
            combo.select(chosen);
            Shown.set(combo, titles.size() > 1);
        }
    }

    /** The place of the one that is chosen. */
    int chosen() {
        return Math.max(0, combo.getSelectionIndex());
    }
}
