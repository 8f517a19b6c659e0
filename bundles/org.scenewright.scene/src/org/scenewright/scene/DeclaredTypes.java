// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The component types of one file: those that every scene has and those that the file declares. */
final class DeclaredTypes {
    private final ProblemLog log;
    private final Map<String, ComponentType> types = new LinkedHashMap<>();
    private final Map<ComponentId, String> numbers = new LinkedHashMap<>();

    private final Set<String> given = new HashSet<>();

    private DeclaredTypes(ComponentTypes core, ProblemLog log) {
        this.log = log;
        core.all().forEach(this::add);
        core.all().stream()
                .filter(type -> type.definition().isPresent())
                .forEach(type -> given.add(type.name()));
    }

    static ComponentTypes of(ComponentTypes core, List<Section> sections, ProblemLog log) {
        var declared = new DeclaredTypes(core, log);
        for (var section : sections) {
            declared.warnIfRefused(section);
            declared.add(section);
        }
        return ComponentTypes.of(declared.types.values());
    }

    private void add(ComponentType type) {
        types.put(type.name(), type);
        numbers.putIfAbsent(type.id(), type.name());
    }

    /** The SDK's loader throws on a core component that it has no definition of. */
    private void warnIfRefused(Section section) {
        var known = Optional.ofNullable(types.get(section.name()));
        boolean isSupported =
                known.filter(type -> type.role() != ComponentType.Role.UNSUPPORTED).isPresent();
        if (section.name().startsWith("core::") && !isSupported) {
            String message =
                    "The SDK's tools do not have this component and refuse a scene with it.";
            log.warn("", section.name(), section.line(), message);
        }
    }

    private void add(Section section) {
        ComponentNumbers.refusal(section.name())
                .ifPresent(reason -> log.warn("", section.name(), section.line(), reason));
        if (types.containsKey(section.name())) {
            section.schema().ifPresent(json -> store(section.name(), json));
            return;
        }
        var type = type(section);
        String other = numbers.getOrDefault(type.id(), type.name());
        if (!other.equals(type.name())) {
            log.warn(
                    "",
                    type.name(),
                    section.line(),
                    "It has the same number " + type.id() + " as " + other + ".");
        }
        add(type);
    }

    /** What the project defines has the bytes of what the file says; the first one counts. */
    private void store(String name, Value json) {
        if (given.remove(name)) {
            var text = Optional.of(ValueJson.print(json));
            types.computeIfPresent(name, (n, type) -> StoredSchemas.stored(type, text));
        }
    }

    private ComponentType type(Section section) {
        var schema =
                section.schema()
                        .map(json -> schema(section, json))
                        .orElseGet(() -> missing(section));
        return ComponentType.declared(section.name(), schema);
    }

    private Schema missing(Section section) {
        String message =
                "The file does not say what this component looks like; it is kept as it is.";
        log.warn("", section.name(), section.line(), message);
        return new Schema.Opaque("no schema");
    }

    private Schema schema(Section section, Value json) {
        try {
            return JsonSchemas.read(ValueJson.write(json));
        } catch (SchemaException unusable) {
            String message = "Its jsonSchema cannot be used: " + unusable.getMessage() + ".";
            log.warn("", section.name(), section.line(), message);
            return new Schema.Opaque("unusable schema");
        }
    }

    /**
     * The jsonSchema for a component that a file does not have yet; nothing for a type that is not
     * known.
     */
    static Optional<Value> written(ComponentTypes types, String name) {
        return types.find(name).map(type -> ValueJson.read(JsonSchemas.write(type)));
    }
}
