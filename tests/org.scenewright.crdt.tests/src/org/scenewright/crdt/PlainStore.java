// SPDX-License-Identifier: EPL-2.0
package org.scenewright.crdt;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

/** The rules of ADR-117 written down as plainly as can be, to hold the fast store against. */
final class PlainStore {
    private final Map<Cell, CrdtMessage> cells = new TreeMap<>();
    private final Map<Numbered, CrdtMessage> deletions = new TreeMap<>();

    /** A number in the numbering of one network id, or in our own. */
    private record Numbered(long network, int number) implements Comparable<Numbered> {
        static Numbered of(CrdtMessage message) {
            OptionalInt network = LwwStore.networkOf(message);
            return new Numbered(
                    network.isPresent() ? Integer.toUnsignedLong(network.getAsInt()) : -1,
                    message.entity().number());
        }

        @Override
        public int compareTo(Numbered other) {
            return Comparator.comparingLong(Numbered::network)
                    .thenComparingInt(Numbered::number)
                    .compare(this, other);
        }
    }

    /** A component of an entity. */
    private record Cell(Numbered numbered, Entity entity, ComponentId component)
            implements Comparable<Cell> {
        @Override
        public int compareTo(Cell other) {
            return Comparator.comparing(Cell::numbered)
                    .thenComparing(Cell::entity)
                    .thenComparing(Cell::component)
                    .compare(this, other);
        }
    }

    Verdict merge(CrdtMessage message) {
        var numbered = Numbered.of(message);
        boolean isDeleted =
                deletions.containsKey(numbered)
                        && deletions.get(numbered).entity().version() >= message.entity().version();
        if (isDeleted) {
            return new Verdict.Redundant();
        }
        return switch (message) {
            case CrdtMessage.AppendValue append -> new Verdict.Accepted();
            case CrdtMessage.DeleteEntity d -> delete(numbered, message);
            case CrdtMessage.DeleteEntityNetwork d -> delete(numbered, message);
            case CrdtMessage.PutComponent put -> write(numbered, put.component(), message);
            case CrdtMessage.DeleteComponent d -> write(numbered, d.component(), message);
            case CrdtMessage.PutComponentNetwork put -> write(numbered, put.component(), message);
            case CrdtMessage.DeleteComponentNetwork d -> write(numbered, d.component(), message);
        };
    }

    private Verdict delete(Numbered numbered, CrdtMessage message) {
        if (numbered.network < 0 && numbered.number <= 2) {
            return new Verdict.Redundant();
        }
        deletions.put(numbered, message);
        cells.keySet()
                .removeIf(
                        c ->
                                c.numbered.equals(numbered)
                                        && c.entity.version() <= message.entity().version());
        return new Verdict.Accepted();
    }

    private Verdict write(Numbered numbered, ComponentId component, CrdtMessage message) {
        var cell = new Cell(numbered, message.entity(), component);
        var known = cells.get(cell);
        int order = known == null ? -1 : RULE.compare(known, message);
        if (order < 0) {
            cells.put(cell, message);
            return new Verdict.Accepted();
        }
        return order == 0 ? new Verdict.Redundant() : new Verdict.Outdated(known);
    }

    private static final Comparator<CrdtMessage> RULE =
            Comparator.<CrdtMessage>comparingLong(m -> Integer.toUnsignedLong(timestamp(m)))
                    .thenComparing(m -> data(m).length > 0)
                    .thenComparingInt(m -> data(m).length)
                    .thenComparing(PlainStore::data, Arrays::compareUnsigned);

    private static int timestamp(CrdtMessage message) {
        return switch (message) {
            case CrdtMessage.PutComponent(var e, var c, var t, var d) -> t;
            case CrdtMessage.DeleteComponent(var e, var c, var t) -> t;
            case CrdtMessage.PutComponentNetwork(var e, var c, var t, var n, var d) -> t;
            case CrdtMessage.DeleteComponentNetwork(var e, var c, var t, var n) -> t;
            case CrdtMessage.DeleteEntity d -> 0;
            case CrdtMessage.DeleteEntityNetwork d -> 0;
            case CrdtMessage.AppendValue a -> 0;
        };
    }

    /** The data behind a byte that says that there are data. */
    private static byte[] data(CrdtMessage message) {
        return switch (message) {
            case CrdtMessage.PutComponent put -> present(put.data());
            case CrdtMessage.PutComponentNetwork put -> present(put.data());
            case CrdtMessage.DeleteComponent d -> new byte[0];
            case CrdtMessage.DeleteComponentNetwork d -> new byte[0];
            case CrdtMessage.DeleteEntity d -> new byte[0];
            case CrdtMessage.DeleteEntityNetwork d -> new byte[0];
            case CrdtMessage.AppendValue append -> present(append.data());
        };
    }

    private static byte[] present(byte[] data) {
        byte[] marked = new byte[data.length + 1];
        System.arraycopy(data, 0, marked, 1, data.length);
        return marked;
    }

    List<CrdtMessage> state() {
        var messages = new ArrayList<CrdtMessage>();
        var numbers = new TreeMap<Numbered, List<CrdtMessage>>();
        deletions.forEach((n, d) -> numbers.computeIfAbsent(n, x -> new ArrayList<>()).add(d));
        cells.forEach((c, m) -> numbers.computeIfAbsent(c.numbered, x -> new ArrayList<>()).add(m));
        numbers.values().forEach(messages::addAll);
        return messages;
    }
}
