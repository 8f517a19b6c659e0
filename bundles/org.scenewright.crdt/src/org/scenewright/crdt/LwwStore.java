// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The last written value of every component of every entity, merged by the rules of ADR-117.
 *
 * <p>Not thread-safe: it belongs to one thread. Replicas that were given the same messages, in any
 * order and any number of times, hold the same state, unless one had to refuse some. What a message
 * with a network id says is kept apart by that id. Entities of reserved numbers are kept as all
 * others; only root, player and camera cannot be deleted.
 */
public final class LwwStore {
    private final Cells own;
    private final Cells foreign;
    private final CrdtWriter scratch = new CrdtWriter();
    private final CrdtReader cursor = new CrdtReader();

    /** A store with the usual limits, to which no component is strange. */
    public LwwStore() {
        this(StoreLimits.USUAL, component -> true);
    }

    /** A store with limits, which asks before it keeps something. */
    public LwwStore(StoreLimits limits, CrdtGate gate) {
        var quota =
                new Cells.Quota(
                        new Budget("components", limits.components(), limits.bytes()),
                        new Budget(
                                "components that are unknown here",
                                limits.strangeComponents(),
                                limits.strangeBytes()),
                        gate);
        own = new Cells(false, quota);
        foreign = new Cells(true, quota);
    }

    /**
     * Merges what somebody else wrote: the messages between position and limit, up to the first
     * that cannot be one. Deletions of entities count after the rest.
     */
    public Merged merge(ByteBuffer batch, CrdtSink sink) {
        return new Batch(own, foreign, sink).merge(new CrdtReader(batch));
    }

    /**
     * Merges a single message that somebody else wrote.
     *
     * @return the verdict; a message about a deleted entity is redundant, and so is the deletion of
     *     root, player or camera
     */
    public Verdict merge(CrdtMessage message) {
        return switch (message) {
            case CrdtMessage.PutComponent put -> write(own, put);
            case CrdtMessage.DeleteComponent delete -> write(own, delete);
            case CrdtMessage.PutComponentNetwork put -> write(foreign, put);
            case CrdtMessage.DeleteComponentNetwork delete -> write(foreign, delete);
            case CrdtMessage.DeleteEntity delete -> delete(own, delete);
            case CrdtMessage.DeleteEntityNetwork delete -> delete(foreign, delete);
            // A set that only grows knows no conflicts; its values order themselves.
            case CrdtMessage.AppendValue(var entity, var c, var t, var d) ->
                    isDeleted(entity) ? new Verdict.Redundant() : new Verdict.Accepted();
        };
    }

    /** The bytes that are kept for values, in use or not. */
    long bytesKept() {
        return own.bytesKept() + foreign.bytesKept();
    }

    private Verdict write(Cells cells, CrdtMessage message) {
        scratch.clear();
        scratch.write(message);
        return verdict(cells, written(cells, scratch, 0));
    }

    /** Merges the last message of a writer, which begins at an offset. */
    private Effect written(Cells cells, CrdtWriter out, int from) {
        cursor.restart(out.written(from));
        cursor.next();
        return cells.write(cursor);
    }

    private Verdict delete(Cells cells, CrdtMessage message) {
        int network = networkOf(message).orElse(0);
        return verdict(cells, cells.delete(message.entity().bits(), network));
    }

    private static Verdict verdict(Cells cells, Effect effect) {
        return switch (effect) {
            case ACCEPTED -> new Verdict.Accepted();
            case REDUNDANT -> new Verdict.Redundant();
            case OUTDATED -> new Verdict.Outdated(new CrdtCell(cells).at(cells.last()).message());
            case REFUSED -> new Verdict.Refused(cells.refusal());
        };
    }

    /** The network id of a message that has one. */
    static OptionalInt networkOf(CrdtMessage message) {
        return switch (message) {
            case CrdtMessage.PutComponentNetwork put -> OptionalInt.of(put.networkId());
            case CrdtMessage.DeleteComponentNetwork d -> OptionalInt.of(d.networkId());
            case CrdtMessage.DeleteEntityNetwork delete -> OptionalInt.of(delete.networkId());
            case CrdtMessage.PutComponent put -> OptionalInt.empty();
            case CrdtMessage.DeleteComponent delete -> OptionalInt.empty();
            case CrdtMessage.DeleteEntity delete -> OptionalInt.empty();
            case CrdtMessage.AppendValue append -> OptionalInt.empty();
        };
    }

    /**
     * Writes a value of our own with the next timestamp, and the message for the others.
     *
     * @return whether there is a message: there is none when the value was already so or the entity
     *     is deleted
     * @throws CrdtException when the clock of the component or the room for values is used up
     */
    public boolean put(Entity entity, ComponentId component, ByteBuffer data, CrdtWriter out) {
        int cell = own.find(entity.bits(), component.value(), 0);
        if (cell < 0 ? isDeleted(entity) : own.length(cell) >= 0 && own.holds(cell, data)) {
            return false;
        }
        int from = out.length();
        out.put(entity, component, next(cell), data);
        keep(out, from);
        return true;
    }

    private void keep(CrdtWriter out, int from) {
        if (written(own, out, from) == Effect.REFUSED) {
            out.truncate(from);
            throw new CrdtException(own.refusal());
        }
    }

    private int next(int cell) {
        if (cell >= 0 && own.timestamp(cell) == -1) {
            throw new CrdtException(
                    "the clock of component %s of entity %s is used up"
                            .formatted(
                                    new ComponentId(own.component(cell)),
                                    new Entity(own.entity(cell))));
        }
        return cell < 0 ? 1 : own.timestamp(cell) + 1;
    }

    /**
     * Writes a value of our own with the next timestamp.
     *
     * @return the message for the others, or nothing when the value was already so or the entity is
     *     deleted
     * @throws CrdtException when the clock of the component or the room for values is used up
     */
    public Optional<CrdtMessage.PutComponent> put(
            Entity entity, ComponentId component, byte[] data) {
        scratch.clear();
        return put(entity, component, ByteBuffer.wrap(data), scratch)
                ? Optional.of(
                        new CrdtMessage.PutComponent(
                                entity, component, timestamp(entity, component), data))
                : Optional.empty();
    }

    /**
     * Takes a component away with the next timestamp.
     *
     * @return the message for the others, or nothing when there was no such component
     * @throws CrdtException when the clock of the component is used up or the deletion refused
     */
    public Optional<CrdtMessage.DeleteComponent> remove(Entity entity, ComponentId component) {
        int cell = own.find(entity.bits(), component.value(), 0);
        if (cell < 0 || own.length(cell) < 0) {
            return Optional.empty();
        }
        var message = new CrdtMessage.DeleteComponent(entity, component, next(cell));
        if (merge(message) instanceof Verdict.Refused(var reason)) {
            throw new CrdtException(reason);
        }
        return Optional.of(message);
    }

    /** Deletes an entity for good: first its components, then itself, as the SDK does. */
    public List<CrdtMessage> remove(Entity entity) {
        var messages = new ArrayList<CrdtMessage>();
        components(entity).forEach(c -> remove(entity, c).ifPresent(messages::add));
        var deletion = new CrdtMessage.DeleteEntity(entity);
        if (merge(deletion) instanceof Verdict.Accepted) {
            messages.add(deletion);
        }
        return messages;
    }

    /** The bytes that a component holds, or nothing when it was never written or is deleted. */
    public Optional<byte[]> data(Entity entity, ComponentId component) {
        return cell(entity, component).filter(cell -> !cell.isDeleted()).map(CrdtCell::copyOfData);
    }

    /** A component in its place, deleted or not; nothing when it was never written. */
    public Optional<CrdtCell> cell(Entity entity, ComponentId component) {
        int cell = own.find(entity.bits(), component.value(), 0);
        return cell < 0 ? Optional.empty() : Optional.of(new CrdtCell(own).at(cell));
    }

    /** Visits a component of all entities that have it or had it, each in its place. */
    public void visit(ComponentId component, Consumer<CrdtCell> visitor) {
        var found = new Ints();
        own.generations().forEachNumber(number -> own.forEachOfNumber(number, found::add));
        var view = new CrdtCell(own);
        found.sorted(own.order()).stream()
                .filter(cell -> own.component(cell) == component.value())
                .forEach(cell -> visitor.accept(view.at(cell)));
    }

    /** The timestamp of the last write or deletion, an unsigned number; 0 when there was none. */
    public int timestamp(Entity entity, ComponentId component) {
        int cell = own.find(entity.bits(), component.value(), 0);
        return cell < 0 ? 0 : own.timestamp(cell);
    }

    /** The numbers of the components that an entity has, in ascending order. */
    public List<ComponentId> components(Entity entity) {
        var components = new ArrayList<ComponentId>();
        own.forEachOf(
                entity.bits(),
                0,
                cell -> {
                    if (own.length(cell) >= 0) {
                        components.add(new ComponentId(own.component(cell)));
                    }
                });
        components.sort(Comparator.naturalOrder());
        return components;
    }

    public boolean isDeleted(Entity entity) {
        return own.holdsDeleted(entity.bits(), 0);
    }

    /**
     * All that is known, as the fewest messages that bring a new replica to this state; deletions
     * come along, since a late joiner must not revive what is gone.
     */
    public List<CrdtMessage> state() {
        var messages = new ArrayList<CrdtMessage>();
        state(own, messages);
        state(foreign, messages);
        return messages;
    }

    /** Writes the messages of the {@link #state}, in any order. */
    public void write(CrdtWriter out) {
        write(own, out);
        write(foreign, out);
    }

    private static void write(Cells cells, CrdtWriter out) {
        var view = new CrdtCell(cells);
        var generations = cells.generations();
        generations.forEachNumber(
                number -> {
                    generations.deletion(number, cells.isForeign()).ifPresent(out::write);
                    cells.forEachOfNumber(number, cell -> view.at(cell).writeTo(out));
                });
    }

    private static void state(Cells cells, List<CrdtMessage> messages) {
        var generations = cells.generations();
        var numbers = new ArrayList<Integer>();
        generations.forEachNumber(numbers::add);
        numbers.sort(
                Comparator.<Integer>comparingLong(
                                n -> Integer.toUnsignedLong(generations.network(n)))
                        .thenComparingInt(generations::numberOf));
        var view = new CrdtCell(cells);
        for (int number : numbers) {
            generations.deletion(number, cells.isForeign()).ifPresent(messages::add);
            var found = new Ints();
            cells.forEachOfNumber(number, found::add);
            found.sorted(cells.order()).forEach(cell -> messages.add(view.at(cell).message()));
        }
    }
}
