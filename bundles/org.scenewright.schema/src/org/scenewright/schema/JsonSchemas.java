// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Optional;

/**
 * The way between the {@code jsonSchema} of composite files and schemas; usable from any thread.
 */
public final class JsonSchemas {
    private JsonSchemas() {}

    /**
     * Reads the schema of a custom component; what the SDK could not rebuild either is opaque.
     *
     * @throws SchemaException when it is no schema or nests too deep; the message names the
     *     property
     */
    public static Schema read(JsonNode jsonSchema) {
        return new JsonSchemaReader().read(jsonSchema);
    }

    /**
     * Reads a schema that stands in a text, as those of actions do.
     *
     * @throws SchemaException when it is no JSON, no schema or nests too deep
     */
    public static Schema read(String jsonSchema) {
        return read(ValueJson.write(ValueJson.parse(jsonSchema)));
    }

    /** The codec of a custom component, whose bytes are its fields in their order without tags. */
    public static ComponentCodec codec(Schema schema) {
        return new FlatCodec(schema);
    }

    /** The {@code jsonSchema} that a composite file carries for a component. */
    public static JsonNode write(ComponentType type) {
        if (CoreTable.isProtobuf(type.name())) {
            return JsonSchemaWriter.protobuf(CoreTable.messageOf(type.name()));
        }
        if (type.name().equals(CoreTable.TRANSFORM)) {
            return JsonSchemaWriter.transform();
        }
        return type.definition()
                .map(ValueJson::parse)
                .map(ValueJson::write)
                .or(() -> EditorTable.jsonSchema(type))
                .orElseGet(() -> JsonSchemaWriter.write(type.schema(), Optional.empty()));
    }
}
