// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.scenewright.schema.Schema;

import java.util.List;

/**
 * A field of several rows that may be absent: a check box says whether it is there, and while it is
 * its fields are below.
 */
final class MaybeField implements FieldView {
    private final Slot slot;
    private final Button box;
    private final FieldView fields;

    MaybeField(Schema inner, Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        box = Form.check(form.grid());
        box.setData("field", slot.path().toString());
        box.addListener(SWT.Selection, e -> toggle(inner));
        fields = new Changing(form.nested(), slot::isThere, nested -> content(inner, nested));
        refresh();
    }

    private List<FieldView> content(Schema inner, Form nested) {
        return slot.isThere() ? List.of(FieldViews.create(inner, slot.bare(), nested)) : List.of();
    }

    private void toggle(Schema inner) {
        if (box.getSelection()) {
            slot.write(inner.initial());
        } else {
            slot.subject().erase(slot.path());
        }
    }

    @Override
    public void refresh() {
        box.setSelection(slot.isThere());
        fields.refresh();
    }

    @Override
    public boolean narrow(Search search) {
        return fields.narrow(search);
    }
}
