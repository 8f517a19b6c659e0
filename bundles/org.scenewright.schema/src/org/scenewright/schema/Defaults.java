// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The value that a schema starts from. */
final class Defaults {
    private Defaults() {}

    static Value of(Schema schema) {
        return switch (schema) {
            case Schema.Flag f -> Value.of(false);
            case Schema.Number n -> Value.of(0);
            case Schema.Text t -> Value.of("");
            case Schema.Choice(var options) ->
                    options.isEmpty() ? Value.of(0) : options.getFirst().value();
            case Schema.Mask m -> Value.of(0);
            case Schema.Vector(var kind) -> vector(kind);
            case Schema.EntityReference e -> Value.of(0);
            case Schema.Items i -> Value.of(List.of());
            case Schema.Struct(var fields) -> struct(fields);
            case Schema.OneOf o -> Value.EMPTY;
            case Schema.Maybe m -> new Value.Nothing();
            case Schema.Opaque o -> Value.EMPTY;
        };
    }

    /** A schema whose fields start from the parts of a value, where it has them. */
    static Schema startingFrom(Value initial, Schema schema) {
        return schema instanceof Schema.Struct(var fields)
                ? new Schema.Struct(fields.stream().map(f -> startingFrom(initial, f)).toList())
                : schema;
    }

    private static Schema.Field startingFrom(Value initial, Schema.Field field) {
        var part = Optional.ofNullable(initial.members().get(field.name()));
        return part.map(
                        value ->
                                new Schema.Field(
                                        field.name(), startingFrom(value, field.schema()), value))
                .orElse(field);
    }

    private static Value vector(Schema.VectorKind kind) {
        var parts = new LinkedHashMap<String, Value>();
        kind.parts().forEach(part -> parts.put(part, Value.of(kind.neutral(part))));
        return new Value.Fields(parts);
    }

    private static Value struct(List<Schema.Field> fields) {
        var values = new LinkedHashMap<String, Value>();
        for (var field : fields) {
            // An absent optional field is left out, as the SDK writes it.
            if (!(field.schema() instanceof Schema.Maybe)) {
                values.put(field.name(), field.fallback());
            }
        }
        return new Value.Fields(values);
    }
}
