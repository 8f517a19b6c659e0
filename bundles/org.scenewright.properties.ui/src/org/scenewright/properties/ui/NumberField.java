// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.Optional;
import java.util.OptionalDouble;

/** A number. */
final class NumberField implements FieldView {
    private final NumberBox box;

    NumberField(Schema.NumberKind kind, String unit, Slot slot, Form form) {
        var mark = form.label(slot);
        boolean whole = kind.isWhole();
        double fine = whole ? 0.1 : 0.02;
        box = new NumberBox(form.grid(), "", mark, () -> new Source(slot.now(), unit, whole, fine));
        box.control().setData("field", slot.path().toString());
        box.dragBy(mark.label());
        refresh();
    }

    @Override
    public void refresh() {
        box.refresh();
    }

    /** The number of a slot, for a box. */
    record Source(Slot slot, String unit, boolean whole, double fine) implements NumberBox.Source {

        @Override
        public OptionalDouble number() {
            var shown = slot.shown();
            return !shown.isMixed() && shown.or(slot.fallback()) instanceof Value.Num(var number)
                    ? OptionalDouble.of(number)
                    : OptionalDouble.empty();
        }

        @Override
        public Optional<String> raw() {
            return slot.raw(Value.Num.class);
        }

        @Override
        public boolean isWhole() {
            return whole;
        }

        @Override
        public String name() {
            return slot.name();
        }

        @Override
        public void write(double number, long gesture) {
            slot.write(Value.of(whole ? Math.rint(number) : number), gesture);
        }

        @Override
        public Optional<String> objection(double number) {
            return slot.objection(Value.of(number));
        }

        @Override
        public void tell(String sentence) {
            slot.subject().complaints().tell(sentence);
        }

        @Override
        public long newGesture() {
            return slot.subject().newGesture();
        }

        @Override
        public double step() {
            return fine;
        }
    }
}
