// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.List;
import java.util.Optional;

/**
 * A text that holds JSON: fields by the shape that the document gives it now, and the bare text
 * where it is no JSON.
 */
final class JsonTextField implements FieldView {
    private static final Schema NO_JSON = new Schema.Text(Schema.TextUse.LONG);

    private final Slot slot;
    private final FieldView content;

    JsonTextField(Slot slot, Form form) {
        this.slot = slot;
        form.heading(slot);
        content = new Changing(form.nested(), this::shape, this::fields);
    }

    /** Of several entities each may have its own JSON: they are edited alike if one shape fits. */
    private Schema shape() {
        var readable = slot.subject().shown(slot.path(), JsonTextField::isJson);
        return readable.or(Value.of(readable.isAbsent())).equals(Value.of(true))
                ? described()
                : NO_JSON;
    }

    private static Optional<Value> isJson(Value text) {
        return Optional.of(Value.of(JsonSubject.read(text).isPresent()));
    }

    private Schema described() {
        var shape = slot.subject().special(slot.path());
        return shape.orElseThrow() instanceof FieldShape.JsonText(var schema) ? schema : NO_JSON;
    }

    private List<FieldView> fields(Form form) {
        var schema = shape();
        if (schema.equals(NO_JSON)) {
            return List.of(FieldViews.byShape(schema, named(slot), form));
        }
        // A struct shows its fields without a heading of its own.
        String label = schema instanceof Schema.Struct ? "" : "JSON";
        var json = new JsonSubject(slot.subject(), slot.path());
        var whole = new Slot(json, FieldPath.WHOLE, label, schema, schema.initial());
        return List.of(FieldViews.create(schema, whole, form));
    }

    private static Slot named(Slot slot) {
        return new Slot(slot.subject(), slot.path(), "Text", slot.schema(), slot.initial());
    }

    @Override
    public boolean narrow(Search search) {
        return content.narrow(search);
    }

    @Override
    public void refresh() {
        content.refresh();
    }
}
