// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The {@code jsonSchema} that a composite has for each component that neither the SDK nor its
 * editors define.
 *
 * <p>They are content of the document, as texts by the names of the components in a cell of the
 * root that no list of components shows: so they are undone, shared, merged and kept like all else.
 * The bytes of such a component are always those of the schema that is stored, whatever its
 * definition in the project says meanwhile.
 */
final class StoredSchemas {
    /** The name of the cell. */
    static final String NAME = "jsonSchema";

    private static final List<String> FIXED =
            List.of(
                    "core::",
                    "core-schema::",
                    "composite::",
                    "inspector::",
                    "asset-packs::",
                    "scenewright::");

    private StoredSchemas() {}

    /** Whether the schema of a component is for the scene to say. */
    static boolean isOpen(String component) {
        return !component.equals(NAME) && FIXED.stream().noneMatch(component::startsWith);
    }

    /** The cell for the parts of a composite; of two with one name the first one counts. */
    static Optional<Value> of(List<Section> sections) {
        var texts = new LinkedHashMap<String, Value>();
        for (var section : sections) {
            section.schema()
                    .filter(schema -> isOpen(section.name()))
                    .map(ValueJson::print)
                    .ifPresent(text -> texts.putIfAbsent(section.name(), Value.of(text)));
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Value.Fields(texts));
    }

    /** What is stored for a component, as JSON. */
    static Optional<String> text(SceneSnapshot now, String component) {
        return Optional.ofNullable(all(now).get(component)).flatMap(StoredSchemas::text);
    }

    /** All that is stored, as texts by the names of components. */
    static Map<String, Value> all(SceneSnapshot now) {
        return now.value(Entity.ROOT, NAME).map(Value::members).orElse(Map.of());
    }

    private static Optional<String> text(Value value) {
        return value instanceof Value.Text(var text) ? Optional.of(text) : Optional.empty();
    }

    /** What is to be stored for a type. */
    static String text(ComponentType type) {
        return ValueJson.print(ValueJson.read(JsonSchemas.write(type)));
    }

    /** The schema that is stored for a component; nothing where there is none that can be used. */
    static Optional<Schema> schema(SceneSnapshot now, String component) {
        return text(now, component).flatMap(StoredSchemas::schema);
    }

    static Optional<Schema> schema(String text) {
        try {
            return Optional.of(JsonSchemas.read(ValueJson.write(ValueJson.parse(text))));
        } catch (SchemaException unusable) {
            return Optional.empty();
        }
    }

    /** Whether what is stored for a component is not what its definition in the project says. */
    static boolean isOld(SceneSnapshot now, ComponentType type) {
        return isOpen(type.name())
                && type.definition().isPresent()
                && text(now, type.name()).filter(old -> !isSame(old, text(type))).isPresent();
    }

    private static boolean isSame(String stored, String defined) {
        return stored.equals(defined)
                || schema(stored).equals(schema(defined)) && schema(stored).isPresent();
    }

    /** Stores what a type says now. */
    static void store(Draft draft, ComponentType type) {
        var stored = draft.now().value(Entity.ROOT, NAME).orElse(Value.EMPTY);
        var texts = new LinkedHashMap<>(stored.members());
        texts.put(type.name(), Value.of(text(type)));
        draft.write(Entity.ROOT, NAME, Optional.of(new Value.Fields(texts)));
    }

    /** A snapshot with types that agree with what it stores now and did not store before. */
    static SceneSnapshot retyped(SceneSnapshot before, SceneSnapshot now) {
        var result = now;
        for (String name : names(before, now)) {
            var text = text(now, name);
            if (isOpen(name) && !text.equals(text(before, name))) {
                result = retyped(result, name, text);
            }
        }
        return result;
    }

    private static List<String> names(SceneSnapshot before, SceneSnapshot now) {
        return Stream.of(before, now)
                .flatMap(snapshot -> snapshot.value(Entity.ROOT, NAME).stream())
                .flatMap(stored -> stored.members().keySet().stream())
                .distinct()
                .toList();
    }

    private static SceneSnapshot retyped(SceneSnapshot now, String name, Optional<String> text) {
        var defined = now.types().find(name).filter(type -> type.definition().isPresent());
        var type = defined.map(known -> stored(known, text)).or(() -> text.map(t -> of(name, t)));
        return type.map(t -> now.withTypes(now.types().with(t))).orElse(now);
    }

    /** A type with the bytes of what is stored for it. */
    static ComponentType stored(ComponentType type, Optional<String> text) {
        return isOpen(type.name())
                ? type.storedAs(text.flatMap(StoredSchemas::schema).orElse(type.schema()))
                : type;
    }

    /** The type that is told by what is stored alone. */
    private static ComponentType of(String name, String text) {
        var schema = schema(text).orElseGet(() -> new Schema.Opaque("unusable schema"));
        return ComponentType.declared(name, schema);
    }

    /**
     * The types of a document in a project that defines some: those of the SDK and of editors hold
     * as they are, then what the project defines, then what is stored.
     *
     * @param given what every scene of the project has
     */
    static ComponentTypes types(SceneSnapshot now, ComponentTypes given) {
        var all = new LinkedHashMap<String, ComponentType>();
        now.types().all().stream()
                .filter(type -> !isOpen(type.name()))
                .forEach(type -> all.put(type.name(), type));
        given.all().forEach(type -> all.putIfAbsent(type.name(), of(now, type)));
        for (var type : now.types().all()) {
            if (!all.containsKey(type.name())) {
                left(now, type).ifPresent(rest -> all.put(type.name(), rest));
            }
        }
        for (String name : names(now, now)) {
            text(now, name)
                    .filter(text -> isOpen(name))
                    .ifPresent(text -> all.computeIfAbsent(name, n -> of(n, text)));
        }
        return ComponentTypes.of(all.values());
    }

    private static ComponentType of(SceneSnapshot now, ComponentType type) {
        return stored(type, text(now, type.name()));
    }

    /** What is left of a type that the project does not define, or no longer. */
    private static Optional<ComponentType> left(SceneSnapshot now, ComponentType type) {
        var stored = text(now, type.name()).map(text -> of(type.name(), text));
        if (stored.isPresent() || type.definition().isEmpty()) {
            return stored.or(() -> Optional.of(type));
        }
        return now.table(type.name()).size() == 0
                ? Optional.empty()
                : Optional.of(ComponentType.declared(type.name(), new Schema.Opaque("no schema")));
    }

    /** A document in a project that defines other types by now. */
    static SceneSnapshot declared(SceneSnapshot now, ComponentTypes given) {
        var types = types(now, given);
        return changes(now.types(), types).isEmpty()
                ? now
                : now.withTypes(types).withRevision(now.revision() + 1);
    }

    /** What it means that other types hold. */
    static List<Change> changes(ComponentTypes before, ComponentTypes now) {
        var changes = new ArrayList<Change>();
        for (var type : now.all()) {
            if (!before.find(type.name()).equals(Optional.of(type))) {
                changes.add(new Change.Declared(type.name()));
            }
        }
        before.all().stream()
                .map(ComponentType::name)
                .filter(name -> now.find(name).isEmpty())
                .forEach(name -> changes.add(new Change.Declared(name)));
        return changes;
    }
}
