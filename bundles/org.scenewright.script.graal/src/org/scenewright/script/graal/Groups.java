// SPDX-License-Identifier: EPL-2.0
package org.scenewright.script.graal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * Files in groups of those that import each other in a circle, what is imported before what imports
 * it: two searches, as Kosaraju has it, without recursion because chains of imports may be long.
 */
final class Groups {
    private final List<Unit> units;
    private final List<List<Integer>> to = new ArrayList<>();
    private final List<List<Integer>> from = new ArrayList<>();

    private Groups(Units all) {
        units = all.all();
        units.forEach(
                unit -> {
                    to.add(new ArrayList<>());
                    from.add(new ArrayList<>());
                });
        for (var unit : units) {
            for (int i = 0; i < unit.targets().size(); i++) {
                all.target(unit, i).ifPresent(target -> connect(unit.id(), target.id()));
            }
        }
    }

    private void connect(int importer, int imported) {
        to.get(importer).add(imported);
        from.get(imported).add(importer);
    }

    static List<List<Unit>> of(Units units) {
        return new Groups(units).groups();
    }

    private List<List<Unit>> groups() {
        var finished = new ArrayList<Integer>();
        var seen = new BitSet();
        for (int id = 0; id < units.size(); id++) {
            search(id, to, seen, finished);
        }
        var placed = new BitSet();
        var groups = new ArrayList<List<Unit>>();
        for (int id : finished.reversed()) {
            var members = new ArrayList<Integer>();
            search(id, from, placed, members);
            if (!members.isEmpty()) {
                groups.add(
                        members.stream()
                                .map(units::get)
                                .sorted(Comparator.comparing(Unit::id))
                                .toList());
            }
        }
        return groups.reversed();
    }

    /** Adds what can be reached and was not seen before, each after what it reaches. */
    private static void search(
            int start, List<List<Integer>> edges, BitSet seen, List<Integer> finished) {
        Deque<int[]> open = new ArrayDeque<>();
        visit(start, seen, open);
        while (!open.isEmpty()) {
            var top = open.peek();
            var next = edges.get(top[0]);
            if (top[1] < next.size()) {
                visit(next.get(top[1]++), seen, open);
            } else {
                finished.add(open.pop()[0]);
            }
        }
    }

    private static void visit(int id, BitSet seen, Deque<int[]> open) {
        if (!seen.get(id)) {
            seen.set(id);
            open.push(new int[] {id, 0});
        }
    }
}
