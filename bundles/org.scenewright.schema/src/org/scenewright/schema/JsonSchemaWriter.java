// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Writes jsonSchema. */
final class JsonSchemaWriter {
    private JsonSchemaWriter() {}

    static JsonNode write(ComponentType type) {
        return JsonNodeFactory.instance.objectNode().put("name", type.name());
    }
}
