// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.SchemaException;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Merges a batch of messages into a draft.
 *
 * <p>The document holds an entity while it has a component whose type it knows, unless somebody
 * took it out. Of two versions of one entity number it holds the newer. Whatever order messages
 * come in, replicas end up alike.
 */
final class Merging {
    private static final int MOST_COMPLAINTS = 16;
    private static final int MOST_TYPES = 10_000;

    private final Draft draft;
    private final Replica replica;
    private final Map<Entity, Set<String>> touched = new LinkedHashMap<>();
    private final Set<CrdtMessage> deleted = new LinkedHashSet<>();
    private final TreeMap<Entity, Entity> wanted = new TreeMap<>();
    private final List<CrdtMessage> corrections = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Map<String, String> schemas = Map.of();

    Merging(Draft draft, Replica replica) {
        this.draft = draft;
        this.replica = replica;
    }

    /** What the senders of messages that lost ought to know. */
    List<CrdtMessage> corrections() {
        return corrections;
    }

    /** Why messages were refused, as far as that is worth telling. */
    List<String> complaints() {
        return complaints;
    }

    // A hostile peer must not fill the log.
    private void complain(Entity entity, String reason) {
        if (complaints.size() < MOST_COMPLAINTS) {
            complaints.add("What others wrote of " + entity + " is ignored, " + reason + ".");
        }
    }

    /** Notes what the sender of a message that lost ought to know. */
    void corrects(CrdtMessage correction) {
        corrections.add(correction);
    }

    void merge(Batch batch) {
        schemas = batch.schemas();
        var writes = batch.writes();
        var context = Optional.of(batch.context());
        schemas.forEach(this::declare);
        // What the bytes mean is said first.
        writes.stream().filter(Merging::declares).forEach(write -> take(write, context));
        var declared = touched.remove(Entity.ROOT);
        if (declared != null) {
            follow(Entity.ROOT, declared);
        }
        writes.stream().filter(write -> !declares(write)).forEach(write -> take(write, context));
        finish(List.of());
    }

    /** Makes a component known that the author has and this replica has not heard of. */
    private void declare(String name, String text) {
        var types = draft.now().types();
        boolean isNew =
                StoredSchemas.isOpen(name)
                        && types.find(name).isEmpty()
                        && types.all().size() < MOST_TYPES;
        StoredSchemas.schema(text)
                .filter(schema -> isNew)
                .ifPresent(schema -> draft.declare(ComponentType.declared(name, schema)));
    }

    private static boolean declares(Batch.Write write) {
        return write.message() instanceof CrdtMessage.PutComponent put
                && put.component().equals(SharedTypes.SCHEMAS.id());
    }

    /** Takes in one message; the document follows at the {@link #finish}. */
    void take(Batch.Write write, Optional<Batch.Context> context) {
        switch (write.message()) {
            case CrdtMessage.PutComponent put when PlainGate.isInTime(put.timestamp()) ->
                    put(put, write, context);
            case CrdtMessage.DeleteComponent delete when PlainGate.isInTime(delete.timestamp()) ->
                    delete(delete, context);
            case CrdtMessage.PutComponent late -> {}
            case CrdtMessage.DeleteComponent late -> {}
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

    /**
     * Makes the document what was taken in says.
     *
     * @param known deletions that the replica has merged already
     */
    void finish(List<CrdtMessage> known) {
        touched.forEach(this::follow);
        known.forEach(this::endDeleted);
        deleted.stream().filter(replica::keeps).forEach(this::endDeleted);
        new Hierarchy(draft).settle(wanted);
    }

    /** Notes whom an entity wanted to hang below before its Transform was written. */
    void wants(Entity entity, Entity before) {
        wanted.putIfAbsent(entity, before);
    }

    private void put(
            CrdtMessage.PutComponent put, Batch.Write write, Optional<Batch.Context> context) {
        var known = authored(put.entity(), put.component());
        var type = context.isEmpty() ? known : known.map(t -> replica.read(t, schemas));
        if (type.isEmpty()) {
            replica.keeps(put);
            return;
        }
        decoded(type.get(), put, write.whole())
                .map(
                        value ->
                                Stamped.received(
                                        put.timestamp(), value, put.data(), type.get().codec()))
                .ifPresent(
                        message ->
                                merge(
                                        new Replica.Typed(put.entity(), type.get()),
                                        Incoming.of(message, write.fields(), context)));
    }

    private void delete(CrdtMessage.DeleteComponent delete, Optional<Batch.Context> context) {
        var type = authored(delete.entity(), delete.component());
        if (type.isEmpty()) {
            replica.keeps(delete);
            return;
        }
        var message = Stamped.deletion(delete.timestamp(), type.get().codec());
        merge(
                new Replica.Typed(delete.entity(), type.get()),
                Incoming.of(message, List.of(), context));
    }

    private void merge(Replica.Typed cell, Incoming incoming) {
        if (replica.isDeleted(cell.entity())) {
            return;
        }
        var refusal = replica.refusal(cell, incoming);
        if (refusal.isPresent()) {
            complain(cell.entity(), cell.type().name() + ": " + refusal.get());
        } else {
            replica.merge(cell, start(cell), incoming).ifPresent(corrections::add);
            touched.computeIfAbsent(cell.entity(), e -> new LinkedHashSet<>())
                    .add(cell.type().name());
        }
    }

    /** What a component is that nobody wrote since the files were read. */
    private Optional<Value> start(Replica.Typed cell) {
        var now = draft.now();
        if (!now.holds(cell.entity())) {
            return Optional.empty();
        }
        String name = cell.type().name();
        if (name.equals(Rank.NAME)) {
            return Optional.of(Rank.value(now.key(cell.entity()), false));
        }
        return cell.type().equals(SharedTypes.SETTINGS)
                ? Optional.of(now.settings())
                : now.value(cell.entity(), name);
    }

    /** The type of a component that is part of the document. */
    private Optional<ComponentType> authored(Entity entity, ComponentId component) {
        boolean isOurs =
                entity.isReserved()
                        ? draft.now().holds(entity)
                        : entity.number() <= Entity.LAST_NUMBER;
        // The root stands nowhere among others.
        boolean hasRank = !entity.equals(Entity.ROOT);
        return authored(component)
                .filter(type -> isOurs && (hasRank || !type.name().equals(Rank.NAME)))
                .filter(type -> !hasRank || !type.equals(SharedTypes.SCHEMAS));
    }

    /** The type of a component that authors write. */
    Optional<ComponentType> authored(ComponentId component) {
        return SharedTypes.find(draft.now().types(), component)
                .filter(type -> type.role() != ComponentType.Role.RESULT);
    }

    /** The value that bytes stand for; nothing where they stand for none that may be. */
    Optional<Value> decoded(ComponentType type, Entity entity, byte[] data) {
        return SharedTypes.read(type, data, why -> complain(entity, why));
    }

    /** The value that a message of ours stands for, which may say more than the bytes. */
    private Optional<Value> decoded(
            ComponentType type, CrdtMessage.PutComponent put, Optional<Value> whole) {
        return whole.filter(value -> Spelling.says(type, value, put.data()))
                .map(value -> bounded(type, put.entity(), value))
                .orElseGet(() -> decoded(type, put.entity(), put.data()));
    }

    private Optional<Value> bounded(ComponentType type, Entity entity, Value value) {
        try {
            new FieldCheck(type.name()).checkBounds(value);
            return Optional.of(value);
        } catch (SchemaException unfit) {
            complain(entity, type.name() + ": " + unfit.getMessage());
            return Optional.empty();
        }
    }

    /** Makes the document follow what was merged about an entity. */
    private void follow(Entity entity, Set<String> components) {
        if (!isNewest(entity)) {
            return;
        }
        boolean isThere = draft.now().holds(entity);
        boolean isGone = replica.isGone(entity);
        if (isGone) {
            replica.unsettle(entity);
        }
        if (isGone || !isThere && !isSomething(entity)) {
            if (isThere) {
                end(entity);
            }
            return;
        }
        if (!isThere) {
            admit(entity);
        }
        var news = isThere ? components : replica.written(entity);
        news.forEach(component -> write(entity, component));
        endIfSpent(entity);
    }

    /** Whether an entity that is not there has a component that makes it one. */
    private boolean isSomething(Entity entity) {
        return replica.written(entity).stream()
                .filter(component -> !SharedTypes.isOwn(component))
                .anyMatch(component -> value(entity, component).isPresent());
    }

    private Optional<Value> value(Entity entity, String component) {
        return replica.state(entity, component).flatMap(CellState::value);
    }

    /**
     * Notes that an entity was heard of, which ends all older versions of its number: also where
     * nothing of it is left, since who hears of its end first must not keep them.
     *
     * @return false where a newer version was heard of
     */
    boolean isNewest(Entity entity) {
        int version = draft.ledger().heard(entity);
        draft.now()
                .withNumber(entity.number())
                .filter(other -> other.version() < version)
                .ifPresent(this::end);
        return version == entity.version();
    }

    /** Lets an entity into the document of which no newer version was heard of. */
    void admit(Entity entity) {
        draft.spawn(entity, Entity.ROOT, key(entity));
        new Hierarchy(draft).welcome(entity);
    }

    /** The rank that somebody gave to an entity; what is no rank counts as none. */
    private OrderKey key(Entity entity) {
        return replica.rankOf(entity).orElseGet(() -> OrderKey.unranked(entity));
    }

    private void write(Entity entity, String component) {
        if (component.equals(SharedTypes.SETTINGS.name())) {
            value(entity, component).ifPresent(draft::configure);
            return;
        }
        if (component.equals(Rank.NAME)) {
            if (!key(entity).equals(draft.now().key(entity))) {
                draft.rank(entity, draft.now().parent(entity), key(entity));
            }
            return;
        }
        write(entity, component, value(entity, component));
    }

    void write(Entity entity, String component, Optional<Value> value) {
        if (component.equals(SceneSnapshot.TRANSFORM)) {
            wants(entity, Hierarchy.wanted(draft.now(), entity));
        }
        draft.write(entity, component, value);
    }

    private void endDeleted(CrdtMessage message) {
        if (!message.entity().isReserved()) {
            draft.ledger().retire(message.entity());
            draft.now()
                    .withNumber(message.entity().number())
                    .filter(entity -> entity.version() <= message.entity().version())
                    .ifPresent(this::end);
        }
    }

    /** Ends an entity that has lost its last component. */
    void endIfSpent(Entity entity) {
        if (draft.ledger().isSpent(entity, draft.now())) {
            end(entity);
        }
    }

    private void end(Entity entity) {
        // Should it come back, it stands where it would if it had never been gone.
        if (!draft.now().key(entity).equals(OrderKey.unranked(entity))) {
            replica.follow(Replica.rank(entity), start(Replica.rank(entity)));
        }
        wants(entity, Hierarchy.wanted(draft.now(), entity));
        new Hierarchy(draft).orphan(entity);
        draft.despawn(entity);
    }
}
