// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Named fields below a label, made step by step; without a label when they are a whole component.
 */
final class StructField implements FieldView {
    private final List<FieldView> fields = new ArrayList<>();

    StructField(Schema.Struct struct, Slot slot, Form form) {
        if (!slot.label().isEmpty()) {
            form.heading(slot);
        }
        var inner = slot.label().isEmpty() ? form : form.nested();
        struct.fields().forEach(field -> inner.later(() -> fields.add(create(field, slot, inner))));
    }

    private static FieldView create(Schema.Field field, Slot slot, Form form) {
        var fallback = slot.fallback().at(FieldPath.of(field.name())).orElse(field.fallback());
        return FieldViews.create(
                field.schema(), slot.part(field.name(), Slot.title(field.name()), fallback), form);
    }

    @Override
    public void refresh() {
        fields.forEach(FieldView::refresh);
    }
}
