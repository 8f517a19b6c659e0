// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtCell;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtSink;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.Value;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Merges the bytes of plain messages into a draft, many thousands at a time.
 *
 * <p>Components of entities to which only plain clients ever wrote go straight from bytes into the
 * document: a running scene moves all its entities in every frame. All others take the road of
 * {@link Merging}.
 */
final class BulkMerging implements CrdtSink {
    private final Draft draft;
    private final Replica replica;
    private final Merging merging;
    private final Map<ComponentId, Optional<ComponentType>> types = new HashMap<>();
    private final Map<Entity, List<Arrival>> newcomers = new LinkedHashMap<>();
    private final Set<Entity> bereft = new LinkedHashSet<>();
    private final List<CrdtMessage> deletions = new ArrayList<>();
    private Decoded values = Decoded.NOTHING;
    private boolean isNews;

    /** A component of an entity that is not in the document yet. */
    private record Arrival(ComponentType type, Value value) {}

    BulkMerging(Draft draft, Replica replica, Merging merging) {
        this.draft = draft;
        this.replica = replica;
        this.merging = merging;
    }

    /**
     * @param decoded what was read of them already
     * @return what was wrong with the bytes, and why messages were refused
     */
    List<String> merge(ByteBuffer plain, Decoded decoded) {
        values = decoded.by(draft.now().types());
        var complaints = new ArrayList<>(kept(plain));
        finish();
        complaints.addAll(merging.complaints());
        return complaints;
    }

    /** Merges into what plain clients wrote; what of it is news this hears. */
    private List<String> kept(ByteBuffer plain) {
        return replica.gate()
                .knowing(values, () -> replica.plain().merge(plain, this))
                .complaints();
    }

    /** Takes in what was kept of components while nobody knew what they are. */
    void take(List<ComponentType> declared) {
        declared.forEach(type -> replica.plain().visit(type.id(), this::changed));
        finish();
    }

    private void finish() {
        draft.flush();
        newcomers.forEach(this::welcome);
        bereft.forEach(merging::endIfSpent);
        merging.finish(deletions);
    }

    /** Whether anything was said that was not known, about whatever. */
    boolean isNews() {
        return isNews || !deletions.isEmpty();
    }

    @Override
    public void changed(CrdtCell cell) {
        isNews = true;
        if (cell.isForeign()) {
            return;
        }
        var entity = cell.entity();
        var type = types.computeIfAbsent(cell.component(), merging::authored);
        // What the files say has time 0 too, and our own writes have a history.
        boolean isSpecial =
                entity.isReserved()
                        || cell.timestamp() == 0
                        || replica.isWritten(entity)
                        || type.filter(t -> SharedTypes.isOwn(t.name())).isPresent();
        if (isSpecial) {
            merging.take(new Batch.Write(cell.message(), List.of()), Batch.plain());
        } else if (type.isPresent() && entity.number() <= Entity.LAST_NUMBER) {
            change(entity, type.get(), cell);
        }
    }

    private void change(Entity entity, ComponentType type, CrdtCell cell) {
        if (cell.isDeleted()) {
            remove(entity, type);
            return;
        }
        var value = value(entity, type, cell);
        if (value.isEmpty()) {
            return;
        }
        if (draft.now().holds(entity)) {
            overwrite(entity, type, value);
        } else {
            newcomers
                    .computeIfAbsent(entity, e -> new ArrayList<>())
                    .add(new Arrival(type, value.get()));
        }
    }

    private Optional<Value> value(Entity entity, ComponentType type, CrdtCell cell) {
        return values.at(cell.source()) instanceof Decoded.Reading.Done(var value)
                ? Optional.of(value)
                : merging.decoded(type, entity, cell.copyOfData());
    }

    private void remove(Entity entity, ComponentType type) {
        if (draft.now().holds(entity)) {
            overwrite(entity, type, Optional.empty());
            bereft.add(entity);
        } else {
            newcomers.computeIfAbsent(entity, e -> new ArrayList<>());
        }
    }

    private void overwrite(Entity entity, ComponentType type, Optional<Value> after) {
        var before = draft.overwrite(entity, type.name(), after);
        if (type.name().equals(SceneSnapshot.TRANSFORM)) {
            var wanted = Hierarchy.wanted(before);
            if (!wanted.equals(Hierarchy.wanted(after))) {
                merging.wants(entity, wanted);
            }
        }
    }

    private void welcome(Entity entity, List<Arrival> components) {
        if (merging.isNewest(entity) && !components.isEmpty()) {
            merging.admit(entity);
            for (var arrival : components) {
                merging.write(entity, arrival.type().name(), Optional.of(arrival.value()));
            }
        }
    }

    @Override
    public void outdated(CrdtCell cell) {
        if (!cell.isForeign()) {
            merging.corrects(
                    types.computeIfAbsent(cell.component(), merging::authored)
                            .flatMap(type -> replica.winner(cell.entity(), type))
                            .orElseGet(cell::message));
        }
    }

    @Override
    public void deleted(CrdtMessage deletion) {
        deletions.add(deletion);
    }
}
