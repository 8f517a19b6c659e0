// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtMessage;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.crdt.StoreLimits;
import org.scenewright.crdt.Verdict;
import org.scenewright.schema.ComponentType;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The document as other replicas see it: messages with timestamps, and what was meant by them.
 *
 * <p>Nothing is kept for what is as the files say: it has timestamp 0, as in every replica that
 * opened the same files. Values become bytes only when somebody asks, so that neither opening a
 * scene nor editing it pays for others.
 */
final class Replica {
    private final Room room;
    private final CellStates cells;
    // What plain clients wrote, components that the scene does not know, and entities that are
    // gone for good.
    private final LwwStore plain;
    private final PlainGate gate;
    private final Set<Step.Cell> unsettled = new LinkedHashSet<>();
    private final Set<Step.Cell> fresh = new LinkedHashSet<>();
    private final Losses losses = new Losses();
    private final Heard heard = new Heard();
    private final Set<String> mine = new LinkedHashSet<>();
    private Spelling spelling;
    private Optional<Sharing> sharing = Optional.empty();

    /**
     * @param types the types that the scene knows; of components of others only so much is kept
     * @param limits how much others may make it keep beside that
     */
    Replica(Function<ComponentId, Optional<ComponentType>> types, ReplicaLimits limits) {
        spelling = new Spelling(Map.of());
        gate = new PlainGate(types);
        plain = new LwwStore(StoreLimits.USUAL, gate);
        room = new Room(limits);
        cells = new CellStates(plain, types, room);
    }

    /** Begins to write for other replicas; again after it left them. */
    void share(Author me, Consumer<Batch> outbox) {
        sharing = Optional.of(new Sharing(me, heard, outbox));
        mine.add(me.address());
    }

    /**
     * Writes for nobody any more: what anybody wrote is from now on just what the document holds.
     */
    void leave() {
        sharing = Optional.empty();
        unsettled.clear();
        fresh.clear();
        heard.forget();
        cells.forEach((entity, component, state) -> state.leave());
    }

    /** Says again what cells hold, as if it had just been written; how many there were. */
    int restate(SceneSnapshot now, Collection<Step.Cell> known) {
        var writes = sharing.map(s -> new Restating(cells, s, now).writes(known)).orElse(List.of());
        send(now, writes);
        return writes.size();
    }

    /** The entities of which a component was ever written, by numbers. */
    List<Entity> writers(String component, int from, int to) {
        return cells.entities(component).stream()
                .filter(e -> e.number() >= from && e.number() < to)
                .toList();
    }

    /** The address under which it writes for others, if it ever did. */
    Optional<String> address() {
        return sharing.map(Sharing::address);
    }

    /** What is known, for another thread to keep. */
    Knowledge knowledge() {
        var messages = new CrdtWriter();
        plain.write(messages);
        var written = cells.kept();
        return new Knowledge(
                written,
                written.isEmpty() ? Map.of() : spelling.filed(),
                messages.bytes(),
                List.copyOf(unsettled),
                losses.kept(),
                new Knowledge.Peers(heard.kept(), sharing.map(Sharing::kept), Set.copyOf(mine)));
    }

    /** Takes over what was known when the document was kept. */
    void restore(Knowledge kept, SceneSnapshot now) {
        spelling = new Spelling(kept.cells().isEmpty() ? StoredSchemas.all(now) : kept.filed());
        cells.restore(kept.cells());
        plain.merge(kept.plain().duplicate(), cell -> {});
        unsettled.addAll(kept.unsettled());
        losses.restore(kept.losses());
        heard.restore(kept.peers().heard());
        sharing = kept.peers().sharing().map(s -> new Sharing(s, heard, batch -> {}));
        mine.addAll(kept.peers().mine());
    }

    /** Goes on as who another one was, which knew the document as it was before. */
    void succeed(Replica before) {
        sharing = before.sharing.map(s -> s.hearing(heard));
        mine.addAll(before.mine);
        losses.restore(before.losses.kept());
    }

    /** Who writes for others here; nobody where nobody does. */
    Optional<Author> author() {
        return sharing.map(Sharing::author);
    }

    /** Which batches were heard without a gap. */
    VersionVector heard() {
        return heard.seen();
    }

    /** What got lost because two wrote the same, the newest first. */
    Losses losses() {
        return losses;
    }

    /** Stamps what a draft wrote with the next timestamps, and tells the other replicas. */
    void stamp(Draft draft) {
        send(draft.now(), new Stamping(cells, sharing, draft).writes());
    }

    private void send(SceneSnapshot now, List<Batch.Write> writes) {
        sharing.filter(s -> !writes.isEmpty())
                .ifPresent(s -> s.send(writes, spelling.told(now, writes)));
    }

    /** The type of a component with the bytes that it has in a batch. */
    ComponentType read(ComponentType type, Map<String, String> schemas) {
        return spelling.read(type, schemas);
    }

    /** A component of an entity and its type. */
    record Typed(Entity entity, ComponentType type) {}

    static Typed rank(Entity entity) {
        return new Typed(entity, Rank.TYPE);
    }

    /** Keeps in mind what a component is that nobody wrote so far. */
    void follow(Typed cell, Optional<Value> start) {
        cells.state(cell, start);
    }

    /** Whether this replica or another one of ours ever wrote to an entity. */
    boolean isWritten(Entity entity) {
        return cells.isWritten(entity);
    }

    Optional<CellState> state(Entity entity, String component) {
        return cells.state(entity, component);
    }

    /** The names of the components of an entity that somebody wrote. */
    List<String> written(Entity entity) {
        return cells.written(entity);
    }

    /** Keeps out of what plain clients write what no document can hold. */
    PlainGate gate() {
        return gate;
    }

    /** The message that holds of a component that replicas of ours wrote. */
    Optional<CrdtMessage> winner(Entity entity, ComponentType type) {
        return cells.state(entity, type.name())
                .flatMap(state -> state.winner().message(entity, type.id()));
    }

    Telling telling(SceneSnapshot now) {
        return new Telling(now, cells, plain);
    }

    /** Whether a batch of another replica is one that was not merged before. */
    boolean hears(Batch batch) {
        return heard.hears(batch.author(), batch.sequence());
    }

    /** What plain clients wrote; only to be read. */
    LwwStore plain() {
        return plain;
    }

    /** Why a message is not merged: there is no room for what would have to be kept of it. */
    Optional<String> refusal(Typed cell, Incoming incoming) {
        var need = incoming.need(cells.state(cell.entity(), cell.type().name()), room);
        return room.admits(need) ? Optional.empty() : Optional.of(room.refusal());
    }

    /**
     * Merges a message about a component whose type the scene knows.
     *
     * @param start what the component is here, where nobody wrote it before
     * @return what its sender ought to know, where the message lost
     */
    Optional<CrdtMessage> merge(Typed cell, Optional<Value> start, Incoming incoming) {
        var state = cells.state(cell, start);
        int order = state.merge(incoming.message(), incoming.context());
        incoming.fields()
                .forEach((path, write) -> state.note(path, write, lost -> losses.add(cell, lost)));
        if (order < 0) {
            var me = sharing.map(Sharing::address).orElse("");
            state.overruledByPlain(me).forEach(lost -> losses.add(cell, lost));
        }
        state.overruledByDeletion().forEach(lost -> losses.add(cell, lost));
        fresh.add(new Step.Cell(cell.entity(), cell.type().name()));
        return order > 0
                ? state.winner().message(cell.entity(), cell.type().id())
                : Optional.empty();
    }

    /** Merges a message that no document follows, such as one about an unknown component. */
    boolean keeps(CrdtMessage message) {
        return plain.merge(message) instanceof Verdict.Accepted;
    }

    /** Whether the latest write of a field is that of another replica. */
    boolean isOthers(Step.Cell cell, FieldPath path) {
        var address =
                cells.state(cell.entity(), cell.component()).flatMap(s -> s.lastAddress(path));
        return !mine.isEmpty() && address.filter(a -> !mine.contains(a)).isPresent();
    }

    /** Whether an entity was deleted for good. */
    boolean isDeleted(Entity entity) {
        return plain.isDeleted(entity);
    }

    /**
     * Whether somebody took an entity out of the scene who means all of it, later writes included.
     */
    boolean isGone(Entity entity) {
        return !entity.isReserved()
                && cells.state(entity, Rank.NAME)
                        .flatMap(CellState::value)
                        .filter(Rank::isGone)
                        .isPresent()
                && cells.of(entity).stream()
                        .noneMatch(state -> state.isPlain() && state.winner().value().isPresent());
    }

    /** The rank that somebody gave to an entity. */
    Optional<OrderKey> rankOf(Entity entity) {
        return cells.state(entity, Rank.NAME).flatMap(CellState::value).flatMap(Rank::of);
    }

    /** Notes an entity of which components are still about although it is gone. */
    void unsettle(Entity entity) {
        cells.written(entity).forEach(component -> fresh.add(new Step.Cell(entity, component)));
    }

    void present(Set<String> addresses, SceneSnapshot now) {
        sharing.ifPresent(s -> s.present(addresses));
        fresh.addAll(unsettled);
        settle(now);
    }

    /**
     * Says again what got lost with its component, as far as that is up to this replica, so that
     * those who follow the plain messages alone see the same in the end.
     */
    void settle(SceneSnapshot now) {
        sharing.ifPresent(
                s -> {
                    var writes = new ArrayList<Batch.Write>();
                    fresh.forEach(cell -> settle(now.types(), cell, s).ifPresent(writes::add));
                    send(now, writes);
                });
        fresh.clear();
    }

    private Optional<Batch.Write> settle(ComponentTypes types, Step.Cell cell, Sharing s) {
        var state = cells.state(cell.entity(), cell.component()).orElseThrow();
        boolean isGone = isGone(cell.entity()) && !SharedTypes.isOwn(cell.component());
        var value = isGone ? Optional.<Value>empty() : state.value();
        if (value.equals(state.winner().value())) {
            unsettled.remove(cell);
            return Optional.empty();
        }
        var addresses =
                isGone
                        ? cells.state(cell.entity(), Rank.NAME)
                                .flatMap(rank -> rank.address(Rank.gone()))
                                .map(Set::of)
                                .orElse(Set.of())
                        : state.lateAddresses();
        if (!s.isUpTo(addresses)) {
            unsettled.add(cell);
            return Optional.empty();
        }
        unsettled.remove(cell);
        var type = SharedTypes.find(types, cell.component());
        var next =
                type.map(t -> Spelling.fitted(t, state.winner().next(value, t.codec())))
                        .orElseGet(() -> state.winner().next(value));
        state.write(next, sharing.map(Sharing::next));
        return type.flatMap(
                t ->
                        next.message(cell.entity(), t.id())
                                .map(m -> new Batch.Write(m, List.of(), Spelling.whole(t, next))));
    }
}
