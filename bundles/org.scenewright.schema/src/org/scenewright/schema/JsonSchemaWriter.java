// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes schemas as {@code jsonSchema}. */
final class JsonSchemaWriter {
    private JsonSchemaWriter() {}

    static ObjectNode protobuf(String message) {
        return node("object", "protocol-buffer").put("protocolBuffer", message);
    }

    static ObjectNode write(Schema schema, Optional<Value> fallback) {
        return switch (schema) {
            case Schema.Flag f -> node("boolean", "boolean");
            case Schema.Number(var kind, var unit) -> number(kind);
            case Schema.Text t -> node("string", "utf8-string");
            case Schema.Choice(var options) -> choice(options, fallback);
            case Schema.Mask m -> node("integer", "int32");
            case Schema.Vector(var kind) -> vector(kind);
            case Schema.EntityReference e -> node("integer", "entity");
            case Schema.Items(var element) -> items(element);
            case Schema.Struct(var fields) -> properties("map", fields);
            case Schema.OneOf(var cases, var boxed) -> properties("one-of", cases);
            case Schema.Maybe(var inner) -> maybe(inner, fallback);
            case Schema.Opaque(var reason) -> properties(reason, List.of());
        };
    }

    private static ObjectNode object(String type) {
        return JsonNodeFactory.instance.objectNode().put("type", type);
    }

    private static ObjectNode node(String type, String serialization) {
        var node = object(type);
        if (type.equals("object")) {
            node.putObject("properties");
        }
        return node.put("serializationType", serialization);
    }

    private static ObjectNode number(Schema.NumberKind kind) {
        return switch (kind) {
            case INT8, INT16, INT32, INT64 -> node("integer", kind.name().toLowerCase(Locale.ROOT));
            // The SDK's custom components know no unsigned numbers; the bytes are the same.
            case UINT32 -> node("integer", "int32");
            case UINT64 -> node("integer", "int64");
            case FLOAT32, FLOAT64 -> node("number", kind.name().toLowerCase(Locale.ROOT));
        };
    }

    private static ObjectNode choice(List<Schema.Option> options, Optional<Value> fallback) {
        boolean numbers = options.getFirst().value() instanceof Value.Num;
        var node = object(numbers ? "integer" : "string");
        var values = node.putArray("enum");
        options.forEach(option -> values.add(ValueJson.write(option.value())));
        node.set("default", ValueJson.write(fallback.orElse(options.getFirst().value())));
        node.put("serializationType", numbers ? "enum-int" : "enum-string");
        var names = node.putObject("enumObject");
        if (numbers) {
            options.forEach(option -> names.put(ValueJson.print(option.value()), option.label()));
        }
        options.forEach(option -> names.set(option.label(), ValueJson.write(option.value())));
        return node;
    }

    private static ObjectNode vector(Schema.VectorKind kind) {
        var node = object("object");
        var properties = node.putObject("properties");
        // The SDK publishes a stray "w" for three numbers too.
        var parts =
                kind == Schema.VectorKind.VECTOR3
                        ? Schema.VectorKind.QUATERNION.parts()
                        : kind.parts();
        parts.forEach(part -> properties.putObject(part).put("type", "number"));
        return node.put("serializationType", kind.name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode items(Schema element) {
        var node = object("array");
        node.set("items", write(element, Optional.empty()));
        return node.put("serializationType", "array");
    }

    private static ObjectNode properties(String serialization, List<Schema.Field> fields) {
        var node = object("object");
        var properties = node.putObject("properties");
        fields.forEach(f -> properties.set(f.name(), write(f.schema(), Optional.of(f.fallback()))));
        return node.put("serializationType", serialization);
    }

    private static ObjectNode maybe(Schema inner, Optional<Value> fallback) {
        JsonNode json = write(inner, fallback);
        var node = object(json.path("type").asText()).put("serializationType", "optional");
        node.set("optionalJsonSchema", json);
        return node;
    }

    static ObjectNode transform() {
        var node = object("object");
        var properties = node.putObject("properties");
        plainVector(properties, "position", Schema.VectorKind.VECTOR3);
        plainVector(properties, "scale", Schema.VectorKind.VECTOR3);
        plainVector(properties, "rotation", Schema.VectorKind.QUATERNION);
        properties.putObject("parent").put("type", "integer");
        return node.put("serializationType", "transform");
    }

    private static void plainVector(ObjectNode properties, String name, Schema.VectorKind kind) {
        var parts = properties.putObject(name).put("type", "object").putObject("properties");
        kind.parts().forEach(part -> parts.putObject(part).put("type", "number"));
    }
}
