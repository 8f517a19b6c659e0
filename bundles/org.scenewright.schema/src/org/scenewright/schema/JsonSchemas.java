// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The way between the {@code jsonSchema} of composite files and schemas; usable from any thread.
 */
public final class JsonSchemas {
    private JsonSchemas() {}

    /**
     * Reads the schema of a custom component; what the SDK could not rebuild either is opaque.
     *
     * @throws SchemaException when it is no schema or nests too deep
     */
    public static Schema read(JsonNode jsonSchema) {
        return JsonSchemaReader.read(jsonSchema);
    }

    /** The codec of a custom component, whose bytes are its fields in their order without tags. */
    public static ComponentCodec codec(Schema schema) {
        return new FlatCodec(schema);
    }

    /** The {@code jsonSchema} that a composite file carries for a component. */
    public static JsonNode write(ComponentType type) {
        return JsonSchemaWriter.write(type);
    }
}
