// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/** A list: its items with buttons to add, remove and reorder. */
final class ItemsField implements FieldView {
    private static final int SMALL = 26;

    private final Schema element;
    private final Slot slot;
    private final Label count;
    private final FieldView rows;

    ItemsField(Schema element, Slot slot, Form form) {
        this.element = element;
        this.slot = slot;
        form.label(slot);
        var head = form.row(2);
        count = new Label(head, SWT.NONE);
        count.setLayoutData(Form.fill());
        button(head, "+", "Add an item to " + slot.label(), () -> write(appended()));
        var nested = form.list();
        rows = new ItemRows(nested, this::length, index -> row(nested, index));
        refresh();
    }

    private List<Value> items() {
        return slot.value() instanceof Value.Items(var items) ? items : List.of();
    }

    private int length() {
        return slot.shown().isMixed() ? 0 : items().size();
    }

    private FieldView row(Form rows, int index) {
        var item =
                slot.part(
                        Integer.toString(index),
                        Integer.toString(index + 1),
                        element,
                        element.initial());
        return element instanceof Schema.Struct
                ? tall(item, rows.nested(), index)
                : flat(item, rows.line(), index);
    }

    private FieldView flat(Slot item, Form.Line line, int index) {
        var view = FieldViews.create(element, item, line.fields());
        buttons(line.buttons(), index);
        return view;
    }

    /** The buttons stand beside the number: below it all of the width is for the fields. */
    private FieldView tall(Slot item, Form form, int index) {
        var mark = form.label(item);
        buttons(form.buttons(), index);
        var view = FieldViews.create(element, item.bare(), form.nested());
        return FieldViews.marked(view, mark, 0);
    }

    private void buttons(Composite buttons, int index) {
        small(
                buttons,
                "\u2191",
                "Move item " + (index + 1) + " of " + slot.label() + " up",
                () -> move(index, -1));
        small(
                buttons,
                "\u2193",
                "Move item " + (index + 1) + " of " + slot.label() + " down",
                () -> move(index, 1));
        small(
                buttons,
                "\u2212",
                "Remove item " + (index + 1) + " of " + slot.label(),
                () -> write(without(index)));
    }

    private static void small(Composite parent, String text, String tip, Runnable action) {
        button(parent, text, tip, action).setLayoutData(new GridData(SMALL, SWT.DEFAULT));
    }

    static Button button(Composite parent, String text, String tip, Runnable action) {
        var button = Form.unstyled(new Button(parent, SWT.PUSH | SWT.FLAT));
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, e -> action.run());
        return button;
    }

    private void write(List<Value> items) {
        slot.write(Value.of(items));
    }

    private List<Value> appended() {
        var longer = new ArrayList<>(items());
        longer.add(longer.isEmpty() ? element.initial() : longer.getLast());
        return longer;
    }

    private List<Value> without(int index) {
        var all = items();
        // Somebody else may have made the list shorter just now.
        return IntStream.range(0, all.size()).filter(i -> i != index).mapToObj(all::get).toList();
    }

    private void move(int index, int by) {
        int target = index + by;
        if (target >= 0 && Math.max(index, target) < items().size()) {
            var swapped = new ArrayList<>(items());
            Collections.swap(swapped, index, target);
            write(swapped);
        }
    }

    @Override
    public boolean narrow(Search search) {
        return rows.narrow(search);
    }

    @Override
    public void refresh() {
        int size = items().size();
        String number = size == 1 ? "1 item" : size + " items";
        String spelled =
                slot.shown().isMixed() ? "\u2014" : slot.raw(Value.Items.class).orElse(number);
        if (!count.getText().equals(spelled)) {
            count.setText(spelled);
        }
        rows.refresh();
    }
}
