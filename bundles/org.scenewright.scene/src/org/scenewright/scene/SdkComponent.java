// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import com.fasterxml.jackson.databind.JsonNode;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentCodec;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/** A component of an {@link SdkEngine} with the values that its entities have; one thread only. */
final class SdkComponent {
    private final ComponentType type;
    private final Optional<Schema> walked;
    private final Optional<Value> defaults;
    private final SequencedMap<Entity, JsonNode> values = new LinkedHashMap<>();

    /**
     * @param walked the schema by which references are found, if the SDK looks for any
     */
    SdkComponent(ComponentType type, Optional<Schema> walked) {
        this.type = type;
        this.walked = walked;
        boolean extendsValues =
                type.name().equals(SceneSnapshot.TRANSFORM)
                        || walked.filter(Schema.Struct.class::isInstance).isPresent();
        this.defaults = extendsValues ? Optional.of(type.initial()) : Optional.empty();
    }

    String name() {
        return type.name();
    }

    ComponentId id() {
        return type.id();
    }

    ComponentCodec codec() {
        return type.codec();
    }

    Optional<Schema> walked() {
        return walked;
    }

    Optional<JsonNode> value(Entity entity) {
        return Optional.ofNullable(values.get(entity));
    }

    /** Hands out all values, in the order in which they were given. */
    void values(BiConsumer<Entity, Value> reader) {
        values.forEach((entity, value) -> reader.accept(entity, LiveValue.read(value)));
    }

    /**
     * @throws SchemaException when the bytes of a composite are no value
     */
    JsonNode read(CompositeSource.Content content) {
        return switch (content) {
            case CompositeSource.Content.Live(var value) -> value;
            case CompositeSource.Content.Bytes(var bytes) ->
                    LiveValue.of(type.codec().fromBytes(bytes));
        };
    }

    /**
     * Gives an entity a value, and hands out what it has from now on.
     *
     * @throws SchemaException when it has one
     */
    JsonNode create(Entity entity, JsonNode value) {
        if (values.containsKey(entity)) {
            throw new SchemaException("the entity has this component already");
        }
        var used = defaults.<JsonNode>map(d -> LiveValue.extend(d, value)).orElse(value);
        values.put(entity, used);
        return used;
    }

    /**
     * Writes all values in the order in which they were given; the SDK leaves out those that
     * JavaScript takes for false.
     */
    void write(CrdtWriter out, ValueErrors errors) {
        values.forEach(
                (entity, value) -> {
                    if (LiveValue.isTruthy(value)) {
                        out.put(entity, id(), 0, ByteBuffer.wrap(bytes(entity, value, errors)));
                    }
                });
    }

    private byte[] bytes(Entity entity, JsonNode value, ValueErrors errors) {
        try {
            return type.codec().toBytes(gaps().fill(type.schema(), LiveValue.read(value)));
        } catch (SchemaException unfit) {
            throw errors.of(entity, this, unfit);
        }
    }

    private Gaps gaps() {
        boolean isMessage = walked.isEmpty() && !name().equals(SceneSnapshot.TRANSFORM);
        return isMessage ? Gaps.TAGGED : Gaps.UNTAGGED;
    }

    /** Says where a value comes from that cannot be written. */
    interface ValueErrors {
        SceneFormatException of(Entity entity, SdkComponent component, SchemaException unfit);
    }
}
