// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.jspecify.annotations.Nullable;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Tells somebody all of a document, or what changed in it, as plain messages. */
final class Telling {
    private final SceneSnapshot now;
    private final CellStates cells;
    private final LwwStore plain;

    /**
     * @param cells what replicas of ours wrote
     * @param plain what plain clients wrote
     */
    Telling(SceneSnapshot now, CellStates cells, LwwStore plain) {
        this.now = now;
        this.cells = cells;
        this.plain = plain;
    }

    /**
     * What others have to be told of changes: the present state of what they wrote.
     *
     * <p>An entity that is despawned loses its components one by one and not by DELETE_ENTITY,
     * which is for good: its deletion can still be undone. Without components it is gone for
     * everybody.
     */
    List<CrdtMessage> messages(List<Change> changes) {
        var diffs = CellDiffs.of(changes);
        return diffs.keySet().stream().flatMap(cell -> message(cell).stream()).toList();
    }

    private Optional<CrdtMessage> message(Step.Cell cell) {
        var id = now.types().find(cell.component()).map(ComponentType::id);
        return id.flatMap(
                number -> {
                    var known = cells.state(cell.entity(), cell.component());
                    return known.isPresent()
                            ? known.get().winner().message(cell.entity(), number)
                            : plain.cell(cell.entity(), number).map(CrdtCell::message);
                });
    }

    void write(CrdtWriter out) {
        for (var name : now.componentNames()) {
            now.types()
                    .find(name)
                    .filter(type -> type.role() != ComponentType.Role.RESULT)
                    .ifPresent(type -> new Unwritten(type, out).write());
        }
        cells.forEach((entity, name, state) -> write(entity, name, state, out));
        plain.state().stream().filter(message -> !isOurs(message)).forEach(out::write);
    }

    private void write(Entity entity, String component, CellState state, CrdtWriter out) {
        SharedTypes.find(now.types(), component)
                .flatMap(type -> state.winner().message(entity, type.id()))
                .ifPresent(out::write);
    }

    /** Whether the cells say it, and perhaps more of it. */
    private boolean isOurs(CrdtMessage message) {
        var type =
                switch (message) {
                    case CrdtMessage.PutComponent put ->
                            SharedTypes.find(now.types(), put.component());
                    case CrdtMessage.DeleteComponent delete ->
                            SharedTypes.find(now.types(), delete.component());
                    case CrdtMessage.DeleteEntity d -> Optional.<ComponentType>empty();
                    case CrdtMessage.AppendValue a -> Optional.<ComponentType>empty();
                    case CrdtMessage.PutComponentNetwork p -> Optional.<ComponentType>empty();
                    case CrdtMessage.DeleteComponentNetwork d -> Optional.<ComponentType>empty();
                    case CrdtMessage.DeleteEntityNetwork d -> Optional.<ComponentType>empty();
                };
        return type.filter(t -> isWritten(message.entity(), t)).isPresent();
    }

    private boolean isWritten(Entity entity, ComponentType type) {
        return cells.state(entity, type.name()).isPresent();
    }

    /** Those components of one type that are as the files say. */
    private final class Unwritten {
        private final ComponentType type;
        private final CrdtWriter out;
        private @Nullable Value last;
        private Optional<ByteBuffer> bytes = Optional.empty();

        Unwritten(ComponentType type, CrdtWriter out) {
            this.type = type;
            this.out = out;
        }

        void write() {
            now.forEach(type.name(), this::write);
        }

        private void write(Entity entity, Value value) {
            if (isWritten(entity, type) || plain.cell(entity, type.id()).isPresent()) {
                return;
            }
            // Many boxes in a row share one value.
            if (value != last) {
                bytes =
                        Stamped.own(0, Optional.of(value), type.codec())
                                .bytes()
                                .map(ByteBuffer::wrap);
                last = value;
            }
            bytes.ifPresent(data -> out.put(entity, type.id(), 0, data));
        }
    }
}
