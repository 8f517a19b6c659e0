// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Edits;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * How edits go out and come in.
 *
 * <p>Of who wrote a batch themselves the role counts; of who hands one on that of the bearer, and
 * the signature of its author. So whoever took a batch in vouches for it, and a change of roles
 * that overtakes it parts no replicas.
 */
final class Spreading {
    private static final int MOST_EARLY = 1 << 16;

    private final Parts parts;
    private final Greeting greeting;
    private final Parking parking = new Parking();
    private final List<Batch> early = new ArrayList<>();
    private final Outgoing outgoing;
    private final Admission admission;
    private Optional<Author> author = Optional.empty();

    /** Who is told of what goes wrong. */
    interface Trouble {
        /** Something is missing before what somebody brought. */
        void gap(String sender);

        /** The document did not take in what stands in the log. */
        void unmerged();
    }

    Spreading(Parts parts, Greeting greeting) {
        this.parts = parts;
        this.greeting = greeting;
        this.outgoing = new Outgoing(parts);
        this.admission = new Admission(parts);
    }

    /**
     * Writes for others from now on, as somebody who never did; what is written is held until
     * {@link #begun}. Who looks on does so, too, so that it is noticed what they write.
     */
    CompletableFuture<Author> begin() {
        rest();
        return parts.document().begin();
    }

    /** Holds what is written from now on until {@link #begun}. */
    void rest() {
        author = Optional.empty();
        early.clear();
        parking.clear();
        outgoing.clear();
        admission.restart();
    }

    /** How far one says to have come here to somebody who is asked for what is lacking. */
    Reach said(String receiver) {
        return admission.said(receiver);
    }

    boolean isBegun() {
        return author.isPresent();
    }

    /** Sends what an author wrote here and writes from now on. */
    void begun(Author me) {
        author = Optional.of(me);
        var waiting = List.copyOf(early);
        early.clear();
        waiting.forEach(this::wrote);
    }

    /**
     * Sends what was written here, with all else that was written at once.
     *
     * @return whether it may be sent
     */
    boolean wrote(Batch batch) {
        if (author.isEmpty()) {
            hold(batch);
            return true;
        }
        if (!author.get().equals(batch.author())) {
            return true;
        }
        outgoing.add(batch);
        return parts.mayEdit();
    }

    /** Sends at once what is about to go. */
    void hurry() {
        outgoing.send();
    }

    private void hold(Batch batch) {
        if (early.size() < MOST_EARLY) {
            early.add(batch);
        }
    }

    /** Answers what somebody lacks. */
    void answer(String address, List<SignedBatch> batches) {
        var authors =
                batches.stream()
                        .map(b -> parts.keys().find(b.author().address(), b.key()))
                        .flatMap(Optional::stream)
                        .distinct()
                        .limit(SessionMessage.MOST_AUTHORS)
                        .toList();
        parts.send(address, new Edits(parts.log().base(), authors, batches));
    }

    /**
     * Takes in what somebody sent.
     *
     * @return whether anything was new
     */
    boolean take(String sender, Edits edits, Trouble trouble) {
        if (!parts.isCommon(edits.base())) {
            return false;
        }
        if (!parts.authority().of(sender).mayEdit()) {
            parts.complain(sender, "sends edits and is no editor");
            return false;
        }
        for (var attestation : edits.authors()) {
            if (!parts.keys().hear(attestation)) {
                parts.complain(sender, "names a key of somebody who does not say so");
            }
        }
        var accepted = new ArrayList<Batch>();
        boolean isGap = false;
        boolean isRefused = false;
        for (var batch : edits.batches()) {
            boolean isAdmitted = admission.admits(sender, batch);
            isGap |= isAdmitted && take(sender, batch, accepted);
            isRefused |= !isAdmitted && refuse(sender, batch);
        }
        if (isRefused) {
            // Once for all of them: who hands them on in good faith is to be heard on.
            parts.complain(sender, "brings edits of more authors or keys than there is room for");
        }
        if (!accepted.isEmpty()) {
            merge(accepted, trouble);
        }
        if (isGap) {
            // Only for what is new: what nobody has would be asked for for ever.
            trouble.gap(sender);
        }
        return !accepted.isEmpty();
    }

    /** Refuses whose edit it surely is; whether they are. */
    private boolean refuse(String sender, SignedBatch batch) {
        boolean isNew = !admission.isRefused(batch.author());
        if (isNew && isGenuine(sender, batch)) {
            admission.refuse(batch.author());
        }
        return admission.isRefused(batch.author());
    }

    private void merge(List<Batch> batches, Trouble trouble) {
        parts.document()
                .merge(batches)
                .whenComplete(
                        (done, failure) -> {
                            if (failure != null) {
                                parts.executor().execute(trouble::unmerged);
                            }
                        });
    }

    /** Takes in one batch; whether those before it are missing, which nobody noticed yet. */
    private boolean take(String sender, SignedBatch batch, List<Batch> accepted) {
        return switch (parts.log().verdict(batch)) {
            case KNOWN -> false;
            case OTHER -> {
                other(sender, batch);
                yield false;
            }
            case AHEAD ->
                    isNear(sender, batch)
                            && isGenuine(sender, batch)
                            && parking.park(batch, parts.now());
            case NEXT -> {
                if (isGenuine(sender, batch)) {
                    accept(sender, batch, accepted);
                }
                yield false;
            }
        };
    }

    private boolean isNear(String sender, SignedBatch batch) {
        long before = parts.log().last(batch.author());
        boolean isNear = batch.sequence() - before <= Parking.FARTHEST;
        if (!isNear) {
            parts.complain(sender, "brings an edit before which too many are missing");
        }
        return isNear;
    }

    /** Lets time pass. */
    void tick() {
        parking.expire(parts.now());
    }

    /** How many batches wait for others. */
    int waiting() {
        return parking.size();
    }

    private void other(String sender, SignedBatch batch) {
        if (isGenuine(sender, batch)) {
            parts.complain(sender, "brings another edit under a number that was there");
            parts.notice(
                    "%s gave two different edits one number (%s); what differs by that is repaired."
                            .formatted(batch.author().address(), batch.sequence()));
        }
    }

    private boolean isKnown(SignedBatch batch) {
        return parts.keys().knows(batch.author().address(), batch.key());
    }

    private boolean isGenuine(String sender, SignedBatch batch) {
        if (!isKnown(batch)) {
            unknown(sender, batch.author().address());
            return false;
        }
        boolean isGenuine = batch.isGenuine(parts.ground(), parts.self().signatures());
        if (!isGenuine) {
            parts.complain(sender, "brings an edit that its author did not sign");
        }
        return isGenuine;
    }

    /** Asks whose key that is: what it signed comes again. */
    private void unknown(String sender, String author) {
        parts.complain(sender, "brings an edit by a key that nobody knows");
        if (parts.peers().find(author).isPresent()) {
            greeting.ask(author);
        }
    }

    private void accept(String sender, SignedBatch first, List<Batch> accepted) {
        var next = Optional.of(first);
        while (next.isPresent()) {
            var batch = next.get();
            parts.log().take(batch);
            admission.admit(batch.author());
            accepted.add(batch.batch());
            // Who waited for long may have been forgotten meanwhile; then it comes again.
            next =
                    parking.next(batch.author(), batch.sequence())
                            .filter(this::isKnown)
                            .filter(waited -> admission.admits(sender, waited));
        }
    }
}
