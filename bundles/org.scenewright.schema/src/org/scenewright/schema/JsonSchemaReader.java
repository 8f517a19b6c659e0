// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads jsonSchema. */
final class JsonSchemaReader {
    private JsonSchemaReader() {}

    static Schema read(JsonNode json) {
        return new Schema.Opaque(json.path("serializationType").asText());
    }
}
