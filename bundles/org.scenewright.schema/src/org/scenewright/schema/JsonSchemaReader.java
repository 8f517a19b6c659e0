// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Reads one {@code jsonSchema}. */
final class JsonSchemaReader {
    // What is read here is written again as JSON, of which a transform takes four levels more.
    private final Bounds bounds = new Bounds(ValueJson.MAX_DEPTH - 4);

    Schema read(JsonNode json) {
        if (!json.isObject()) {
            throw new SchemaException("a jsonSchema is an object, not " + json.getNodeType());
        }
        bounds.enter();
        bounds.count();
        var schema = schema(json, json.path("serializationType").asText());
        bounds.leave();
        return schema;
    }

    private Schema schema(JsonNode json, String type) {
        return switch (type) {
            case "boolean" -> new Schema.Flag();
            case "utf8-string" -> new Schema.Text(Schema.TextUse.PLAIN);
            case "int8", "int16", "int32", "int64", "float32", "float64" ->
                    new Schema.Number(kind(type));
            case "vector3", "quaternion", "color3", "color4" -> new Schema.Vector(vector(type));
            case "entity" -> new Schema.EntityReference();
            case "enum-int", "enum-string" -> choice(json, type);
            case "array" -> new Schema.Items(part(json, "items"));
            case "map" -> new Schema.Struct(fields(json));
            case "optional" -> new Schema.Maybe(part(json, "optionalJsonSchema"));
            case "one-of" -> new Schema.OneOf(fields(json), true);
            case "transform" -> TransformCodec.SCHEMA;
            default -> new Schema.Opaque(type.isEmpty() ? "unknown" : type);
        };
    }

    private static Schema.NumberKind kind(String type) {
        return Schema.NumberKind.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private static Schema.VectorKind vector(String type) {
        return Schema.VectorKind.valueOf(type.toUpperCase(Locale.ROOT));
    }

    private Schema part(JsonNode json, String key) {
        try {
            return read(json.path(key));
        } catch (SchemaException e) {
            throw e.within(key);
        }
    }

    private List<Schema.Field> fields(JsonNode json) {
        var fields = new ArrayList<Schema.Field>();
        bounds.enter();
        for (var property : inOrderOfJavaScript(json.path("properties"))) {
            try {
                var schema = read(property.json());
                fields.add(
                        new Schema.Field(
                                property.name(), schema, fallback(schema, property.json())));
            } catch (SchemaException e) {
                throw e.within(property.name());
            }
        }
        bounds.leave();
        return List.copyOf(fields);
    }

    private record Property(String name, JsonNode json) {
        /** The number that a key spells, or a number above all of these. */
        long index() {
            return name.matches("0|[1-9][0-9]{0,9}")
                    ? Math.min(Long.parseLong(name), NO_INDEX)
                    : NO_INDEX;
        }
    }

    private static final long NO_INDEX = 0xFFFFFFFFL;

    /**
     * The SDK walks a JavaScript object, where keys that spell an index come first and ascending.
     */
    private static List<Property> inOrderOfJavaScript(JsonNode properties) {
        return properties.properties().stream()
                .map(p -> new Property(p.getKey(), p.getValue()))
                .sorted(Comparator.comparingLong(Property::index))
                .toList();
    }

    private static Value fallback(Schema schema, JsonNode json) {
        return switch (schema) {
            case Schema.Maybe(var inner) -> fallback(inner, json.path("optionalJsonSchema"));
            case Schema.Choice(var options) -> {
                var named = ValueJson.read(json.path("default"));
                boolean listed = options.stream().anyMatch(option -> option.value().equals(named));
                yield listed ? named : Defaults.of(schema);
            }
            case Schema.Flag f -> Defaults.of(schema);
            case Schema.Number n -> Defaults.of(schema);
            case Schema.Text t -> Defaults.of(schema);
            case Schema.Mask m -> Defaults.of(schema);
            case Schema.Vector(var kind) -> zeros(kind);
            case Schema.EntityReference e -> Defaults.of(schema);
            case Schema.Items i -> Defaults.of(schema);
            case Schema.Struct s -> Defaults.of(schema);
            case Schema.OneOf o -> Defaults.of(schema);
            case Schema.Opaque o -> Defaults.of(schema);
        };
    }

    /** The SDK starts vectors in custom components from zeros, rotations and colours too. */
    private static Value zeros(Schema.VectorKind kind) {
        var parts = new LinkedHashMap<String, Value>();
        kind.parts().forEach(part -> parts.put(part, Value.of(0)));
        return new Value.Fields(parts);
    }

    private static Schema choice(JsonNode json, String type) {
        var options = new ArrayList<Schema.Option>();
        boolean numbers = type.equals("enum-int");
        for (var node : json.path("enum")) {
            if (numbers ? node.isNumber() : node.isTextual()) {
                options.add(new Schema.Option(label(json, node), ValueJson.read(node)));
            }
        }
        // Without options nobody could say whether numbers or texts were meant.
        return options.isEmpty()
                ? new Schema.Opaque(type + " without values")
                : new Schema.Choice(List.copyOf(options));
    }

    private static String label(JsonNode json, JsonNode value) {
        return json.path("enumObject").properties().stream()
                .filter(entry -> entry.getValue().equals(value))
                .map(entry -> entry.getKey())
                .findFirst()
                .orElse(value.asText());
    }
}
