// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.scenewright.crdt.ComponentId;
import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.Declared;
import org.scenewright.scene.Problem;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.wire.Definition;
import org.scenewright.script.wire.Place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/** Puts what composites declare beside what source files define, and holds it against that. */
final class CompositeTypes {
    /** What the SDK itself brings; every composite repeats the schemas of it. */
    private static final List<String> OF_THE_SDK =
            List.of("core::", "core-schema::", "composite::");

    private static final JsonMapper JSON = new JsonMapper();

    private final SequencedMap<String, ProjectComponent> components = new LinkedHashMap<>();
    private final Map<String, ComponentType> defined = new HashMap<>();
    private final Map<ComponentId, String> numbers = new HashMap<>();
    private final List<Conflict> conflicts;

    CompositeTypes(ProjectTypes types) {
        conflicts = new ArrayList<>(types.conflicts());
        types.types().all().forEach(type -> numbers.putIfAbsent(type.id(), type.name()));
        types.definitions().forEach(d -> define(d, types.types().find(d.name()).orElseThrow()));
    }

    private void define(Definition definition, ComponentType type) {
        put(type, component(definition, type));
    }

    private void put(ComponentType type, ProjectComponent component) {
        defined.put(component.name(), type);
        components.put(component.name(), component);
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
            var type = type(declared);
            if (isNew(declared, place)) {
                put(type, component(declared, type, place));
            }
            compare(file, declared, place);
        } catch (JsonProcessingException | SchemaException unusable) {
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

    private static ComponentType type(Declared declared) throws JsonProcessingException {
        var json = JSON.readTree(ValueJson.print(declared.jsonSchema()));
        return ComponentType.defined(declared.name(), json);
    }

    private static ProjectComponent component(Declared declared, ComponentType type, Place place) {
        return new ProjectComponent(
                declared.name(),
                type.id(),
                "",
                place,
                declared.jsonSchema(),
                type.initial(),
                false);
    }

    /**
     * Builds of scenes write bytes by the schema of the composite, and scripts read them by theirs.
     */
    private void compare(CompositeFile file, Declared declared, Place place) {
        var type = defined.get(declared.name());
        if (type == null || !declared.isUsed()) {
            return;
        }
        var misfits = file.misfits(type);
        var shape =
                misfits.stream()
                        .filter(misfit -> misfit.entity().isEmpty())
                        .map(misfit -> misfit.field() + ": " + misfit.message())
                        .collect(Collectors.joining(" "));
        if (!shape.isEmpty()) {
            var first = components.get(declared.name()).place();
            String message =
                    "The schema stored here is not the one in %s, line %d. %s"
                            .formatted(first.file(), first.line(), shape);
            refuse(declared.name(), place, message);
        }
        misfits.stream()
                .filter(misfit -> !misfit.entity().isEmpty())
                .forEach(misfit -> refuse(declared.name(), misfit));
    }

    private void refuse(String name, Problem misfit) {
        String message = "Entity " + misfit.entity() + ": " + misfit.message();
        var place = new Place(misfit.file(), misfit.line(), 0);
        conflicts.add(new Conflict(name, place, message, Optional.of(misfit)));
    }

    private void refuse(String name, Place place, String reason) {
        conflicts.add(new Conflict(name, place, reason));
    }

    ProjectComponents done() {
        return new ProjectComponents(List.copyOf(components.values()), conflicts);
    }
}
