// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Instances composites into an {@link SdkEngine} in the order and with the quirks of the SDK's
 * loader, so that the engine ends with the same bytes.
 *
 * <p>Composites of the scene keep their numbers; what they nest gets new ones.
 */
final class Instancing {
    private static final int DEEPEST = 100;
    private static final int MOST_VALUES = 4_000_000;

    private final SdkEngine engine;
    private final Map<String, CompositeSource> sources;
    private final Consumer<String> warnings;
    private final boolean describesAll;
    private final Map<Created, String> origins = new HashMap<>();

    /** A component of an entity. */
    private record Created(Entity entity, String component) {}

    /**
     * @param sources the composites that others can nest, by their paths
     * @param listing what is noted of the composites
     * @param warnings takes sentences about what is left out
     */
    Instancing(
            SdkEngine engine,
            Map<String, CompositeSource> sources,
            StateDump.Listing listing,
            Consumer<String> warnings) {
        this.describesAll = listing == StateDump.Listing.WHENEVER_LISTED;
        this.engine = engine;
        this.sources = sources;
        this.warnings = warnings;
    }

    /**
     * Instances a composite with the numbers that it has.
     *
     * @throws SceneFormatException where the SDK refuses to; the message names file, component and
     *     entity
     */
    void instance(CompositeSource source) {
        new Instance(source, Optional.empty(), Set.of()).run();
    }

    /** The file that a component of an entity came from. */
    String origin(Entity entity, String component) {
        return origins.getOrDefault(new Created(entity, component), "");
    }

    private final class Instance {
        private final CompositeSource source;
        private final Optional<Entity> rootEntity;
        private final Set<String> requested;

        /** By whatever the composite refers to, which need not be an entity. */
        private final Map<JsonNode, JsonNode> mapping = new LinkedHashMap<>();

        private final Entity root;

        /**
         * @param rootEntity what stands for the root of a nested composite
         */
        Instance(CompositeSource source, Optional<Entity> rootEntity, Set<String> requested) {
            this.source = source;
            this.rootEntity = rootEntity;
            this.requested = requested;
            rootEntity.ifPresent(entity -> mapping.put(number(Entity.ROOT), number(entity)));
            this.root = map(Entity.ROOT);
        }

        private Entity map(Entity entity) {
            return new Entity((int) map(number(entity)).longValue());
        }

        private JsonNode map(JsonNode reference) {
            // Whatever is nested is numbered anew, also in a composite that keeps its numbers.
            return mapping.computeIfAbsent(
                    LiveValue.key(reference),
                    key -> rootEntity.isPresent() ? number(engine.addEntity()) : reference);
        }

        void run() {
            var rootComponent = engine.root();
            boolean nests = nested(rootComponent);
            for (var part : source.parts()) {
                if (!part.name().equals(rootComponent.name())) {
                    copy(part);
                }
            }
            if (nests || describesAll && lists(rootComponent)) {
                describe(rootComponent);
            }
        }

        private boolean lists(SdkComponent rootComponent) {
            return source.parts().stream().anyMatch(p -> p.name().equals(rootComponent.name()));
        }

        /** Instances what the first list of nested composites names, if any of it is there. */
        private boolean nested(SdkComponent rootComponent) {
            boolean found = false;
            var list =
                    source.parts().stream()
                            .filter(part -> part.name().equals(rootComponent.name()))
                            .findFirst();
            for (var cell : list.map(part -> part.cells().entrySet()).orElse(Set.of())) {
                found |= nested(rootComponent, cell.getKey(), cell.getValue());
            }
            return found;
        }

        private boolean nested(
                SdkComponent rootComponent, Entity entity, CompositeSource.Content content) {
            try {
                var path = rootComponent.read(content).path("src");
                if (!path.isTextual()) {
                    throw new SchemaException("src: expected a text");
                }
                String src = source.resolve(path.textValue());
                var target = map(entity);
                var child = child(src);
                child.ifPresentOrElse(found -> nest(found, target, entity), () -> warn(src));
                return child.isPresent();
            } catch (SchemaException unfit) {
                throw failure(entity, rootComponent.name(), unfit.getMessage());
            }
        }

        private Optional<CompositeSource> child(String src) {
            // The SDK looks its composites up in a JavaScript object.
            ComponentNumbers.refusal(src)
                    .ifPresent(
                            refusal -> {
                                throw new SchemaException("src: " + refusal);
                            });
            return Optional.ofNullable(sources.get(src));
        }

        private void nest(CompositeSource child, Entity target, Entity entity) {
            boolean isRecursive =
                    requested.contains(child.src()) || child.src().equals(source.src());
            if (isRecursive || requested.size() >= DEEPEST) {
                String what =
                        isRecursive ? "it contains itself by way of " : "too deep below it is ";
                throw failure(entity, Following.COMPOSITE, what + child.src());
            }
            var all =
                    Stream.concat(requested.stream(), Stream.of(child.src()))
                            .collect(Collectors.toUnmodifiableSet());
            new Instance(child, Optional.of(target), all).run();
        }

        private void warn(String src) {
            warnings.accept(
                    source.src() + " nests " + src + ", which is not there; it is left out.");
        }

        private void copy(CompositeSource.Part part) {
            var component = component(part);
            part.cells().forEach((entity, content) -> copy(component, entity, content));
        }

        private SdkComponent component(CompositeSource.Part part) {
            try {
                return engine.component(part);
            } catch (SchemaException refused) {
                String entities =
                        part.cells().isEmpty()
                                ? ""
                                : " of entity " + part.cells().firstEntry().getKey();
                throw new SceneFormatException(
                        "%s: %s%s: %s."
                                .formatted(
                                        source.src(),
                                        part.name(),
                                        entities,
                                        ComponentNames.withoutStop(refused.getMessage())),
                        0);
            }
        }

        private void copy(SdkComponent component, Entity entity, CompositeSource.Content content) {
            try {
                var value = component.read(content);
                var target = map(entity);
                if (origins.size() >= MOST_VALUES) {
                    throw new SchemaException("there are too many components in the scene");
                }
                var created = component.create(target, value);
                origins.put(new Created(target, component.name()), source.src());
                remap(component, created);
            } catch (SchemaException unfit) {
                throw failure(entity, component.name(), unfit.getMessage());
            }
        }

        private void remap(SdkComponent component, JsonNode value) {
            if (component.name().equals(SceneSnapshot.TRANSFORM)) {
                reparent((ObjectNode) value);
            } else {
                var remapping = new Remapping(this::map);
                component.walked().ifPresent(schema -> remapping.change(schema, value));
            }
        }

        private void reparent(ObjectNode transform) {
            var parent = transform.path("parent");
            var number = LiveValue.of(Value.of(LiveValue.isTruthy(parent) ? parent.asDouble() : 0));
            transform.set("parent", map(number));
        }

        private void describe(SdkComponent rootComponent) {
            var value =
                    (ObjectNode)
                            rootComponent
                                    .value(root)
                                    .orElseGet(
                                            () -> rootComponent.create(root, LiveValue.struct()));
            var entities = (ArrayNode) value.path("entities");
            mapping.forEach((src, dest) -> entities.add(pair(src, dest)));
            value.set("src", LiveValue.of(Value.of(source.src())));
            origins.put(new Created(root, rootComponent.name()), source.src());
        }

        private SceneFormatException failure(Entity entity, String component, String reason) {
            return new SceneFormatException(
                    "%s: entity %s, %s: %s."
                            .formatted(
                                    source.src(),
                                    entity,
                                    component,
                                    ComponentNames.withoutStop(reason)),
                    0);
        }
    }

    private static ObjectNode pair(JsonNode src, JsonNode dest) {
        var pair = LiveValue.struct();
        if (!src.isMissingNode() && !src.isNull()) {
            pair.set("src", src);
        }
        pair.set("dest", dest);
        return pair;
    }

    private static JsonNode number(Entity entity) {
        return LiveValue.of(Value.of(entity.toLong()));
    }
}
