// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.widgets.Composite;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Locale;

/**
 * Two or three numbers in a row; each is written on its own, so that the others may differ between
 * entities.
 */
final class VectorField implements FieldView {
    private static final Schema NUMBER = new Schema.Number(Schema.NumberKind.FLOAT32);

    private final List<NumberBox> boxes;

    VectorField(Schema.VectorKind kind, Slot slot, Form form) {
        var mark = form.label(slot);
        var row = form.row(kind.parts().size());
        boxes = kind.parts().stream().map(part -> box(row, mark, slot, part)).toList();
        refresh();
    }

    private static NumberBox box(Composite row, Mark mark, Slot slot, String part) {
        String title = part.toUpperCase(Locale.ROOT);
        var number = part(slot, part, 0);
        var box = new NumberBox(row, title, mark, () -> source(number.now(), 0.02));
        box.control().setData("field", number.path().toString());
        return box;
    }

    /** One of the numbers of a slot. */
    static Slot part(Slot slot, String part, double neutral) {
        var fallback = Value.of(slot.fallback().number(part, neutral));
        return slot.part(part, part.toUpperCase(Locale.ROOT), NUMBER, fallback);
    }

    /**
     * One of the numbers, for a box.
     *
     * @param fine how much one pixel of dragging changes
     */
    static NumberField.Source source(Slot part, double fine) {
        return new NumberField.Source(part, "", false, fine);
    }

    @Override
    public void refresh() {
        boxes.forEach(NumberBox::refresh);
    }
}
