// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What can be placed in scenes any number of times by {@link Edit.Instance}: the components of one
 * or more entities, with placeholders. Immutable; it is what catalogs and custom items keep as
 * their composite.
 *
 * <p>{@value #FOLDER} in any text stands for the folder of the item's files, <code>{self}</code>
 * for the entity or, as the id of a smart component, for an id of its own, and <code>
 * {self:Component}</code> and <code>{513:Component}</code> in a trigger for the id of a component
 * of the same or of another entity of the item. A list of components to synchronize may name them.
 *
 * @param parts the components in their order, each name once
 */
public record SceneItem(List<Part> parts) {
    /** The placeholder for the folder of an item's files. */
    public static final String FOLDER = "{assetPath}";

    private static final int LONGEST = 16 << 20;
    private static final int MOST_PARTS = 1_000;

    public SceneItem {
        parts = List.copyOf(parts);
    }

    /**
     * A component of an item.
     *
     * @param jsonSchema what it looks like, where the item says it
     * @param values its value for each entity that has it, by the number that the entity has in the
     *     item, which means nothing outside
     */
    public record Part(
            String component, Optional<Value> jsonSchema, SequencedMap<Entity, Value> values) {
        public Part {
            values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
        }
    }

    /**
     * Reads a composite of at most 16 Mi characters.
     *
     * @throws SchemaException when it is none that an item can have; the message says what is wrong
     *     and where
     */
    public static SceneItem parse(String composite) {
        require(composite.length() <= LONGEST, "the composite is too long");
        var root = ValueJson.parse(composite);
        require(root.members().containsKey("components"), "there is no list of components");
        var sections = root.items("components");
        require(sections.size() <= MOST_PARTS, "there are too many components");
        var parts = new LinkedHashMap<String, Part>();
        sections.forEach(section -> add(section, parts));
        return new SceneItem(List.copyOf(parts.values()));
    }

    private static void add(Value section, SequencedMap<String, Part> parts) {
        String name = section.text("name", "");
        require(!name.isEmpty(), "a component has no name");
        var values = new TreeMap<Entity, Value>();
        Optional.ofNullable(parts.get(name)).ifPresent(earlier -> values.putAll(earlier.values()));
        section.members()
                .getOrDefault("data", Value.EMPTY)
                .members()
                .forEach((key, cell) -> values.put(entity(name, key), value(name, key, cell)));
        var schema = Optional.ofNullable(section.members().get("jsonSchema"));
        parts.put(name, new Part(name, schema, values));
    }

    private static Entity entity(String component, String key) {
        return Entity.parse(key)
                .orElseThrow(
                        () ->
                                new SchemaException(
                                        component
                                                + " has the key \""
                                                + shortened(key)
                                                + "\", which is no number of an entity"));
    }

    private static Value value(String component, String key, Value cell) {
        return Optional.ofNullable(cell.members().get("json"))
                .orElseThrow(
                        () ->
                                new SchemaException(
                                        component + " of entity " + key + " has no value"));
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 39) + "…" : text;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new SchemaException(otherwise);
        }
    }

    /** The composite of this item, which {@link #parse} reads. */
    public String toJson() {
        var sections = new ArrayList<Value>();
        for (var part : parts) {
            var data = new LinkedHashMap<String, Value>();
            part.values()
                    .forEach((entity, value) -> data.put(entity + "", Value.fields("json", value)));
            var section = new LinkedHashMap<String, Value>();
            section.put("name", Value.of(part.component()));
            part.jsonSchema().ifPresent(schema -> section.put("jsonSchema", schema));
            section.put("data", new Value.Fields(data));
            sections.add(new Value.Fields(section));
        }
        var root = new LinkedHashMap<String, Value>();
        root.put("version", Value.of(1));
        root.put("components", Value.of(sections));
        return ValueJson.print(new Value.Fields(root));
    }
}
