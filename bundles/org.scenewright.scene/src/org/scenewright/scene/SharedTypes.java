// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.schema.ComponentCodec;
import org.scenewright.schema.ComponentNumbers;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.Schema;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The components that replicas write of: those of the scene, and some of our own by which they tell
 * each other what no component says.
 */
final class SharedTypes {
    /** The whole of {@code scene.json}, on the root. */
    static final ComponentType SETTINGS =
            new ComponentType(
                    Step.Cell.SETTINGS.component(),
                    ComponentNumbers.of("scenewright::Settings"),
                    new Schema.Opaque("JSON"),
                    new JsonCodec(),
                    ComponentType.Role.EDITOR);

    /** What composites say of the shapes of components, on the root. */
    static final ComponentType SCHEMAS =
            new ComponentType(
                    StoredSchemas.NAME,
                    ComponentNumbers.of("scenewright::Schemas"),
                    new Schema.Opaque("JSON"),
                    new JsonCodec(),
                    ComponentType.Role.EDITOR);

    private static final ByteBuffer NO_BYTES = ByteBuffer.allocate(0).asReadOnlyBuffer();
    private static final List<ComponentType> OWN = List.of(Rank.TYPE, SETTINGS, SCHEMAS);

    private SharedTypes() {}

    static Optional<ComponentType> find(ComponentTypes types, String name) {
        return OWN.stream()
                .filter(type -> type.name().equals(name))
                .findFirst()
                .or(() -> types.find(name));
    }

    static Optional<ComponentType> find(ComponentTypes types, ComponentId id) {
        return OWN.stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .or(() -> types.find(id));
    }

    /** Whether a component exists between replicas only, so that plain clients need not hear it. */
    static boolean isOwn(String name) {
        return OWN.stream().anyMatch(type -> type.name().equals(name));
    }

    /**
     * The value that somebody's bytes stand for; nothing where they stand for none that may be.
     *
     * @param complaints is told why there is none
     */
    static Optional<Value> read(ComponentType type, byte[] data, Consumer<String> complaints) {
        return switch (reading(type, data)) {
            case Decoded.Reading.Done(var value) -> Optional.of(value);
            case Decoded.Reading.Failed(var why) -> {
                complaints.accept(why);
                yield Optional.empty();
            }
            case Decoded.Reading.Unread u -> Optional.empty();
        };
    }

    /** What somebody's bytes stand for. */
    static Decoded.Reading reading(ComponentType type, byte[] data) {
        try {
            var value = type.codec().fromBytes(data);
            // What can be told at a glance is bounded.
            if (type.codec().reads(NO_BYTES).isEmpty()) {
                new FieldCheck(type.name()).checkBounds(value);
            }
            return new Decoded.Reading.Done(value);
        } catch (SchemaException unfit) {
            return new Decoded.Reading.Failed(type.name() + ": " + unfit.getMessage());
        }
    }

    /** The bytes of a value that has no schema. */
    private static final class JsonCodec implements ComponentCodec {
        @Override
        public byte[] toBytes(Value value) {
            return ValueJson.print(value).getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Value fromBytes(byte[] bytes) {
            return ValueJson.parse(new String(bytes, StandardCharsets.UTF_8));
        }
    }
}
