// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Finds the fields of a component that name files. */
public final class AssetFields {
    private final SequencedMap<FieldPath, String> found = new LinkedHashMap<>();

    private AssetFields() {}

    /** The paths and addresses that a value names, by field; empty texts name nothing. */
    public static SequencedMap<FieldPath, String> in(Schema schema, Value value) {
        var fields = new AssetFields();
        fields.read(schema, value, FieldPath.WHOLE);
        return fields.found;
    }

    private void read(Schema schema, Value value, FieldPath at) {
        switch (schema) {
            case Schema.Text(var use) -> text(use, value, at);
            case Schema.Items(var element) -> items(element, value, at);
            case Schema.Struct(var fields) -> fields.forEach(field -> part(field, value, at));
            case Schema.OneOf oneOf -> chosen(oneOf, value, at);
            case Schema.Maybe(var inner) -> read(inner, value, at);
            case Schema.Flag f -> {}
            case Schema.Number n -> {}
            case Schema.Choice c -> {}
            case Schema.Mask m -> {}
            case Schema.Vector v -> {}
            case Schema.EntityReference e -> {}
            case Schema.Opaque o -> {}
        }
    }

    private void text(Schema.TextUse use, Value value, FieldPath at) {
        if (use == Schema.TextUse.ASSET_PATH
                && value instanceof Value.Text(var path)
                && !path.isEmpty()) {
            found.put(at, path);
        }
    }

    private void items(Schema element, Value value, FieldPath at) {
        int index = 0;
        for (var item : value.items("")) {
            read(element, item, at.child(index++));
        }
    }

    private void part(Schema.Field field, Value whole, FieldPath at) {
        var part = whole.members().get(field.name());
        if (part != null) {
            read(field.schema(), part, at.child(field.name()));
        }
    }

    private void chosen(Schema.OneOf oneOf, Value value, FieldPath at) {
        oneOf.chosen(value)
                .map(c -> new Schema.Field(oneOf.key(c.name()), c.schema(), c.fallback()))
                .ifPresent(content -> part(content, value, at));
    }
}
