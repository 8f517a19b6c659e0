// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Adds to a value what its schema says is always there.
 *
 * <p>The SDK's own loader fails on a box without its list of UVs, so nothing is written without.
 * What the schema does not name, and what does not fit it, stays as it is.
 */
final class Completion {
    private Completion() {}

    static Value of(Schema schema, Value value) {
        return switch (schema) {
            case Schema.Struct(var fields) -> struct(fields, value);
            case Schema.OneOf oneOf -> oneOf(oneOf, value);
            case Schema.Vector(var kind) -> vector(kind, value);
            case Schema.Items(var element) -> items(element, value);
            case Schema.Maybe(var inner) ->
                    value instanceof Value.Nothing ? value : of(inner, value);
            case Schema.Flag f -> value;
            case Schema.Number n -> value;
            case Schema.Text t -> value;
            case Schema.Choice c -> value;
            case Schema.Mask m -> value;
            case Schema.EntityReference e -> value;
            case Schema.Opaque o -> value;
        };
    }

    private static Value struct(List<Schema.Field> schema, Value value) {
        if (!(value instanceof Value.Fields(var present))) {
            return value;
        }
        var whole = new LinkedHashMap<>(present);
        for (var field : schema) {
            var part = Optional.ofNullable(present.get(field.name()));
            boolean mayMiss =
                    field.schema() instanceof Schema.Maybe
                            || field.schema() instanceof Schema.OneOf;
            if (part.isPresent()) {
                whole.put(field.name(), of(field.schema(), part.get()));
            } else if (!mayMiss) {
                whole.put(field.name(), field.fallback());
            }
        }
        return whole.equals(present) ? value : new Value.Fields(whole);
    }

    private static Value oneOf(Schema.OneOf schema, Value value) {
        var chosen = schema.chosen(value);
        if (chosen.isEmpty()) {
            return value;
        }
        var content = schema.content(value).orElse(chosen.get().fallback());
        var whole = of(chosen.get().schema(), content);
        return schema.content(value).equals(Optional.of(whole))
                ? value
                : schema.choose(chosen.get(), whole);
    }

    private static Value vector(Schema.VectorKind kind, Value value) {
        if (!(value instanceof Value.Fields(var present))
                || present.keySet().containsAll(kind.parts())) {
            return value;
        }
        var whole = new LinkedHashMap<>(present);
        kind.parts().forEach(part -> whole.putIfAbsent(part, Value.of(kind.neutral(part))));
        return new Value.Fields(whole);
    }

    private static Value items(Schema element, Value value) {
        if (!(value instanceof Value.Items(var items))) {
            return value;
        }
        var whole = items.stream().map(item -> of(element, item)).toList();
        return whole.equals(items) ? value : Value.of(whole);
    }
}
