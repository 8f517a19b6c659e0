// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** A quaternion, shown and edited as degrees about three axes. */
final class RotationField implements FieldView {
    private static final List<String> AXES = List.of("X", "Y", "Z");

    /** Of more degrees than these nothing is left of their fraction. */
    private static final double MOST = 1e9;

    private final Slot slot;
    private final List<NumberBox> boxes = new ArrayList<>();
    private Angles angles;

    RotationField(Slot slot, Form form) {
        this.slot = slot;
        angles = new Angles(slot.now());
        var mark = form.label(slot);
        var row = form.row(AXES.size());
        for (int i = 0; i < AXES.size(); i++) {
            int axis = i;
            var box = new NumberBox(row, AXES.get(axis), mark, () -> new Angle(angles(), axis));
            box.control()
                    .setData("field", slot.path() + "." + AXES.get(axis).toLowerCase(Locale.ROOT));
            boxes.add(box);
        }
        refresh();
    }

    @Override
    public void refresh() {
        boxes.forEach(NumberBox::refresh);
    }

    private Angles angles() {
        if (!angles.slot.equals(slot.now())) {
            angles = new Angles(slot.now());
        }
        return angles;
    }

    /**
     * The angles of a rotation: those last typed as long as they still stand for it, since many
     * triples do.
     */
    private static final class Angles {
        private final Slot slot;
        private Euler last = new Euler(0, 0, 0);

        Angles(Slot slot) {
            this.slot = slot;
        }

        Euler now() {
            var now = Euler.of(slot.value());
            last = now.isSameRotation(last) ? last : now;
            return last;
        }

        void write(int axis, double degrees, long gesture) {
            last = now().with(axis, degrees);
            slot.write(Pose.value(last.toQuaternion()), gesture);
        }
    }

    private record Angle(Angles angles, int axis) implements NumberBox.Source {

        @Override
        public OptionalDouble number() {
            return angles.slot.shown().isMixed()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(angles.now().part(axis));
        }

        @Override
        public String name() {
            return angles.slot.name() + " \u203a " + AXES.get(axis);
        }

        @Override
        public void write(double degrees, long gesture) {
            angles.write(axis, degrees, gesture);
        }

        @Override
        public Optional<String> objection(double degrees) {
            return Math.abs(degrees) <= MOST
                    ? Optional.empty()
                    : Optional.of(name() + " is out of range");
        }

        @Override
        public void tell(String sentence) {
            angles.slot.subject().complaints().tell(sentence);
        }

        @Override
        public long newGesture() {
            return angles.slot.subject().newGesture();
        }

        @Override
        public double step() {
            return 0.5;
        }
    }
}
