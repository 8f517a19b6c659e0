// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.LwwStore;
import org.scenewright.crdt.Verdict;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The document as other replicas see it: bytes with timestamps.
 *
 * <p>Nothing is kept for what is as the files say: it has timestamp 0, as in every replica that
 * opened the same files. Values become bytes only when somebody asks, so that neither opening a
 * scene nor editing it pays for others.
 */
final class Replica {
    private static final System.Logger LOG = System.getLogger(Replica.class.getName());

    private final LwwStore store = new LwwStore();
    private final Map<Step.Cell, Integer> stamps = new HashMap<>();

    /** Stamps every own write with the next timestamp. */
    void stamp(List<Change> changes) {
        for (var change : changes) {
            if (change
                    instanceof Change.Written(var entity, var component, var before, var after)) {
                stamps.merge(
                        new Step.Cell(entity, component),
                        1,
                        (now, one) -> now == -1 ? now : now + one);
            }
        }
    }

    /**
     * What others have to be told of changes: the present state of what they wrote.
     *
     * <p>An entity that is despawned loses its components one by one and not by DELETE_ENTITY,
     * which is for good: its deletion can still be undone. Without components it is gone for
     * everybody.
     */
    List<CrdtMessage> messages(SceneSnapshot snapshot, List<Change> changes) {
        var cells = new LinkedHashSet<Step.Cell>();
        for (var change : changes) {
            if (change
                    instanceof Change.Written(var entity, var component, var before, var after)) {
                cells.add(new Step.Cell(entity, component));
            }
        }
        return cells.stream().flatMap(cell -> message(snapshot, cell).stream()).toList();
    }

    private Optional<CrdtMessage> message(SceneSnapshot snapshot, Step.Cell cell) {
        var type = snapshot.types().find(cell.component());
        return type.flatMap(t -> message(cell, t, snapshot.value(cell.entity(), cell.component())));
    }

    private Optional<CrdtMessage> message(
            Step.Cell cell, ComponentType type, Optional<Value> value) {
        int stamp = stamps.getOrDefault(cell, 0);
        if (value.isEmpty()) {
            return stamp == 0
                    ? Optional.empty()
                    : Optional.of(new CrdtMessage.DeleteComponent(cell.entity(), type.id(), stamp));
        }
        try {
            var bytes = type.codec().toBytes(value.get());
            return Optional.of(
                    new CrdtMessage.PutComponent(cell.entity(), type.id(), stamp, bytes));
        } catch (SchemaException unfit) {
            // Files may hold what has no bytes; it stays in the document and is nobody else's
            // business.
            LOG.log(System.Logger.Level.DEBUG, () -> cell + " has no bytes: " + unfit.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Merges a message about a component whose type the scene knows; whether the document follows
     * it.
     */
    boolean accepts(
            SceneSnapshot snapshot, ComponentType type, CrdtMessage message, int timestamp) {
        var cell = new Step.Cell(message.entity(), type.name());
        tell(snapshot, cell, type);
        boolean isAccepted = store.merge(message) instanceof Verdict.Accepted;
        if (isAccepted) {
            stamps.put(cell, timestamp);
        }
        return isAccepted;
    }

    /** Tells the store of the state of a cell of which it has heard nothing or too little. */
    private void tell(SceneSnapshot snapshot, Step.Cell cell, ComponentType type) {
        int known = store.timestamp(cell.entity(), type.id());
        boolean isUnheard = known == 0 && store.data(cell.entity(), type.id()).isEmpty();
        if (isUnheard || Integer.compareUnsigned(known, stamps.getOrDefault(cell, 0)) < 0) {
            message(cell, type, snapshot.value(cell.entity(), cell.component()))
                    .ifPresent(store::merge);
        }
    }

    /** Merges a message that no document follows, such as one about an unknown component. */
    boolean keeps(CrdtMessage message) {
        return store.merge(message) instanceof Verdict.Accepted;
    }
}
