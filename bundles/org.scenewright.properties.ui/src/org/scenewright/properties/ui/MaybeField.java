// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;

/**
 * A field that may be absent: simple ones show what holds while they are absent, and become present
 * when written; for those that take several rows a check box says whether they are there.
 */
final class MaybeField implements FieldView {
    private final FieldView view;

    MaybeField(Schema inner, Slot slot, Form form) {
        view =
                FieldViews.isTall(inner)
                        ? new Present(inner, slot, form)
                        : FieldViews.create(inner, held(inner, slot), form);
    }

    /**
     * A null is what "absent" reads as; what a person sees and starts from is the shape's own
     * initial value.
     */
    private static Slot held(Schema inner, Slot slot) {
        var fallback = slot.fallback() instanceof Value.Nothing ? inner.initial() : slot.fallback();
        return new Slot(slot.subject(), slot.path(), slot.label(), fallback);
    }

    @Override
    public void refresh() {
        view.refresh();
    }

    /** The check box and, while it is on, the fields. */
    private static final class Present implements FieldView {
        private final Slot slot;
        private final Button box;
        private final FieldView fields;

        Present(Schema inner, Slot slot, Form form) {
            this.slot = held(inner, slot);
            form.label(slot);
            box = new Button(form.grid(), SWT.CHECK);
            box.setData("field", slot.path().toString());
            box.addListener(SWT.Selection, e -> toggle(inner));
            fields = new Changing(form.nested(), this::isThere, nested -> content(inner, nested));
            refresh();
        }

        private boolean isThere() {
            var shown = slot.shown();
            return !shown.isAbsent() && !(shown.or(Value.EMPTY) instanceof Value.Nothing);
        }

        private List<FieldView> content(Schema inner, Form nested) {
            var bare = new Slot(slot.subject(), slot.path(), "", slot.fallback());
            return isThere() ? List.of(FieldViews.create(inner, bare, nested)) : List.of();
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
            box.setSelection(isThere());
            fields.refresh();
        }
    }
}
