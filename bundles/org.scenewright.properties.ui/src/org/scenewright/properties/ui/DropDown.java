// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;

import java.util.List;
import java.util.function.IntConsumer;

/** A list to choose from; it folds up when the entities that it was opened for are gone. */
final class DropDown {
    private final Slot slot;
    private final Combo combo;
    private Slot held;

    /**
     * @param chosen told the index that a person chose
     */
    DropDown(Slot slot, Form form, List<String> options, IntConsumer chosen) {
        this.slot = slot;
        this.held = slot.now();
        form.label(slot);
        combo = Form.unstyled(new Combo(form.grid(), SWT.READ_ONLY | SWT.DROP_DOWN));
        combo.setLayoutData(Form.fill());
        combo.setItems(options.toArray(String[]::new));
        combo.setData("field", slot.path().toString());
        combo.addListener(SWT.MouseVerticalWheel, Wheel::scroll);
        combo.addListener(SWT.Selection, e -> chosen.accept(combo.getSelectionIndex()));
    }

    /** Offers other options. */
    void offer(List<String> options) {
        if (!List.of(combo.getItems()).equals(options)) {
            combo.setItems(options.toArray(String[]::new));
        }
    }

    /** Shows one of the options, or none where the index is negative. */
    void show(int index) {
        var now = slot.now();
        if (!now.equals(held)) {
            held = now;
            combo.setListVisible(false);
        }
        if (index < 0) {
            combo.deselectAll();
        } else if (combo.getSelectionIndex() != index) {
            combo.select(index);
        }
    }
}
