// SPDX-License-Identifier: EPL-2.0
package org.scenewright.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The components that editors and smart items add, as {@code editor-components.json} lists them by
 * name.
 */
final class EditorTable {
    private static final JsonNode TABLE = load();

    private EditorTable() {}

    private static JsonNode load() {
        try (var in = EditorTable.class.getResourceAsStream("editor-components.json")) {
            if (in == null) {
                throw new IllegalStateException(
                        "editor-components.json is missing from the bundle");
            }
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ComponentType> types() {
        var types = new ArrayList<ComponentType>();
        TABLE.properties().forEach(entry -> types.add(type(entry.getKey(), entry.getValue())));
        return types;
    }

    private static ComponentType type(String name, JsonNode json) {
        return ComponentType.declared(name, JsonSchemas.read(json));
    }

    /**
     * The spelling that other editors write; nothing when the type has another schema under that
     * name.
     */
    static Optional<JsonNode> jsonSchema(ComponentType type) {
        var json = TABLE.path(type.name());
        boolean same = !json.isMissingNode() && JsonSchemas.read(json).equals(type.schema());
        return same ? Optional.of(json.deepCopy()) : Optional.empty();
    }
}
