// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/**
 * Merges what two sides made of one list.
 *
 * <p>As many numbers on both sides as before are merged one by one, in their places. Items that can
 * be told apart by themselves (different texts, or structs whose first fields differ) are merged
 * one by one, wherever they stand. Of others only items that a single side changed are merged;
 * anything else is for people to decide, and nothing is answered.
 */
final class ListMerge {
    private final ValueMerge items;
    private final FieldPath path;
    private final List<Value> base;
    private final List<Value> ours;
    private final List<Value> theirs;

    ListMerge(ValueMerge items, FieldPath path, ValueMerge.Sides sides) {
        this.items = items;
        this.path = path;
        this.base = items(sides.base());
        this.ours = items(sides.ours());
        this.theirs = items(sides.theirs());
    }

    private static List<Value> items(Optional<Value> list) {
        return list.map(value -> value.items("")).orElse(List.of());
    }

    Optional<Value> merge() {
        if (areCoordinates()) {
            return Optional.of(inPlace());
        }
        var b = byName(base);
        var o = byName(ours);
        var t = byName(theirs);
        return b.isPresent() && o.isPresent() && t.isPresent()
                ? new Named(b.get(), o.get(), t.get()).merge()
                : new Unnamed().merge();
    }

    /**
     * Whether the lists are numbers of a fixed meaning each, as those of a texture's corners are.
     */
    private boolean areCoordinates() {
        boolean areSame = base.size() == ours.size() && base.size() == theirs.size();
        return areSame
                && Stream.of(base, ours, theirs)
                        .flatMap(List::stream)
                        .allMatch(Value.Num.class::isInstance);
    }

    private Value inPlace() {
        var merged = new ArrayList<Value>();
        for (int i = 0; i < base.size(); i++) {
            var sides =
                    new ValueMerge.Sides(
                            Optional.of(base.get(i)),
                            Optional.of(ours.get(i)),
                            Optional.of(theirs.get(i)));
            items.merge(path.child(i), sides).ifPresent(merged::add);
        }
        return Value.of(merged);
    }

    /** The items by what tells them apart; nothing where two of them look alike. */
    private static Optional<SequencedMap<String, Value>> byName(List<Value> list) {
        var named = new LinkedHashMap<String, Value>();
        for (var item : list) {
            name(item).ifPresent(name -> named.put(name, item));
        }
        return named.size() == list.size() ? Optional.of(named) : Optional.empty();
    }

    private static Optional<String> name(Value item) {
        return item instanceof Value.Text(var text)
                ? Optional.of(text)
                : Alignment.identity(item).map(Object::toString);
    }

    private static Optional<Value> part(Map<String, Value> named, String name) {
        return Optional.ofNullable(named.get(name));
    }

    /** The three lists where every item has a name. */
    private final class Named {
        private final SequencedMap<String, Value> base;
        private final SequencedMap<String, Value> ours;
        private final SequencedMap<String, Value> theirs;

        Named(
                SequencedMap<String, Value> base,
                SequencedMap<String, Value> ours,
                SequencedMap<String, Value> theirs) {
            this.base = base;
            this.ours = ours;
            this.theirs = theirs;
        }

        Optional<Value> merge() {
            var order =
                    new SequenceMerge<>(
                            List.copyOf(base.keySet()),
                            List.copyOf(ours.keySet()),
                            List.copyOf(theirs.keySet()),
                            String::compareTo);
            if (order.isDisputed() || isRenamed()) {
                return Optional.empty();
            }
            var merged = new ArrayList<Value>();
            for (String name : order.merged()) {
                var sides =
                        new ValueMerge.Sides(
                                part(base, name), part(ours, name), part(theirs, name));
                items.merge(path.child(merged.size()), sides).ifPresent(merged::add);
            }
            return Optional.of(Value.of(merged));
        }

        /** Whether both sides may have given the same item another name. */
        private boolean isRenamed() {
            boolean isMissing =
                    base.keySet().stream()
                            .anyMatch(k -> !ours.containsKey(k) && !theirs.containsKey(k));
            return isMissing && (adds(ours, theirs) || adds(theirs, ours));
        }

        private boolean adds(Map<String, Value> side, Map<String, Value> other) {
            return side.keySet().stream()
                    .anyMatch(k -> !base.containsKey(k) && !other.containsKey(k));
        }
    }

    /** The three lists where items are told apart by their place alone. */
    private final class Unnamed {
        private final int[] toOurs = Alignment.of(base, ours);
        private final int[] toTheirs = Alignment.of(base, theirs);
        private final List<Value> merged = new ArrayList<>();
        private int fromBase;
        private int fromOurs;
        private int fromTheirs;

        Optional<Value> merge() {
            boolean isClear = true;
            for (int i = 0; isClear && i < base.size(); i++) {
                if (toOurs[i] != Alignment.GONE && toTheirs[i] != Alignment.GONE) {
                    isClear = gap(i, toOurs[i], toTheirs[i]) && item(i);
                }
            }
            isClear = isClear && gap(base.size(), ours.size(), theirs.size());
            return isClear && !hasTwins() ? Optional.of(Value.of(merged)) : Optional.empty();
        }

        /** The items between two that both sides still have. */
        private boolean gap(int toBase, int toOurs, int toTheirs) {
            var sides =
                    new ValueMerge.Sides(
                            run(base, fromBase, toBase),
                            run(ours, fromOurs, toOurs),
                            run(theirs, fromTheirs, toTheirs));
            fromBase = toBase + 1;
            fromOurs = toOurs + 1;
            fromTheirs = toTheirs + 1;
            sides.agreed().ifPresent(run -> merged.addAll(items(run)));
            return sides.agreed().isPresent();
        }

        private static Optional<Value> run(List<Value> list, int from, int to) {
            return Optional.of(Value.of(list.subList(from, to)));
        }

        private boolean item(int index) {
            var sides =
                    new ValueMerge.Sides(
                            Optional.of(base.get(index)),
                            Optional.of(ours.get(toOurs[index])),
                            Optional.of(theirs.get(toTheirs[index])));
            sides.agreed().ifPresent(item -> item.ifPresent(merged::add));
            return sides.agreed().isPresent();
        }

        /** Whether an item that both sides moved stands there twice now. */
        private boolean hasTwins() {
            if (ValueDiff.isInPlace(base, ours) && ValueDiff.isInPlace(base, theirs)) {
                return false;
            }
            var most = new HashMap<Value, Integer>();
            for (var list : List.of(base, ours, theirs)) {
                count(list).forEach((item, count) -> most.merge(item, count, Math::max));
            }
            return count(merged).entrySet().stream()
                    .anyMatch(entry -> entry.getValue() > most.getOrDefault(entry.getKey(), 0));
        }

        private static Map<Value, Integer> count(List<Value> list) {
            var counts = new HashMap<Value, Integer>();
            list.forEach(item -> counts.merge(item, 1, Integer::sum));
            return counts;
        }
    }
}
