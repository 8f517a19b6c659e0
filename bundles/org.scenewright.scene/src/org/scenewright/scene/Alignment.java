// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which items of a list became which items of a later list, so that few of them need to be written
 * anew.
 *
 * <p>Equal items that occur once in both lists are anchors (as in "patience" comparison), then
 * items with the same identity between them; what is left over is paired by position.
 */
final class Alignment {
    static final int GONE = -1;

    private final List<Value> before;
    private final List<Value> after;
    private final int[] target;

    private Alignment(List<Value> before, List<Value> after) {
        this.before = before;
        this.after = after;
        this.target = new int[before.size()];
        Arrays.fill(target, GONE);
    }

    /** For each item of the first list its index in the second one, ascending, or {@link #GONE}. */
    static int[] of(List<Value> before, List<Value> after) {
        var alignment = new Alignment(before, after);
        alignment.align(new Range(0, before.size(), 0, after.size()));
        return alignment.target;
    }

    private record Range(int from, int to, int newFrom, int newTo) {
        boolean isEmpty() {
            return from == to || newFrom == newTo;
        }
    }

    private void align(Range all) {
        var middle = trimmed(all);
        for (var gap : anchored(middle, Optional::of)) {
            anchored(gap, Alignment::identity).forEach(this::pair);
        }
    }

    /** Pairs equal items at both ends and returns the range between them. */
    private Range trimmed(Range all) {
        int from = all.from;
        int newFrom = all.newFrom;
        while (from < all.to
                && newFrom < all.newTo
                && before.get(from).equals(after.get(newFrom))) {
            target[from++] = newFrom++;
        }
        int to = all.to;
        int newTo = all.newTo;
        while (to > from && newTo > newFrom && before.get(to - 1).equals(after.get(newTo - 1))) {
            target[--to] = --newTo;
        }
        return new Range(from, to, newFrom, newTo);
    }

    private void pair(Range gap) {
        for (int i = 0; i < gap.to - gap.from && i < gap.newTo - gap.newFrom; i++) {
            target[gap.from + i] = gap.newFrom + i;
        }
    }

    /**
     * Pairs items of a range whose keys occur once on both sides and returns the ranges between the
     * pairs.
     */
    private List<Range> anchored(Range range, Function<Value, Optional<Object>> key) {
        if (range.isEmpty()) {
            return List.of(range);
        }
        var olds = unique(before.subList(range.from, range.to), range.from, key);
        var news = unique(after.subList(range.newFrom, range.newTo), range.newFrom, key);
        var pairs = new ArrayList<int[]>();
        olds.forEach(
                (k, index) -> {
                    int now = news.getOrDefault(k, GONE);
                    if (index != GONE && now != GONE) {
                        pairs.add(new int[] {index, now});
                    }
                });
        pairs.sort((a, b) -> Integer.compare(a[0], b[0]));
        return between(range, ascending(pairs));
    }

    private List<Range> between(Range range, List<int[]> anchors) {
        var gaps = new ArrayList<Range>();
        int from = range.from;
        int newFrom = range.newFrom;
        for (var anchor : anchors) {
            target[anchor[0]] = anchor[1];
            gaps.add(new Range(from, anchor[0], newFrom, anchor[1]));
            from = anchor[0] + 1;
            newFrom = anchor[1] + 1;
        }
        gaps.add(new Range(from, range.to, newFrom, range.newTo));
        return gaps;
    }

    /** The index of each key; {@link #GONE} for one that occurs more than once. */
    private static Map<Object, Integer> unique(
            List<Value> items, int offset, Function<Value, Optional<Object>> key) {
        var indices = new HashMap<Object, Integer>();
        for (int i = 0; i < items.size(); i++) {
            int index = offset + i;
            key.apply(items.get(i)).ifPresent(k -> indices.merge(k, index, (a, b) -> GONE));
        }
        return indices;
    }

    /** The longest selection of the pairs whose second halves ascend too. */
    static List<int[]> ascending(List<int[]> pairs) {
        int[] tails = new int[pairs.size()];
        int[] previous = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int slot = slot(pairs, tails, length, pairs.get(i)[1]);
            previous[i] = slot == 0 ? GONE : tails[slot - 1];
            tails[slot] = i;
            length = Math.max(length, slot + 1);
        }
        var chosen = new ArrayList<int[]>();
        for (int i = length == 0 ? GONE : tails[length - 1]; i != GONE; i = previous[i]) {
            chosen.add(pairs.get(i));
        }
        return chosen.reversed();
    }

    private static int slot(List<int[]> pairs, int[] tails, int length, int second) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pairs.get(tails[middle])[1] < second) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** What tells an item from its neighbours: its first field, if that is a number or a text. */
    static Optional<Object> identity(Value item) {
        return item.members().entrySet().stream()
                .findFirst()
                .filter(
                        field ->
                                field.getValue() instanceof Value.Num
                                        || field.getValue() instanceof Value.Text)
                .map(field -> field);
    }
}
