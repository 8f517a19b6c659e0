// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.scenewright.crdt.ComponentId;
import org.scenewright.schema.About;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.JsonSchemas;
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

/**
 * Puts definitions beside the types of the SDK, one after the other: the first one of a name and of
 * a number counts, as it would be the first one that the engine is told of.
 */
final class TypeMerge {
    private static final JsonMapper JSON = new JsonMapper();

    private final ComponentTypes core;
    private final SequencedMap<String, Definition> counted = new LinkedHashMap<>();
    private final Map<String, JsonNode> schemas = new HashMap<>();
    private final Map<ComponentId, String> numbers = new HashMap<>();
    private final List<ComponentType> types = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();

    TypeMerge(ComponentTypes core) {
        this.core = core;
        core.all().forEach(type -> numbers.putIfAbsent(type.id(), type.name()));
        types.addAll(core.all());
    }

    void add(Definition definition) {
        try {
            var json = JSON.readTree(definition.jsonSchema());
            if (isFree(definition, json)) {
                count(definition, json);
            }
        } catch (JsonProcessingException | SchemaException unusable) {
            String reason = unusable.getMessage();
            refuse(definition, "Its schema cannot be used: " + reason);
        }
    }

    private boolean isFree(Definition definition, JsonNode json) {
        String name = definition.name();
        var refusal = ComponentNumbers.refusal(name);
        if (refusal.isPresent()) {
            refuse(definition, refusal.get());
        } else if (core.find(name).isPresent()) {
            refuseCore(definition, json);
        } else if (counted.containsKey(name)) {
            refuseSecond(definition, json);
        } else {
            return isFree(definition);
        }
        return false;
    }

    private boolean isFree(Definition definition) {
        String other = numbers.get(ComponentNumbers.of(definition.name()));
        if (other != null) {
            String number = ComponentNumbers.of(definition.name()).toString();
            refuse(definition, "It has the same number " + number + " as " + other + ".");
        }
        return other == null;
    }

    private void refuseCore(Definition definition, JsonNode json) {
        var known = core.find(definition.name()).orElseThrow();
        if (!JsonSchemas.read(json).equals(known.schema())) {
            refuse(definition, "The SDK has a component of this name with another schema.");
        }
    }

    /** To say the same twice does no harm. */
    private void refuseSecond(Definition definition, JsonNode json) {
        String name = definition.name();
        if (!json.equals(schemas.get(name))) {
            refuse(definition, differs(counted.get(name).place()) + " That one is used.");
            refuse(counted.get(name), differs(definition.place()) + " This one is used.");
        }
    }

    private static String differs(Place other) {
        return "Another schema for it stands in " + other.file() + ", line " + other.line() + ".";
    }

    private void refuse(Definition definition, String reason) {
        conflicts.add(new Conflict(definition.name(), definition.place(), reason));
    }

    private void count(Definition definition, JsonNode json) {
        Value initial = definition.initial().map(ValueJson::parse).orElse(Value.EMPTY);
        var type = ComponentType.defined(definition.name(), json).startingFrom(initial);
        types.add(type.with(about(definition)));
        counted.put(definition.name(), definition);
        schemas.put(definition.name(), json);
        numbers.put(type.id(), type.name());
    }

    private static About about(Definition definition) {
        var notes = definition.notes();
        return new About(
                definition.packageName(), definition.isInternal(), notes.about(), notes.fields());
    }

    ProjectTypes done() {
        return new ProjectTypes(ComponentTypes.of(types), List.copyOf(counted.values()), conflicts);
    }
}
