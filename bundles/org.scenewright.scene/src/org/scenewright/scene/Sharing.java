// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The part that one replica has in a document that several people edit: who it is, what it has
 * heard and who else is there.
 */
final class Sharing {
    // Batches that overtook others; whoever is so far behind loses knowledge, never data.
    private static final int MAX_AHEAD = 4096;

    private final String me;
    private final Consumer<Batch> outbox;
    private final Map<String, TreeSet<Long>> ahead = new HashMap<>();
    private VersionVector seen = VersionVector.NOTHING;
    private long sequence;
    private Set<String> present = Set.of();

    /**
     * @param me the address of this replica, which no other has
     * @param outbox is handed every batch for the others, in order
     */
    Sharing(String me, Consumer<Batch> outbox) {
        this.me = me;
        this.outbox = outbox;
    }

    String me() {
        return me;
    }

    /** What this replica knows of when it writes its next batch. */
    Batch.Context next() {
        return new Batch.Context(me, sequence + 1, seen);
    }

    /** Hands a batch over that was written in the {@link #next} context. */
    void send(List<Batch.Write> writes) {
        var context = next();
        sequence++;
        seen = seen.with(me, sequence);
        outbox.accept(new Batch(me, sequence, context.seen(), writes));
    }

    /** Notes a batch; whether it is one that was not heard before. */
    boolean hears(Batch batch) {
        // Of too many authors nothing is noted: what they write counts as not heard of.
        if (ahead.size() >= BatchCodec.MAX_AUTHORS && !ahead.containsKey(batch.author())) {
            return true;
        }
        var waiting = ahead.computeIfAbsent(batch.author(), author -> new TreeSet<>());
        long last = seen.last().getOrDefault(batch.author(), 0L);
        boolean hasRoom = waiting.size() < MAX_AHEAD || batch.sequence() == last + 1;
        if (seen.covers(batch.author(), batch.sequence())
                || hasRoom && !waiting.add(batch.sequence())) {
            return false;
        }
        while (!waiting.isEmpty() && waiting.first() == last + 1) {
            last = waiting.removeFirst();
        }
        seen = last == 0 ? seen : seen.with(batch.author(), last);
        return true;
    }

    void present(Set<String> addresses) {
        present = Set.copyOf(addresses);
    }

    /**
     * Whether it is up to this replica to say again what got lost: its author does, or of those
     * present the one with the lowest address.
     */
    boolean isUpTo(Set<String> authors) {
        boolean isAnyoneThere = authors.stream().anyMatch(present::contains);
        boolean isLowest =
                present.contains(me) && present.stream().noneMatch(a -> a.compareTo(me) < 0);
        return authors.contains(me) || !isAnyoneThere && isLowest;
    }
}
