// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A set of named bits: a button that names those that are on, and a menu that switches each. */
final class MaskField implements FieldView {
    private final Slot slot;
    private final Button button;
    private final Menu menu;
    private final Map<MenuItem, Long> bits = new LinkedHashMap<>();

    MaskField(List<Schema.Option> options, Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        button = new Button(form.grid(), SWT.PUSH | SWT.LEFT);
        button.setLayoutData(Form.fill());
        button.setData("field", slot.path().toString());
        button.addListener(SWT.Selection, e -> open());
        // As the button's own menu it is disposed of with the button.
        menu = new Menu(button);
        button.setMenu(menu);
        for (var option : options) {
            if (option.value() instanceof Value.Num(var number) && number != 0) {
                add(ChoiceField.words(option.label()), (long) number);
            }
        }
        refresh();
    }

    private long mask() {
        return slot.value() instanceof Value.Num(var number) ? (long) number : 0;
    }

    private void add(String name, long bit) {
        var item = new MenuItem(menu, SWT.CHECK);
        item.setText(name);
        item.addListener(SWT.Selection, e -> slot.write(Value.of(mask() ^ bit)));
        bits.put(item, bit);
    }

    private void open() {
        var bounds = button.getBounds();
        menu.setLocation(button.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    @Override
    public void refresh() {
        bits.forEach((item, bit) -> item.setSelection((mask() & bit) != 0));
        String shown = slot.shown().isMixed() ? "\u2014" : names();
        if (!button.getText().equals(shown)) {
            button.setText(shown);
            button.setToolTipText(shown);
        }
    }

    private String names() {
        var on =
                bits.entrySet().stream()
                        .filter(bit -> (mask() & bit.getValue()) != 0)
                        .map(bit -> bit.getKey().getText())
                        .toList();
        return on.isEmpty() ? "none" : String.join(", ", on);
    }
}
