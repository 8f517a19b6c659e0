// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * Who shares an island (ADR-35): whoever comes within 64 m of somebody joins them, and who is more
 * than 80 m from all others leaves.
 */
final class Islands {
    static final double JOIN = 64;
    static final double LEAVE = 80;
    private static final int MOST = 100;

    /** Somebody is on another island from now on. */
    record Move(String who, String island, String connection) {}

    private final Map<String, Position> positions = new TreeMap<>();
    private final Map<String, Set<String>> islands = new LinkedHashMap<>();
    private final UnaryOperator<String> connections;
    private int last;

    Islands(UnaryOperator<String> connections) {
        this.connections = connections;
    }

    Optional<String> of(String who) {
        return islands.entrySet().stream()
                .filter(island -> island.getValue().contains(who))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    List<Move> move(String who, Position to) {
        Map<String, String> before = seats();
        positions.put(who, to);
        if (of(who).isEmpty()) {
            found(Set.of(who));
        }
        settle();
        return changes(before);
    }

    List<Move> leave(String who) {
        Map<String, String> before = seats();
        positions.remove(who);
        islands.values().forEach(island -> island.remove(who));
        settle();
        return changes(before);
    }

    private Map<String, String> seats() {
        var seats = new TreeMap<String, String>();
        islands.forEach((name, members) -> members.forEach(member -> seats.put(member, name)));
        return seats;
    }

    private List<Move> changes(Map<String, String> before) {
        var moves = new ArrayList<Move>();
        seats().forEach(
                        (who, island) -> {
                            if (!island.equals(before.get(who))) {
                                moves.add(new Move(who, island, connections.apply(island)));
                            }
                        });
        return moves;
    }

    private void found(Set<String> members) {
        islands.put("I" + ++last, new LinkedHashSet<>(members));
    }

    private void settle() {
        List.copyOf(islands.keySet()).forEach(this::split);
        islands.values().removeIf(Set::isEmpty);
        while (merged()) {
            // Two that became one may reach a third.
        }
    }

    /** The largest part keeps the name. */
    private void split(String name) {
        var parts = new ArrayList<Set<String>>();
        var left = new LinkedHashSet<>(islands.get(name));
        while (!left.isEmpty()) {
            parts.add(connected(left.iterator().next(), left));
        }
        parts.sort(Comparator.comparing((Set<String> part) -> part.size()).reversed());
        for (int i = 0; i < parts.size(); i++) {
            if (i == 0) {
                islands.put(name, parts.getFirst());
            } else {
                found(parts.get(i));
            }
        }
    }

    private Set<String> connected(String first, Set<String> left) {
        var part = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(List.of(first));
        left.remove(first);
        while (!next.isEmpty()) {
            String one = next.remove();
            part.add(one);
            for (String other : List.copyOf(left)) {
                if (distance(one, other) <= LEAVE) {
                    left.remove(other);
                    next.add(other);
                }
            }
        }
        return part;
    }

    private boolean merged() {
        for (String one : islands.keySet()) {
            for (String other : islands.keySet()) {
                if (!one.equals(other) && isNear(islands.get(one), islands.get(other))) {
                    islands.get(one).addAll(islands.remove(other));
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isNear(Set<String> some, Set<String> others) {
        return some.size() + others.size() <= MOST
                && some.stream().anyMatch(a -> others.stream().anyMatch(b -> near(a, b)));
    }

    private boolean near(String one, String other) {
        return distance(one, other) <= JOIN;
    }

    private double distance(String one, String other) {
        Position a = positions.get(one);
        Position b = positions.get(other);
        return Math.hypot(a.x() - b.x(), a.z() - b.z());
    }
}
