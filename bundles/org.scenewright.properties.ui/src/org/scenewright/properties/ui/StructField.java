// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Control;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Title;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Named fields below a label, made step by step; without a label when they are a whole component.
 */
final class StructField implements FieldView {
    private final List<Row> rows = new ArrayList<>();
    private final Slot slot;
    private final Form inner;
    private Search search;

    /** A field and all of its controls. */
    private static final class Row {
        private final Slot slot;
        private final FieldView view;
        private final List<Control> controls;
        private boolean shown = true;

        Row(Slot slot, FieldView view, List<Control> controls) {
            this.slot = slot;
            this.view = view;
            this.controls = controls;
        }

        /** One that is looked for is shown with all that is in it. */
        boolean narrow(Search search) {
            boolean found = search.finds(slot);
            boolean inside = view.narrow(found ? Search.EVERYTHING : search);
            if (shown != (found || inside)) {
                shown = !shown;
                controls.forEach(control -> Form.setShown(control, shown));
            }
            return shown;
        }
    }

    StructField(Schema.Struct struct, Slot slot, Form form) {
        this.slot = slot;
        search = form.steps().search();
        if (!slot.label().isEmpty()) {
            form.heading(slot);
            // What its own label answers is not looked for in its fields.
            search = search.finds(slot) ? Search.EVERYTHING : search;
        }
        inner = slot.label().isEmpty() ? form : form.nested();
        struct.fields().forEach(field -> inner.later(() -> make(field)));
    }

    private void make(Schema.Field field) {
        int before = inner.grid().getChildren().length;
        var initial = slot.fallback().at(FieldPath.of(field.name())).orElse(field.fallback());
        var part = slot.part(field.name(), Title.of(field.name()), field.schema(), initial);
        var view = FieldViews.create(field.schema(), part, inner);
        var children = Arrays.asList(inner.grid().getChildren());
        var row = new Row(part, view, List.copyOf(children.subList(before, children.size())));
        rows.add(row);
        if (!search.isEverything()) {
            row.narrow(search);
        }
    }

    @Override
    public void refresh() {
        rows.forEach(row -> row.view.refresh());
    }

    @Override
    public boolean narrow(Search now) {
        search = now;
        boolean any = false;
        for (var row : rows) {
            any |= row.narrow(now);
        }
        inner.steps().changed(inner.grid());
        return any || now.isEverything();
    }
}
