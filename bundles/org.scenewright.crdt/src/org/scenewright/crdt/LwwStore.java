// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The last written value of every component of every entity, merged by the rules of ADR-117.
 *
 * <p>Not thread-safe: it belongs to one thread. Replicas that were given the same messages, in any
 * order and any number of times, hold the same state. What a message with a network id says is kept
 * apart by that id.
 */
public final class LwwStore {
    private static final long OWN = -1;
    private static final byte[] NO_BYTES = {};

    private final Map<Numbered, Generations> numbers = new HashMap<>();

    /** An entity number, in the numbering of one network id or in our own. */
    private record Numbered(int number, long network) {
        static Numbered of(Entity entity, long network) {
            return new Numbered(entity.number(), network);
        }
    }

    /**
     * Merges what somebody else wrote.
     *
     * @return the verdict; a message about a deleted entity is redundant, and so is the deletion of
     *     root, player or camera
     */
    public Verdict merge(CrdtMessage message) {
        return switch (message) {
            case CrdtMessage.PutComponent(var e, var c, var t, var d) ->
                    merge(OWN, c, new Entry(message, t, false, d));
            case CrdtMessage.DeleteComponent(var e, var c, var t) ->
                    merge(OWN, c, new Entry(message, t, true, NO_BYTES));
            case CrdtMessage.DeleteEntity(var entity) -> merge(entity, OWN, message);
            // A set that only grows knows no conflicts; its values order themselves.
            case CrdtMessage.AppendValue(var entity, var c, var t, var d) ->
                    isDeleted(entity) ? new Verdict.Redundant() : new Verdict.Accepted();
            case CrdtMessage.PutComponentNetwork(var e, var c, var t, var n, var d) ->
                    merge(Integer.toUnsignedLong(n), c, new Entry(message, t, false, d));
            case CrdtMessage.DeleteComponentNetwork(var e, var c, var t, var n) ->
                    merge(Integer.toUnsignedLong(n), c, new Entry(message, t, true, NO_BYTES));
            case CrdtMessage.DeleteEntityNetwork(var entity, var n) ->
                    merge(entity, Integer.toUnsignedLong(n), message);
        };
    }

    private Verdict merge(long network, ComponentId component, Entry incoming) {
        var entity = incoming.message.entity();
        var generations =
                numbers.computeIfAbsent(Numbered.of(entity, network), n -> new Generations());
        if (generations.holdsDeleted(entity)) {
            return new Verdict.Redundant();
        }
        var components = generations.live.computeIfAbsent(entity, e -> new HashMap<>(8));
        var known = components.putIfAbsent(component, incoming);
        int order = known == null ? -1 : Entry.RULE.compare(known, incoming);
        if (known != null && order > 0) {
            return new Verdict.Outdated(known.message);
        }
        components.put(component, order < 0 ? incoming : known);
        return order < 0 ? new Verdict.Accepted() : new Verdict.Redundant();
    }

    private Verdict merge(Entity entity, long network, CrdtMessage deletion) {
        // Nobody may take away what every scene stands on, in whatever version.
        boolean keeps = network == OWN && entity.number() <= Entity.CAMERA.number();
        var generations =
                numbers.computeIfAbsent(Numbered.of(entity, network), n -> new Generations());
        return !keeps && generations.delete(entity, deletion)
                ? new Verdict.Accepted()
                : new Verdict.Redundant();
    }

    /**
     * Writes a value of our own with the next timestamp.
     *
     * @return the message for the others, or nothing when the value was already so or the entity is
     *     deleted
     * @throws CrdtException when the clock of the component is used up
     */
    public Optional<CrdtMessage.PutComponent> put(
            Entity entity, ComponentId component, byte[] data) {
        if (isDeleted(entity)
                || data(entity, component).filter(d -> Arrays.equals(d, data)).isPresent()) {
            return Optional.empty();
        }
        var message =
                new CrdtMessage.PutComponent(entity, component, next(entity, component), data);
        merge(message);
        return Optional.of(message);
    }

    /**
     * Takes a component away with the next timestamp.
     *
     * @return the message for the others, or nothing when there was no such component
     * @throws CrdtException when the clock of the component is used up
     */
    public Optional<CrdtMessage.DeleteComponent> remove(Entity entity, ComponentId component) {
        if (data(entity, component).isEmpty()) {
            return Optional.empty();
        }
        var message = new CrdtMessage.DeleteComponent(entity, component, next(entity, component));
        merge(message);
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

    private int next(Entity entity, ComponentId component) {
        int now = timestamp(entity, component);
        if (now == -1) {
            throw new CrdtException(
                    "the clock of component " + component + " of entity " + entity + " is used up");
        }
        return now + 1;
    }

    /** The bytes that a component holds, or nothing when it was never written or is deleted. */
    public Optional<byte[]> data(Entity entity, ComponentId component) {
        return entry(entity, component).filter(e -> !e.deletes).map(Entry::data);
    }

    /** The timestamp of the last write or deletion, an unsigned number; 0 when there was none. */
    public int timestamp(Entity entity, ComponentId component) {
        return entry(entity, component).map(Entry::timestamp).orElse(0);
    }

    /** The numbers of the components that an entity has, in ascending order. */
    public List<ComponentId> components(Entity entity) {
        return entries(entity).entrySet().stream()
                .filter(e -> !e.getValue().deletes)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    public boolean isDeleted(Entity entity) {
        var generations = numbers.get(Numbered.of(entity, OWN));
        return generations != null && generations.holdsDeleted(entity);
    }

    /**
     * All that is known, as the fewest messages that bring a new replica to this state; deletions
     * come along, since a late joiner must not revive what is gone.
     */
    public List<CrdtMessage> state() {
        var messages = new ArrayList<CrdtMessage>();
        var order = Comparator.comparingLong(Numbered::network).thenComparingInt(Numbered::number);
        numbers.keySet().stream().sorted(order).forEach(n -> numbers.get(n).addTo(messages));
        return messages;
    }

    private Optional<Entry> entry(Entity entity, ComponentId component) {
        return Optional.ofNullable(entries(entity).get(component));
    }

    private Map<ComponentId, Entry> entries(Entity entity) {
        var generations = numbers.get(Numbered.of(entity, OWN));
        return generations == null ? Map.of() : generations.live.getOrDefault(entity, Map.of());
    }

    /** What one component was set to, and by which message. */
    private record Entry(CrdtMessage message, int timestamp, boolean deletes, byte[] data) {
        // ADR-117: at equal timestamps no data is less than any, shorter is less than longer, then
        // unsigned bytes decide, so that every replica chooses alike.
        static final Comparator<Entry> RULE =
                Comparator.<Entry>comparingLong(e -> Integer.toUnsignedLong(e.timestamp))
                        .thenComparing(e -> !e.deletes)
                        .thenComparingInt(e -> e.data.length)
                        .thenComparing(Entry::data, Arrays::compareUnsigned);
    }

    /** All entities that ever bore one number. */
    private static final class Generations {
        private final Map<Entity, Map<ComponentId, Entry>> live = new HashMap<>(2);
        private int deletedVersion = -1;
        private Optional<CrdtMessage> deletion = Optional.empty();

        boolean holdsDeleted(Entity entity) {
            return deletedVersion >= entity.version();
        }

        boolean delete(Entity entity, CrdtMessage message) {
            if (holdsDeleted(entity)) {
                return false;
            }
            deletedVersion = entity.version();
            deletion = Optional.of(message);
            // Older versions go too: had the deletion come first, their messages would have been
            // ignored.
            live.keySet().removeIf(this::holdsDeleted);
            return true;
        }

        void addTo(List<CrdtMessage> messages) {
            deletion.ifPresent(messages::add);
            live.keySet().stream()
                    .sorted()
                    .forEach(
                            entity ->
                                    live.get(entity).entrySet().stream()
                                            .sorted(Map.Entry.comparingByKey())
                                            .forEach(e -> messages.add(e.getValue().message)));
        }
    }
}
