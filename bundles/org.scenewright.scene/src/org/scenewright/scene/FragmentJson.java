// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The way between fragments and the text that the clipboard carries; the text may come from
 * anywhere.
 */
final class FragmentJson {
    /** The longest text that is read, in characters. */
    static final int MAX_LENGTH = 16 << 20;

    private static final String KIND = "scenewright/fragment";
    private static final int MAX_ENTITIES = Entity.LAST_NUMBER - Entity.FIRST_FREE_NUMBER + 1;
    private static final int MAX_TYPES = 1_000;

    private FragmentJson() {}

    static String write(Fragment fragment) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("kind", Value.of(KIND));
        fields.put(
                "entities", Value.of(fragment.items().stream().map(FragmentJson::write).toList()));
        var outside = new LinkedHashMap<String, Value>();
        fragment.outside()
                .forEach((entity, name) -> outside.put(entity.toString(), Value.of(name)));
        fields.put("outside", new Value.Fields(outside));
        fields.put("types", Value.of(fragment.types().stream().map(FragmentJson::write).toList()));
        return ValueJson.print(new Value.Fields(fields));
    }

    private static Value write(Fragment.Item item) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("entity", Value.of(item.entity().toLong()));
        item.parent().ifPresent(parent -> fields.put("parent", Value.of(parent.toLong())));
        fields.put("world", item.world().toValue());
        fields.put("components", new Value.Fields(item.components()));
        return new Value.Fields(fields);
    }

    private static Value write(ComponentType type) {
        var fields = new LinkedHashMap<String, Value>();
        fields.put("name", Value.of(type.name()));
        fields.put("jsonSchema", ValueJson.read(JsonSchemas.write(type)));
        return new Value.Fields(fields);
    }

    static Optional<Fragment> read(String json) {
        // Most texts on a clipboard are none of ours and need not be parsed to know that.
        if (json.length() > MAX_LENGTH || !json.contains(KIND)) {
            return Optional.empty();
        }
        try {
            return Optional.of(ValueJson.parse(json))
                    .filter(value -> value.text("kind", "").equals(KIND))
                    .map(FragmentJson::read);
        } catch (SchemaException hostile) {
            return Optional.empty();
        }
    }

    private static Fragment read(Value value) {
        new FieldCheck("fragment").checkBounds(value);
        var entities = value.items("entities");
        require(!entities.isEmpty() && entities.size() <= MAX_ENTITIES);
        var items = new ArrayList<Fragment.Item>();
        Set<Entity> seen = new HashSet<>();
        for (var entity : entities) {
            var item = item(entity);
            require(seen.add(item.entity()) && item.parent().stream().allMatch(seen::contains));
            items.add(item);
        }
        require(value.items("types").size() <= MAX_TYPES);
        return new Fragment(
                items,
                outside(value),
                value.items("types").stream().map(FragmentJson::type).toList());
    }

    private static Fragment.Item item(Value value) {
        var entity = entity(value.number("entity", -1));
        var parent =
                value.members().containsKey("parent")
                        ? Optional.of(entity(value.number("parent", -1)))
                        : Optional.<Entity>empty();
        require(!parent.equals(Optional.of(entity)));
        var world = value.members().getOrDefault("world", Value.EMPTY);
        return new Fragment.Item(entity, parent, Pose.of(world), components(value));
    }

    private static SequencedMap<String, Value> components(Value item) {
        return new LinkedHashMap<>(
                item.members().getOrDefault("components", Value.EMPTY).members());
    }

    private static SequencedMap<Entity, String> outside(Value value) {
        var outside = new LinkedHashMap<Entity, String>();
        value.members()
                .getOrDefault("outside", Value.EMPTY)
                .members()
                .forEach(
                        (key, name) -> outside.put(required(Entity.parse(key)), name.text("", "")));
        return outside;
    }

    private static ComponentType type(Value value) {
        String name = value.text("name", "");
        require(!name.isEmpty() && name.length() <= 256 && !name.startsWith("core::"));
        var schema =
                JsonSchemas.read(
                        ValueJson.write(value.members().getOrDefault("jsonSchema", Value.EMPTY)));
        return ComponentType.declared(name, schema);
    }

    private static Entity entity(double number) {
        return required(Entity.of(number));
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw noFragment();
        }
    }

    private static Entity required(Optional<Entity> entity) {
        return entity.orElseThrow(FragmentJson::noFragment);
    }

    private static SchemaException noFragment() {
        return new SchemaException("this is no fragment of a scene");
    }
}
