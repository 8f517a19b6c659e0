// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges a batch of messages into a draft.
 *
 * <p>The document holds an entity while it has a component whose type it knows. Of two versions of
 * one entity number it holds the newer. Whatever order messages come in, replicas end up alike, but
 * for the order of siblings.
 */
final class Merging {
    private static final System.Logger LOG = System.getLogger(Merging.class.getName());

    private final Draft draft;
    private final Replica replica;
    private final Map<Integer, Integer> newest;
    private final Set<Entity> emptied = new LinkedHashSet<>();
    private final TreeMap<Entity, Entity> wanted = new TreeMap<>();

    /**
     * @param newest the highest version that was ever seen of an entity number, where it is not 0
     */
    Merging(Draft draft, Replica replica, Map<Integer, Integer> newest) {
        this.draft = draft;
        this.replica = replica;
        this.newest = newest;
    }

    void merge(List<CrdtMessage> batch) {
        var deleted = new LinkedHashSet<CrdtMessage>();
        for (var message : batch) {
            switch (message) {
                case CrdtMessage.PutComponent put -> put(put);
                case CrdtMessage.DeleteComponent delete -> delete(delete);
                // The rest of the batch may still speak of the entity.
                case CrdtMessage.DeleteEntity delete -> deleted.add(delete);
                // Sets that only grow are answers of the renderer; network messages are between
                // running scenes.
                case CrdtMessage.AppendValue a -> {}
                case CrdtMessage.PutComponentNetwork p -> {}
                case CrdtMessage.DeleteComponentNetwork d -> {}
                case CrdtMessage.DeleteEntityNetwork d -> {}
            }
        }
        emptied.forEach(this::endIfEmpty);
        deleted.forEach(this::deleteEntity);
        new Hierarchy(draft).settle(wanted);
    }

    private void put(CrdtMessage.PutComponent put) {
        var type = authored(put.entity(), put.component());
        if (type.isEmpty()) {
            replica.keeps(put);
            return;
        }
        decoded(type.get(), put)
                .ifPresent(
                        value -> {
                            if (replica.accepts(draft.now(), type.get(), put, put.timestamp())
                                    && admit(put.entity())) {
                                write(put.entity(), type.get().name(), Optional.of(value));
                            }
                        });
    }

    private void delete(CrdtMessage.DeleteComponent delete) {
        var type = authored(delete.entity(), delete.component());
        if (type.isEmpty()) {
            replica.keeps(delete);
        } else if (replica.accepts(draft.now(), type.get(), delete, delete.timestamp())
                && draft.now().holds(delete.entity())) {
            write(delete.entity(), type.get().name(), Optional.empty());
            emptied.add(delete.entity());
        }
    }

    /** The type of a component that is part of the document. */
    private Optional<ComponentType> authored(Entity entity, ComponentId component) {
        boolean isOurs =
                entity.isReserved()
                        ? draft.now().holds(entity)
                        : entity.number() <= Entity.LAST_NUMBER;
        return draft.now()
                .types()
                .find(component)
                .filter(type -> isOurs && type.role() != ComponentType.Role.RESULT);
    }

    private Optional<Value> decoded(ComponentType type, CrdtMessage.PutComponent put) {
        try {
            var value = type.codec().fromBytes(put.data());
            new FieldCheck(type.name()).checkBounds(value);
            return Optional.of(value);
        } catch (SchemaException unfit) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    () ->
                            "ignored "
                                    + type.name()
                                    + " of "
                                    + put.entity()
                                    + ": "
                                    + unfit.getMessage());
            return Optional.empty();
        }
    }

    /** Lets an entity into the document, unless a newer version of its number is or was there. */
    private boolean admit(Entity entity) {
        int version = Math.max(newest.getOrDefault(entity.number(), 0), entity.version());
        if (version > 0) {
            newest.put(entity.number(), version);
        }
        if (version == entity.version() && !draft.now().holds(entity)) {
            draft.now().withNumber(entity.number()).ifPresent(this::end);
            draft.spawn(entity, Spot.end(Entity.ROOT));
            new Hierarchy(draft).welcome(entity);
        }
        return version == entity.version();
    }

    private void write(Entity entity, String component, Optional<Value> value) {
        if (component.equals(SceneSnapshot.TRANSFORM)) {
            wanted.putIfAbsent(entity, Hierarchy.wanted(draft.now(), entity));
        }
        draft.write(entity, component, value);
    }

    private void endIfEmpty(Entity entity) {
        if (draft.ledger().isSpent(entity, draft.now())) {
            end(entity);
        }
    }

    private void deleteEntity(CrdtMessage message) {
        if (!message.entity().isReserved() && replica.keeps(message)) {
            draft.ledger().retire(message.entity());
            draft.now()
                    .withNumber(message.entity().number())
                    .filter(entity -> entity.version() <= message.entity().version())
                    .ifPresent(this::end);
        }
    }

    private void end(Entity entity) {
        wanted.putIfAbsent(entity, Hierarchy.wanted(draft.now(), entity));
        new Hierarchy(draft).orphan(entity);
        draft.despawn(entity);
    }

    static Map<Integer, Integer> newest(SceneSnapshot snapshot) {
        var newest = new HashMap<Integer, Integer>();
        snapshot.entities().stream()
                .filter(e -> e.version() > 0)
                .forEach(e -> newest.put(e.number(), e.version()));
        return newest;
    }
}
