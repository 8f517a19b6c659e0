// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Menu;
import org.eclipse.swt.widgets.MenuItem;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A set of named bits: a button that names those that are on, and a menu that switches each. */
final class MaskField implements FieldView {
    private final Slot slot;
    private final Button button;
    private final List<Bit> bits;

    private record Bit(String name, long bits) {

        static Stream<Bit> of(Schema.Option option) {
            return option.value() instanceof Value.Num(var number) && number != 0
                    ? Stream.of(new Bit(ChoiceField.words(option.label()), (long) number))
                    : Stream.empty();
        }

        boolean isOn(Slot slot) {
            return (mask(slot) & bits) != 0;
        }
    }

    MaskField(List<Schema.Option> options, Slot slot, Form form) {
        this.slot = slot;
        bits = options.stream().flatMap(Bit::of).toList();
        form.label(slot);
        button = Form.unstyled(new Button(form.grid(), SWT.PUSH | SWT.LEFT));
        button.setLayoutData(Form.fill());
        button.setData("field", slot.path().toString());
        button.addListener(SWT.Selection, e -> open());
        button.addListener(SWT.MenuDetect, e -> menu());
        refresh();
    }

    private static long mask(Slot slot) {
        return slot.value() instanceof Value.Num(var number) ? (long) number : 0;
    }

    private void open() {
        var bounds = button.getBounds();
        var menu = menu();
        menu.setLocation(button.getParent().toDisplay(bounds.x, bounds.y + bounds.height));
        menu.setVisible(true);
    }

    /** Made when it is opened, for the entities that it is opened for. */
    private Menu menu() {
        Optional.ofNullable(button.getMenu()).ifPresent(Menu::dispose);
        // As the button's own menu it is disposed of with the button.
        var menu = new Menu(button);
        button.setMenu(menu);
        Hush.during(menu, button);
        var held = slot.now();
        bits.forEach(bit -> add(menu, bit, held));
        return menu;
    }

    private static void add(Menu menu, Bit bit, Slot held) {
        var item = new MenuItem(menu, SWT.CHECK);
        item.setText(bit.name());
        item.setSelection(bit.isOn(held));
        item.addListener(SWT.Selection, e -> held.write(Value.of(mask(held) ^ bit.bits())));
    }

    @Override
    public void refresh() {
        String shown =
                slot.shown().isMixed()
                        ? "\u2014"
                        : slot.raw(Value.Num.class).orElseGet(this::names);
        if (!button.getText().equals(shown)) {
            button.setText(shown);
            button.setToolTipText(shown);
        }
    }

    private String names() {
        var on = bits.stream().filter(bit -> bit.isOn(slot)).map(Bit::name).toList();
        return on.isEmpty() ? "none" : String.join(", ", on);
    }
}
