// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What a document would be if what some batches wrote stood in it, whatever others wrote there;
 * made for one document.
 */
final class Rewriting {
    private static final System.Logger LOG = System.getLogger(Rewriting.class.getName());

    private final SceneSnapshot start;
    private final ComponentTypes types;
    private final SequencedMap<Step.Cell, Optional<Value>> written = new LinkedHashMap<>();

    private Rewriting(SceneSnapshot start, ComponentTypes types) {
        this.start = start;
        this.types = types;
    }

    /**
     * @param types those that the batches were written by
     */
    static SceneSnapshot of(SceneSnapshot start, ComponentTypes types, List<Batch> batches) {
        var rewriting = new Rewriting(start, types);
        batches.forEach(batch -> batch.writes().forEach(write -> rewriting.add(batch, write)));
        return rewriting.result();
    }

    private void add(Batch batch, Batch.Write write) {
        switch (write.message()) {
            case CrdtMessage.PutComponent put ->
                    type(batch, put.component()).ifPresent(type -> put(put, type, write));
            case CrdtMessage.DeleteComponent gone ->
                    type(batch, gone.component())
                            .ifPresent(type -> put(gone.entity(), type, Optional.empty()));
            case CrdtMessage.DeleteEntity(var entity) -> delete(entity);
            // Replicas of ours write none of these.
            case CrdtMessage.AppendValue a -> {}
            case CrdtMessage.PutComponentNetwork p -> {}
            case CrdtMessage.DeleteComponentNetwork d -> {}
            case CrdtMessage.DeleteEntityNetwork d -> {}
        }
    }

    private Optional<ComponentType> type(Batch batch, ComponentId id) {
        return start.types()
                .find(id)
                .or(() -> types.find(id))
                .map(type -> spoken(batch, type))
                .filter(type -> !type.name().equals(TreeOrder.NODES));
    }

    /** By the schema that the author had, where that is another one. */
    private static ComponentType spoken(Batch batch, ComponentType type) {
        return Optional.ofNullable(batch.schemas().get(type.name()))
                .flatMap(StoredSchemas::schema)
                .map(schema -> ComponentType.declared(type.name(), schema))
                .orElse(type);
    }

    private void put(CrdtMessage.PutComponent put, ComponentType type, Batch.Write write) {
        var value = write.whole().or(() -> SharedTypes.read(type, put.data(), Rewriting::log));
        var before = value(new Step.Cell(put.entity(), type.name()));
        value.map(whole -> fields(before, whole, write.fields()))
                .ifPresent(now -> put(put.entity(), type, now));
    }

    private static void log(String why) {
        LOG.log(System.Logger.Level.DEBUG, why);
    }

    private static Optional<Value> fields(
            Optional<Value> before, Value whole, List<FieldPath> fields) {
        var now = before;
        for (var path : fields) {
            var kept = now;
            now = FieldDiff.written(kept.orElse(Value.EMPTY), path, whole.at(path)).or(() -> kept);
        }
        return before.isEmpty() ? Optional.of(whole) : now;
    }

    private void put(Entity entity, ComponentType type, Optional<Value> value) {
        written.put(new Step.Cell(entity, type.name()), value);
    }

    private void delete(Entity entity) {
        start.cells(entity)
                .forEach(name -> written.put(new Step.Cell(entity, name), Optional.empty()));
        written.replaceAll(
                (cell, value) -> cell.entity().equals(entity) ? Optional.empty() : value);
    }

    private Optional<Value> value(Step.Cell cell) {
        return written.containsKey(cell)
                ? written.getOrDefault(cell, Optional.empty())
                : start.value(cell.entity(), cell.component());
    }

    private SceneSnapshot result() {
        var all = written.entrySet().stream().map(e -> difference(e.getKey(), e.getValue()));
        return new Choosing(start, SceneSnapshot.empty(types)).with(all.toList());
    }

    private Difference difference(Step.Cell cell, Optional<Value> value) {
        return new Difference(
                cell.entity(),
                cell.component(),
                FieldPath.WHOLE,
                start.value(cell.entity(), cell.component()),
                value);
    }
}
