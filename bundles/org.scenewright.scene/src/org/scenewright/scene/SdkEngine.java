// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.EntityNumbers;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.JsonSchemas;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.ValueJson;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/**
 * The components of an SDK engine in the order in which they were defined, as far as the loader of
 * composites needs it; one thread only.
 */
final class SdkEngine {
    /** Sets that only grow: the SDK can define them but not fill them from a composite. */
    private static final Set<String> GROWING =
            Set.of(
                    "core::AssetLoadLoadingState",
                    "core::AudioEvent",
                    "core::AvatarEmoteCommand",
                    "core::ExplorerUiEventsResult",
                    "core::PointerEventsResult",
                    "core::TriggerAreaResult",
                    "core::VideoEvent");

    private final ComponentTypes core;
    private final SequencedMap<ComponentId, SdkComponent> components = new LinkedHashMap<>();
    private final EntityNumbers numbers = new EntityNumbers(Entity.FIRST_FREE_NUMBER);

    SdkEngine(ComponentTypes core) {
        this.core = core;
        // A new engine has these from the start.
        known(SceneSnapshot.TRANSFORM);
        known(NetworkIds.ENTITY);
        known(NetworkIds.PARENT);
    }

    private SdkComponent known(String name) {
        return define(core.find(name).orElseThrow());
    }

    private SdkComponent define(ComponentType type) {
        Optional<Schema> walked =
                type.name().startsWith("core::") ? Optional.empty() : Optional.of(type.schema());
        return components.computeIfAbsent(type.id(), id -> new SdkComponent(type, walked));
    }

    /** The component by which instances of composites know where they come from. */
    SdkComponent root() {
        return known(Following.COMPOSITE);
    }

    /** All components in the order in which they were defined. */
    Collection<SdkComponent> components() {
        return components.values();
    }

    Optional<SdkComponent> find(ComponentId id) {
        return Optional.ofNullable(components.get(id));
    }

    /**
     * An entity that none was before.
     *
     * @throws SchemaException when there are too many
     */
    Entity addEntity() {
        return numbers.next()
                .orElseThrow(() -> new SchemaException("there are no numbers left for entities"));
    }

    /**
     * The component that a part of a composite is about, defined if need be.
     *
     * @throws SchemaException when the SDK knows none
     */
    SdkComponent component(CompositeSource.Part part) {
        var refusal = ComponentNumbers.refusal(part.name());
        if (refusal.isPresent()) {
            throw new SchemaException(refusal.get());
        }
        if (GROWING.contains(part.name()) && !part.cells().isEmpty()) {
            throw new SchemaException("it is a set that only grows, which no composite can hold");
        }
        var present = find(ComponentNumbers.of(part.name()));
        return present.orElseGet(() -> define(type(part)));
    }

    private ComponentType type(CompositeSource.Part part) {
        if (part.name().startsWith("core::")) {
            return core(part);
        }
        var json = part.jsonSchema().orElseThrow(() -> new SchemaException("it has no jsonSchema"));
        var schema = JsonSchemas.read(ValueJson.write(json));
        requireRebuildable(schema);
        return ComponentType.declared(part.name(), schema);
    }

    private ComponentType core(CompositeSource.Part part) {
        return core.find(part.name())
                .filter(t -> t.role() != ComponentType.Role.UNSUPPORTED)
                .orElseThrow(() -> new SchemaException("the SDK has no such core component"));
    }

    private void requireRebuildable(Schema schema) {
        if (schema.equals(core.find(SceneSnapshot.TRANSFORM).orElseThrow().schema())) {
            throw unsupported("transform");
        }
        switch (schema) {
            case Schema.Opaque(var reason) -> throw unsupported(reason);
            case Schema.Items(var element) -> requireRebuildable(element);
            case Schema.Maybe(var inner) -> requireRebuildable(inner);
            case Schema.Struct(var fields) -> fields.forEach(f -> requireRebuildable(f.schema()));
            case Schema.OneOf oneOf -> oneOf.cases().forEach(c -> requireRebuildable(c.schema()));
            case Schema.Flag f -> {}
            case Schema.Number n -> {}
            case Schema.Text t -> {}
            case Schema.Choice c -> {}
            case Schema.Mask m -> {}
            case Schema.Vector v -> {}
            case Schema.EntityReference e -> {}
        }
    }

    private static SchemaException unsupported(String type) {
        return new SchemaException(
                "its jsonSchema cannot be used: " + type + " is not supported by the SDK");
    }
}
