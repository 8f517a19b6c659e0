// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.scene.Pose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** A quaternion, shown and edited as degrees about three axes. */
final class RotationField implements FieldView {
    private static final List<String> AXES = List.of("X", "Y", "Z");

    private final Slot slot;
    private final List<NumberBox> boxes = new ArrayList<>();
    private Euler last = new Euler(0, 0, 0);

    RotationField(Slot slot, Form form) {
        this.slot = slot;
        form.label(slot);
        var row = form.row(AXES.size());
        for (int axis = 0; axis < AXES.size(); axis++) {
            var box = new NumberBox(row, AXES.get(axis), new Angle(axis));
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

    /**
     * The angles to show: those last typed as long as they still stand for the rotation, since many
     * triples do.
     */
    private Euler angles() {
        var now = Euler.of(slot.value());
        last = now.isSameRotation(last) ? last : now;
        return last;
    }

    private final class Angle implements NumberBox.Source {
        private final int axis;

        Angle(int axis) {
            this.axis = axis;
        }

        @Override
        public OptionalDouble number() {
            return slot.shown().isMixed()
                    ? OptionalDouble.empty()
                    : OptionalDouble.of(angles().part(axis));
        }

        @Override
        public void write(double degrees, long gesture) {
            last = angles().with(axis, degrees);
            slot.write(Pose.value(last.toQuaternion()), gesture);
        }

        @Override
        public long newGesture() {
            return slot.subject().newGesture();
        }

        @Override
        public double step() {
            return 0.5;
        }
    }
}
