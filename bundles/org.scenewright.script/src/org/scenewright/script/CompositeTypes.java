// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import org.scenewright.crdt.ComponentId;
import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.Declared;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Puts what composites declare beside what source files define, and holds it against that. */
final class CompositeTypes {
    /** What the SDK itself brings; every composite repeats the schemas of it. */
    private static final List<String> OF_THE_SDK =
            List.of("core::", "core-schema::", "composite::");

    private final SequencedMap<String, ProjectComponent> components = new LinkedHashMap<>();
    private final Map<String, Schema> schemas = new HashMap<>();
    private final Map<ComponentId, String> numbers = new HashMap<>();
    private final List<Conflict> conflicts;

    CompositeTypes(ProjectTypes types) {
        conflicts = new ArrayList<>(types.conflicts());
        types.types().all().forEach(type -> numbers.putIfAbsent(type.id(), type.name()));
        types.definitions()
                .forEach(d -> put(component(d, types.types().find(d.name()).orElseThrow())));
    }

    private static ProjectComponent component(Definition definition, ComponentType type) {
        return new ProjectComponent(
                definition.name(),
                type.id(),
                definition.packageName(),
                definition.place(),
                ValueJson.parse(definition.jsonSchema()),
                definition.initial().map(ValueJson::parse).orElseGet(type::initial),
                definition.isInternal());
    }

    private void put(ProjectComponent component) {
        components.put(component.name(), component);
        schemas.put(component.name(), schema(component.jsonSchema()));
    }

    private static Schema schema(Value json) {
        return JsonSchemas.read(ValueJson.write(json));
    }

    void add(CompositeFile file) {
        for (var declared : file.declared()) {
            if (OF_THE_SDK.stream().noneMatch(declared.name()::startsWith)) {
                add(file, declared);
            }
        }
    }

    private void add(CompositeFile file, Declared declared) {
        var place = new Place(file.shownName(), declared.line(), 0);
        try {
            var schema = schema(declared.jsonSchema());
            if (isNew(declared, place)) {
                put(component(declared, schema, place));
            } else if (components.containsKey(declared.name())) {
                compare(declared, schema, place);
            }
            checkValues(file, declared.name(), schema);
        } catch (SchemaException unusable) {
            refuse(declared.name(), place, "Its schema cannot be used: " + unusable.getMessage());
        }
    }

    private boolean isNew(Declared declared, Place place) {
        String name = declared.name();
        var refusal = ComponentNumbers.refusal(name);
        if (components.containsKey(name) || refusal.isPresent()) {
            refusal.ifPresent(reason -> refuse(name, place, reason));
            return false;
        }
        var number = ComponentNumbers.of(name);
        String other = numbers.getOrDefault(number, name);
        numbers.putIfAbsent(number, name);
        if (!other.equals(name)) {
            refuse(name, place, "It has the same number " + number + " as " + other + ".");
        }
        return true;
    }

    private static ProjectComponent component(Declared declared, Schema schema, Place place) {
        return new ProjectComponent(
                declared.name(),
                ComponentNumbers.of(declared.name()),
                "",
                place,
                declared.jsonSchema(),
                schema.initial(),
                false);
    }

    /**
     * Builds of scenes write bytes by the schema of the composite, and scripts read them by theirs.
     */
    private void compare(Declared declared, Schema schema, Place place) {
        var first = components.get(declared.name()).place();
        if (declared.isUsed() && !schema.equals(schemas.get(declared.name()))) {
            String message =
                    "The schema stored here is not the one in %s, line %d."
                            .formatted(first.file(), first.line());
            refuse(declared.name(), place, message);
        }
    }

    /** Where another schema is stored, that it lacks fields has been told. */
    private void checkValues(CompositeFile file, String name, Schema stored) {
        var schema = schemas.get(name);
        if (schema != null) {
            for (var misfit : file.misfits(name, schema, schema.equals(stored))) {
                String message =
                        "Entity %s, %s: %s"
                                .formatted(misfit.entity(), misfit.field(), misfit.message());
                refuse(name, new Place(misfit.file(), misfit.line(), 0), message);
            }
        }
    }

    private void refuse(String name, Place place, String reason) {
        conflicts.add(new Conflict(name, place, reason));
    }

    ProjectComponents done() {
        return new ProjectComponents(List.copyOf(components.values()), conflicts);
    }
}
