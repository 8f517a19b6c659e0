// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Locale;

/**
 * Two or three numbers in a row; each is written on its own, so that the others may differ between
 * entities.
 */
final class VectorField implements FieldView {
    private final List<NumberBox> boxes;

    VectorField(Schema.VectorKind kind, Slot slot, Form form) {
        form.label(slot);
        var row = form.row(kind.parts().size());
        boxes =
                kind.parts().stream()
                        .map(
                                part -> {
                                    var fallback = slot.fallback().number(part, 0);
                                    var number = slot.part(part, part, Value.of(fallback));
                                    var box =
                                            new NumberBox(
                                                    row,
                                                    part.toUpperCase(Locale.ROOT),
                                                    () ->
                                                            new NumberField.Source(
                                                                    number.now(), false, 0.02));
                                    box.control()
                                            .setData("field", slot.path().child(part).toString());
                                    return box;
                                })
                        .toList();
        refresh();
    }

    @Override
    public void refresh() {
        boxes.forEach(NumberBox::refresh);
    }
}
