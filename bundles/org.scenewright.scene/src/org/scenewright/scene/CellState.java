// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * One component of one entity as all replicas see it: the message that won by ADR-117, and the
 * fields that somebody wrote whom its author had not heard.
 *
 * <p>The value is a function of the messages alone, whatever order they came in: what won, with the
 * latest write of every field that it did not know laid over it.
 */
final class CellState {
    // Of more fields than that the earliest writes are forgotten, in every replica the same.
    static final int MOST_REGISTERS = 1024;

    private static final Comparator<Map.Entry<FieldPath, Register>> ORDER =
            Map.Entry.<FieldPath, Register>comparingByValue()
                    .thenComparing(entry -> entry.getKey().toString())
                    // Names may have dots.
                    .thenComparing(CellState::steps, Arrays::compare);

    private final Map<FieldPath, Register> registers = new HashMap<>(4);
    // Only where there are so many that the earliest has to go, again and again.
    private Optional<TreeSet<Map.Entry<FieldPath, Register>>> ordered = Optional.empty();
    private final Room room;
    private Stamped winner;
    private VersionVector seen = VersionVector.NOTHING;
    private String address = "";
    private boolean isPlain;
    private Optional<Value> value = Optional.empty();
    private boolean isStale = true;

    /**
     * @param start what the files say, which has timestamp 0
     * @param room where it is counted what is kept
     */
    CellState(Stamped start, Room room) {
        this.winner = start;
        this.room = room;
        room.takeComponent();
        room.hold(seen);
    }

    /**
     * What there is to keep; nobody changes it any more.
     *
     * @param winner the message that won
     * @param seen what the author of that message knew
     * @param address the address of that author
     * @param isPlain whether that author tells nothing of what it meant
     * @param registers the latest write of every field
     */
    record Kept(
            Stamped winner,
            VersionVector seen,
            String address,
            boolean isPlain,
            SequencedMap<FieldPath, Register> registers) {

        /** The same in a settled order, without what only this replica can know. */
        Kept shared() {
            var sorted = new LinkedHashMap<FieldPath, Register>();
            registers.entrySet().stream()
                    .sorted(ORDER)
                    .forEach(write -> sorted.put(write.getKey(), write.getValue().shared()));
            return new Kept(winner, seen, address, isPlain, sorted);
        }
    }

    /** As it was when the document was kept. */
    CellState(Kept kept, Room room) {
        this(kept.winner(), room);
        room.take(0, winner.weight());
        knows(kept.seen());
        address = kept.address();
        isPlain = kept.isPlain();
        kept.registers().forEach(this::hold);
    }

    Kept kept() {
        return new Kept(winner, seen, address, isPlain, new LinkedHashMap<>(registers));
    }

    /** The message that won. */
    Stamped winner() {
        return winner;
    }

    /** Whether what won comes from a client that tells nothing of what it meant. */
    boolean isPlain() {
        return isPlain;
    }

    /** Notes a write of our own, which knows all that this replica knows. */
    void write(Stamped next, Optional<Batch.Context> context) {
        wins(next);
        knows(heardBy(context));
        address = addressOf(context);
        isPlain = false;
        isStale = true;
    }

    private void wins(Stamped next) {
        room.take(0, next.weight() - winner.weight());
        winner = next;
    }

    private void knows(VersionVector next) {
        room.hold(next);
        room.release(seen);
        seen = next;
    }

    /** What somebody knew who wrote something, this write included. */
    private static VersionVector heardBy(Optional<Batch.Context> context) {
        return context.map(Batch.Context::seen).orElse(VersionVector.NOTHING);
    }

    private static String addressOf(Optional<Batch.Context> context) {
        return context.map(c -> c.author().address()).orElse("");
    }

    /**
     * Merges somebody's message.
     *
     * @return less than 0 where it won, 0 where it says what was known, more where it lost
     */
    int merge(Stamped incoming, Optional<Batch.Context> context) {
        int order = winner.compareTo(incoming);
        if (order <= 0) {
            isStale = true;
            // Who says the same knows it all the same.
            knows(order < 0 ? heardBy(context) : seen.joined(heardBy(context)));
            boolean isTheirs = order < 0 || address.compareTo(addressOf(context)) < 0;
            address = isTheirs ? addressOf(context) : address;
            wins(order < 0 ? incoming : fuller(incoming, context.isPresent()));
            // An echo of what one of ours wrote means nothing of its own.
            isPlain = context.isEmpty() && (order < 0 || isPlain);
        }
        return order;
    }

    /** Of two that say the same in bytes the one that says more beside them. */
    private Stamped fuller(Stamped incoming, boolean isOurs) {
        boolean isMore = isPlain || winner.compareValues(incoming) < 0;
        return isOurs && isMore ? incoming : winner;
    }

    /**
     * Notes a write of one field.
     *
     * @param overruled is told of the write that lost when two wrote the field at once
     */
    void note(FieldPath path, Register write, Consumer<Overruled> overruled) {
        var known = registers.get(path);
        if (known == null || known.compareTo(write) < 0) {
            forget(path);
            hold(path, write);
            isStale = true;
            if (registers.size() > MOST_REGISTERS) {
                forget(earliest());
            }
        }
        if (known != null && known.isConcurrent(write) && !known.value().equals(write.value())) {
            boolean isNewer = known.compareTo(write) < 0;
            overruled.accept(
                    isNewer
                            ? new Overruled(path, known, write.address())
                            : new Overruled(path, write, known.address()));
        }
    }

    private void hold(FieldPath path, Register write) {
        registers.put(path, write);
        count(path, write, 1);
        ordered.ifPresent(all -> all.add(Map.entry(path, write)));
    }

    private void forget(FieldPath path) {
        Optional.ofNullable(registers.remove(path))
                .ifPresent(
                        write -> {
                            count(path, write, -1);
                            ordered.ifPresent(all -> all.remove(Map.entry(path, write)));
                        });
    }

    private FieldPath earliest() {
        var all = ordered.orElseGet(() -> new TreeSet<>(ORDER));
        if (ordered.isEmpty()) {
            registers.forEach((path, write) -> all.add(Map.entry(path, write)));
            ordered = Optional.of(all);
        }
        return all.getFirst().getKey();
    }

    private static String[] steps(Map.Entry<FieldPath, Register> entry) {
        return entry.getKey().steps().toArray(String[]::new);
    }

    private void count(FieldPath path, Register write, int sign) {
        room.take(sign, sign * write.weight(path));
        if (sign > 0) {
            room.hold(write.context().seen());
        } else {
            room.release(write.context().seen());
        }
    }

    /** Whether a write of a field is known that a new one would take the place of. */
    boolean holds(FieldPath path) {
        return registers.containsKey(path);
    }

    /** A write that lost, and to whom. */
    record Overruled(FieldPath path, Register lost, String winner) {}

    /** Forgets who wrote what: what holds now was always so. */
    void leave() {
        var held = value();
        List.copyOf(registers.keySet()).forEach(this::forget);
        if (!held.equals(winner.value())) {
            wins(winner.now(held));
        }
        knows(VersionVector.NOTHING);
        address = "";
        isPlain = false;
        isStale = true;
    }

    /** What the component is; nothing where it is deleted. */
    Optional<Value> value() {
        if (isStale) {
            value = winner.value().map(this::overlaid);
            isStale = false;
        }
        return value;
    }

    private Value overlaid(Value base) {
        var value = base;
        for (var late : late()) {
            value = FieldDiff.written(value, late.getKey(), late.getValue().value()).orElse(value);
        }
        // Two changes of the shape may not fit together; then the winner alone holds.
        boolean fits = value == base || winner.next(Optional.of(value)).bytes().isPresent();
        return fits ? value : base;
    }

    /** What the author of the winner did not know, the earliest first. */
    private List<Map.Entry<FieldPath, Register>> late() {
        if (registers.isEmpty()) {
            return List.of();
        }
        var unknown = new Earliest();
        registers.forEach(
                (path, write) -> {
                    if (!isKnown(write)) {
                        unknown.add(path, write);
                    }
                });
        // A write that the winner knew may say more of a field than one it did not know.
        return registers.entrySet().stream()
                .filter(e -> !isKnown(e.getValue()) || unknown.isBefore(e.getKey(), e.getValue()))
                .sorted(ORDER)
                .toList();
    }

    private static boolean overlap(FieldPath one, FieldPath other) {
        int common = Math.min(one.steps().size(), other.steps().size());
        return one.steps().subList(0, common).equals(other.steps().subList(0, common));
    }

    private boolean isKnown(Register write) {
        return seen.covers(write.context().author(), write.context().sequence())
                || isPlain && Integer.compareUnsigned(write.timestamp(), winner.timestamp()) <= 0;
    }

    /** The address of who wrote last what says something of a field. */
    Optional<String> lastAddress(FieldPath path) {
        return registers.entrySet().stream()
                .filter(e -> overlap(e.getKey(), path))
                .map(Map.Entry::getValue)
                .max(Comparator.naturalOrder())
                .map(Register::address);
    }

    /** The addresses of who wrote what the winner did not know. */
    Set<String> lateAddresses() {
        return registers.values().stream()
                .filter(write -> !isKnown(write))
                .map(Register::address)
                .collect(Collectors.toSet());
    }

    /** The address of who wrote a field last. */
    Optional<String> address(FieldPath path) {
        return Optional.ofNullable(registers.get(path)).map(Register::address);
    }

    /** The writes of fields that are lost with a component whose remover did not know of them. */
    List<Overruled> overruledByDeletion() {
        if (isPlain || winner.value().isPresent()) {
            return List.of();
        }
        return registers.entrySet().stream()
                .filter(e -> !isKnown(e.getValue()))
                .map(e -> new Overruled(e.getKey(), e.getValue(), address))
                .toList();
    }

    /**
     * The writes that a client overruled which tells nothing: it wrote at the same time, or put
     * back what a field of ours held before.
     *
     * @param me our address
     */
    List<Overruled> overruledByPlain(String me) {
        var lost = new ArrayList<Overruled>();
        if (isPlain) {
            registers.forEach(
                    (path, write) -> {
                        var now = winner.value().flatMap(value -> value.at(path));
                        boolean isPutBack =
                                write.address().equals(me) && now.equals(write.before());
                        boolean isLate = write.timestamp() == winner.timestamp() || isPutBack;
                        if (isKnown(write) && isLate && !now.equals(write.value())) {
                            lost.add(new Overruled(path, write, ""));
                        }
                    });
        }
        return lost;
    }
}
