// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;

/**
 * A component of a project's source files as it was and as it is later, and scenes that have it.
 */
final class Velocity {
    static final String NAME = "yard::Velocity";
    static final ComponentTypes CORE = CoreComponents.load();
    static final Entity BOX = new Entity(512);

    private static final String MAP =
            "{\"type\":\"object\",\"properties\":{%s},\"serializationType\":\"map\"}";
    private static final String FIELD = "\"%s\":{\"type\":\"%s\",\"serializationType\":\"%s\"}";

    static final String X = field("x", "number", "float32");
    static final String Y = field("y", "number", "float32");
    static final String Y_TEXT = field("y", "string", "utf8-string");
    static final String FAST = field("fast", "boolean", "boolean");

    private Velocity() {}

    static String field(String name, String type, String serialization) {
        return FIELD.formatted(name, type, serialization);
    }

    /** The jsonSchema with some fields. */
    static String schema(String... fields) {
        return MAP.formatted(String.join(",", fields));
    }

    static ComponentType type(String... fields) {
        try {
            return ComponentType.defined(NAME, new JsonMapper().readTree(schema(fields)));
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    /** What a project has that defines the component with some fields. */
    static ComponentTypes project(String... fields) {
        var all = new ArrayList<>(CORE.all());
        all.add(type(fields));
        return ComponentTypes.of(all);
    }

    /** A composite that has the component with a schema and cells of entities from 512 on. */
    static String composite(String schema, String... cells) {
        var data = new ArrayList<String>();
        for (int i = 0; i < cells.length; i++) {
            data.add("\"" + (512 + i) + "\":{\"json\":" + cells[i] + "}");
        }
        return "{\"version\":1,\"components\":[\n{\"name\":\"%s\",\"jsonSchema\":%s,\n\"data\":{%s}}]}"
                .formatted(NAME, schema, String.join(",\n", data));
    }

    /** The same with a named entity. */
    static String named(String composite) {
        String name =
                "{\"name\":\"core-schema::Name\",\"data\":{\"600\":{\"json\":{\"value\":\"Lamp\"}}}}";
        return composite.substring(0, composite.length() - 2) + ",\n" + name + "]}";
    }

    static CompositeFile file(String text, ComponentTypes types) {
        return CompositeFile.of(text.getBytes(StandardCharsets.UTF_8), "main.composite", types);
    }

    static Scene scene(CompositeFile file) {
        return new Scene(file.fill(SceneSnapshot.empty(file.types())));
    }

    static String written(CompositeFile file, Scene scene) {
        return new String(file.write(scene.snapshot()), StandardCharsets.UTF_8);
    }
}
