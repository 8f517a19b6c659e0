// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.OptionalDouble;

/** A number. */
final class NumberField implements FieldView {
    private final NumberBox box;

    NumberField(Schema.NumberKind kind, Slot slot, Form form) {
        var label = form.label(slot);
        box = new NumberBox(form.grid(), "", () -> new Source(slot.now(), kind.isWhole(), 0.02));
        box.control().setData("field", slot.path().toString());
        box.dragBy(label);
        refresh();
    }

    @Override
    public void refresh() {
        box.refresh();
    }

    /** The number of a slot, for a box. */
    record Source(Slot slot, boolean whole, double fine) implements NumberBox.Source {

        @Override
        public OptionalDouble number() {
            var shown = slot.shown();
            return !shown.isMixed() && shown.or(slot.fallback()) instanceof Value.Num(var number)
                    ? OptionalDouble.of(number)
                    : OptionalDouble.empty();
        }

        @Override
        public void write(double number, long gesture) {
            slot.write(Value.of(whole ? Math.rint(number) : number), gesture);
        }

        @Override
        public long newGesture() {
            return slot.subject().newGesture();
        }

        @Override
        public double step() {
            return whole ? 0.1 : fine;
        }
    }
}
