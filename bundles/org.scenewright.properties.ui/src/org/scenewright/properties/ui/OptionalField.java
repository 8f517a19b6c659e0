// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.scenewright.schema.Schema;

/**
 * A field of one row that may be absent, where nobody has said what holds then: a check box says
 * whether it is there, and while it is its control is beside it.
 */
final class OptionalField implements FieldView {
    private final Schema inner;
    private final Slot slot;
    private final Form form;
    private final Composite row;
    private final Button box;
    private final Composite cell;
    private final FieldView field;
    private boolean isShown = true;

    OptionalField(Schema inner, Slot slot, Form form) {
        this.inner = inner;
        this.slot = slot;
        this.form = form;
        var mark = form.label(slot);
        row = form.row(2);
        box = Form.check(row);
        box.setData("optional", slot.path().toString());
        box.addListener(SWT.Selection, e -> toggle());
        var beside = form.beside(row, mark);
        cell = beside.grid();
        field = FieldViews.byShape(inner, slot, beside);
        show();
    }

    private void toggle() {
        if (box.getSelection()) {
            slot.write(inner.initial());
        } else {
            slot.subject().erase(slot.path());
        }
    }

    private void show() {
        boolean isThere = slot.isThere();
        box.setSelection(isThere);
        if (isThere != isShown) {
            isShown = isThere;
            Form.setShown(cell, isThere);
            form.steps().changed(row);
        }
    }

    @Override
    public void refresh() {
        field.refresh();
        show();
    }
}
