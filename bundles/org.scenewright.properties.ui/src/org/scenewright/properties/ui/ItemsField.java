// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list: its items with buttons to add, remove and reorder. */
final class ItemsField implements FieldView {
    /** So many are shown at first, and more on demand: lists in files can be of any length. */
    private static final int PAGE = 20;

    private final Schema element;
    private final Slot slot;
    private final Label count;
    private final FieldView rows;
    private int visible = PAGE;

    ItemsField(Schema element, Slot slot, Form form) {
        this.element = element;
        this.slot = slot;
        form.label(slot);
        var head = form.row(2);
        count = new Label(head, SWT.NONE);
        count.setLayoutData(Form.fill());
        button(head, "+", "Add an item to " + slot.label(), () -> write(appended()));
        rows = new Changing(form.nested(), this::key, this::rows);
        refresh();
    }

    private List<Value> items() {
        return slot.value() instanceof Value.Items(var items) ? items : List.of();
    }

    private record Key(int size, int visible, boolean mixed) {}

    private Key key() {
        return new Key(items().size(), visible, slot.shown().isMixed());
    }

    private List<FieldView> rows(Form form) {
        var views = new ArrayList<FieldView>();
        int shown = slot.shown().isMixed() ? 0 : Math.min(visible, items().size());
        for (int i = 0; i < shown; i++) {
            int index = i;
            form.later(() -> views.add(row(form, index)));
        }
        int hidden = items().size() - shown;
        if (hidden > 0 && !slot.shown().isMixed()) {
            form.later(() -> more(form, hidden));
        }
        return views;
    }

    private FieldView row(Form form, int index) {
        var item =
                slot.part(Integer.toString(index), Integer.toString(index + 1), element.initial());
        var view = FieldViews.create(element, item, form);
        new Label(form.grid(), SWT.NONE);
        var buttons = form.row(3);
        button(
                buttons,
                "\u2191",
                "Move item " + (index + 1) + " of " + slot.label() + " up",
                () -> move(index, -1));
        button(
                buttons,
                "\u2193",
                "Move item " + (index + 1) + " of " + slot.label() + " down",
                () -> move(index, 1));
        button(
                buttons,
                "\u2212",
                "Remove item " + (index + 1) + " of " + slot.label(),
                () -> write(without(index)));
        return view;
    }

    private void more(Form form, int hidden) {
        new Label(form.grid(), SWT.NONE);
        var row = form.row(1);
        button(
                row,
                "Show more of " + hidden,
                "Show the next " + PAGE,
                () -> {
                    visible += PAGE;
                    refresh();
                });
    }

    private static void button(Composite parent, String text, String tip, Runnable action) {
        var button = new Button(parent, SWT.PUSH | SWT.FLAT);
        button.setText(text);
        button.setToolTipText(tip);
        button.addListener(SWT.Selection, e -> action.run());
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
        var shorter = new ArrayList<>(items());
        shorter.remove(index);
        return shorter;
    }

    private void move(int index, int by) {
        int target = index + by;
        if (target >= 0 && target < items().size()) {
            var swapped = new ArrayList<>(items());
            Collections.swap(swapped, index, target);
            write(swapped);
        }
    }

    @Override
    public void refresh() {
        int size = items().size();
        String spelled = slot.shown().isMixed() ? "\u2014" : size == 1 ? "1 item" : size + " items";
        if (!count.getText().equals(spelled)) {
            count.setText(spelled);
        }
        rows.refresh();
    }
}
