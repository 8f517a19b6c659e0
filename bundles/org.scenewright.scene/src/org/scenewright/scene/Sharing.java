// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The part that one replica has in a document that several people edit, from when it came until it
 * left: who it is and who else is there.
 */
final class Sharing {
    private final Author me;
    private final Heard heard;
    private final Consumer<Batch> outbox;
    private VersionVector seen;
    private Batch.Context next;
    private Set<String> present = Set.of();

    /**
     * What there is to keep.
     *
     * @param next the number of the next batch
     */
    record Kept(Author me, long next, Set<String> present) {}

    /**
     * @param me this replica, as nobody else is called nor was it itself before
     * @param heard what it hears of others
     * @param outbox is handed every batch for the others, in order
     */
    Sharing(Author me, Heard heard, Consumer<Batch> outbox) {
        this.me = me;
        this.heard = heard;
        this.outbox = outbox;
        this.seen = heard.seen();
        this.next = Batch.Context.after(seen, me, 1);
    }

    /** Goes on as it was when the document was kept. */
    Sharing(Kept kept, Heard heard, Consumer<Batch> outbox) {
        this(kept.me(), heard, outbox);
        next = Batch.Context.after(seen, me, kept.next());
        present = kept.present();
    }

    /** Goes on by what is heard from now on. */
    Sharing hearing(Heard anew) {
        var goesOn = new Sharing(me, anew, outbox);
        goesOn.next = Batch.Context.after(goesOn.seen, me, next.sequence());
        goesOn.present = present;
        return goesOn;
    }

    Author author() {
        return me;
    }

    Kept kept() {
        return new Kept(me, next.sequence(), present);
    }

    /** The address of this replica. */
    String address() {
        return me.address();
    }

    /** What this replica knows of when it writes its next batch. */
    Batch.Context next() {
        if (seen != heard.seen()) {
            follow(next.sequence());
        }
        return next;
    }

    private void follow(long sequence) {
        seen = heard.seen();
        next = Batch.Context.after(seen, me, sequence);
    }

    /** Hands a batch over that was written in the {@link #next} context. */
    void send(List<Batch.Write> writes, Map<String, String> schemas) {
        var context = next();
        var batch = new Batch(me, context.sequence(), seen, writes, schemas);
        heard.hears(me, context.sequence());
        follow(context.sequence() + 1);
        outbox.accept(batch);
    }

    void present(Set<String> addresses) {
        present = Set.copyOf(addresses);
    }

    /**
     * Whether it is up to this replica to say again what got lost: its author does, or of those
     * present the one with the lowest address.
     */
    boolean isUpTo(Set<String> addresses) {
        boolean isAnyoneThere = addresses.stream().anyMatch(present::contains);
        boolean isLowest =
                present.contains(address())
                        && present.stream().noneMatch(a -> a.compareTo(address()) < 0);
        return addresses.contains(address()) || !isAnyoneThere && isLowest;
    }
}
