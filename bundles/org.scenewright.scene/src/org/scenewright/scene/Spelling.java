// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * By which schemas the bytes of batches are written and read: those of the files that all replicas
 * began with, or those that the batch tells. So it does not matter what a replica knows by the time
 * at which it hears a batch.
 */
final class Spelling {
    // Of what no encoder can write.
    private static final byte[] NO_BYTES = {};

    private final Map<String, Value> filed;

    /**
     * @param filed the schemas that all replicas began with, as texts by the names of components
     */
    Spelling(Map<String, Value> filed) {
        this.filed = Map.copyOf(filed);
    }

    Map<String, Value> filed() {
        return filed;
    }

    /** The schemas that others have to be told to read messages, by the names of components. */
    Map<String, String> told(SceneSnapshot now, List<Batch.Write> writes) {
        var told = new LinkedHashMap<String, String>();
        writes.stream()
                .flatMap(write -> put(write).stream())
                .map(CrdtMessage.PutComponent::component)
                .distinct()
                .flatMap(id -> now.types().find(id).stream())
                .filter(type -> StoredSchemas.isOpen(type.name()))
                .forEach(
                        type ->
                                StoredSchemas.text(now, type.name())
                                        .filter(text -> !isFiled(type.name(), text))
                                        .ifPresent(text -> told.put(type.name(), text)));
        return told;
    }

    private static Optional<CrdtMessage.PutComponent> put(Batch.Write write) {
        return write.message() instanceof CrdtMessage.PutComponent put
                ? Optional.of(put)
                : Optional.empty();
    }

    /**
     * A value with bytes: if need be those of as much of it as the stored schema can hold, and none
     * where that is nothing.
     */
    static Stamped fitted(ComponentType type, Stamped next) {
        return next.value().isEmpty() || next.bytes().isPresent()
                ? next
                : next.spelled(refitted(type, next).orElse(NO_BYTES));
    }

    private static Optional<byte[]> refitted(ComponentType type, Stamped next) {
        var refit = new Refit(type.storedSchema(), Edit.Policy.KEEP);
        return next.value()
                .filter(value -> StoredSchemas.isOpen(type.name()))
                .flatMap(
                        value ->
                                Stamped.own(0, Optional.of(refit.of(value)), type.codec()).bytes());
    }

    /** The value, where the bytes do not say all of it. */
    static Optional<Value> whole(ComponentType type, Stamped next) {
        return SharedTypes.isOwn(type.name())
                ? Optional.empty()
                : next.value().filter(value -> !value.equals(decoded(type, next)));
    }

    /** Whether a value may stand for bytes that somebody sent beside it. */
    static boolean says(ComponentType type, Value whole, byte[] bytes) {
        if (StoredSchemas.isOpen(type.name())) {
            return true;
        }
        var spelled = Stamped.own(0, Optional.of(whole), type.codec()).bytes();
        return !SharedTypes.isOwn(type.name()) && Arrays.equals(spelled.orElse(NO_BYTES), bytes);
    }

    private static Value decoded(ComponentType type, Stamped next) {
        try {
            return next.bytes().map(type.codec()::fromBytes).orElse(new Value.Nothing());
        } catch (SchemaException unfit) {
            return new Value.Nothing();
        }
    }

    private boolean isFiled(String component, String text) {
        return Objects.equals(filed.get(component), Value.of(text));
    }

    /** A type with the bytes that it has in a batch. */
    ComponentType read(ComponentType type, Map<String, String> told) {
        if (!StoredSchemas.isOpen(type.name())) {
            return type;
        }
        var text = Optional.ofNullable(told.get(type.name())).or(() -> filed(type.name()));
        return text.flatMap(StoredSchemas::schema).map(type::storedAs).orElse(type);
    }

    private Optional<String> filed(String component) {
        return filed.get(component) instanceof Value.Text(var text)
                ? Optional.of(text)
                : Optional.empty();
    }
}
