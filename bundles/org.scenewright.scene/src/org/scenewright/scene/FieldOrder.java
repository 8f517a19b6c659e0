// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Schema;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/**
 * The order in which files name the fields of a value: it follows from the schema and from what the
 * files said before, so that all who save a document write the same, whoever wrote which field
 * first.
 */
final class FieldOrder {
    private static final Schema OPAQUE = new Schema.Opaque("");

    private FieldOrder() {}

    /**
     * An equal value with its fields in order.
     *
     * @param before what the file says now, where it says anything
     */
    static Value of(Schema schema, Value value, Optional<Value> before) {
        return switch (value) {
            case Value.Fields(var fields) -> {
                var ordered = new LinkedHashMap<String, Value>();
                for (String name : names(schema, value, before)) {
                    var part = before.flatMap(b -> b.at(FieldPath.of(name)));
                    Optional.ofNullable(fields.get(name))
                            .ifPresent(
                                    f -> ordered.put(name, of(part(schema, value, name), f, part)));
                }
                yield new Value.Fields(ordered);
            }
            case Value.Items(var items) -> {
                var ordered = new ArrayList<Value>();
                for (int i = 0; i < items.size(); i++) {
                    var part =
                            before.flatMap(b -> b.at(FieldPath.of(String.valueOf(ordered.size()))));
                    ordered.add(of(element(schema), items.get(i), part));
                }
                yield Value.of(ordered);
            }
            case Value.Flag f -> value;
            case Value.Num n -> value;
            case Value.Text t -> value;
            case Value.Nothing n -> value;
        };
    }

    /** First what the schema names, then what the file has, then the rest. */
    private static SequencedSet<String> names(Schema schema, Value value, Optional<Value> before) {
        var names = new LinkedHashSet<>(named(schema));
        before.ifPresent(b -> names.addAll(b.members().keySet()));
        names.addAll(new TreeSet<>(value.members().keySet()));
        return names;
    }

    private static List<String> named(Schema schema) {
        return switch (schema) {
            case Schema.Struct(var fields) -> fields.stream().map(Schema.Field::name).toList();
            case Schema.Vector(var kind) -> kind.parts();
            case Schema.OneOf o -> List.of(Schema.OneOf.CASE);
            case Schema.Maybe(var inner) -> named(inner);
            case Schema.Items i -> List.of();
            case Schema.Flag f -> List.of();
            case Schema.Number n -> List.of();
            case Schema.Text t -> List.of();
            case Schema.Choice c -> List.of();
            case Schema.Mask m -> List.of();
            case Schema.EntityReference e -> List.of();
            case Schema.Opaque o -> List.of();
        };
    }

    private static Schema part(Schema schema, Value whole, String name) {
        return switch (schema) {
            case Schema.Struct(var fields) ->
                    Parts.field(fields, name).map(Schema.Field::schema).orElse(OPAQUE);
            case Schema.OneOf oneOf ->
                    oneOf.chosen(whole)
                            .filter(chosen -> oneOf.key(chosen.name()).equals(name))
                            .map(Schema.Field::schema)
                            .orElse(OPAQUE);
            case Schema.Maybe(var inner) -> part(inner, whole, name);
            case Schema.Vector v -> OPAQUE;
            case Schema.Items i -> OPAQUE;
            case Schema.Flag f -> OPAQUE;
            case Schema.Number n -> OPAQUE;
            case Schema.Text t -> OPAQUE;
            case Schema.Choice c -> OPAQUE;
            case Schema.Mask m -> OPAQUE;
            case Schema.EntityReference e -> OPAQUE;
            case Schema.Opaque o -> OPAQUE;
        };
    }

    private static Schema element(Schema schema) {
        return switch (schema) {
            case Schema.Items(var element) -> element;
            case Schema.Maybe(var inner) -> element(inner);
            case Schema.Struct s -> OPAQUE;
            case Schema.OneOf o -> OPAQUE;
            case Schema.Vector v -> OPAQUE;
            case Schema.Flag f -> OPAQUE;
            case Schema.Number n -> OPAQUE;
            case Schema.Text t -> OPAQUE;
            case Schema.Choice c -> OPAQUE;
            case Schema.Mask m -> OPAQUE;
            case Schema.EntityReference e -> OPAQUE;
            case Schema.Opaque o -> OPAQUE;
        };
    }
}
