// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.State;
import org.scenewright.scene.Author;
import org.scenewright.scene.Batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** How the document here becomes one that somebody gave. */
final class Adopting {
    private static final Author NOBODY = new Author("", 0);

    private final Parts parts;
    private final Spreading spreading;
    private final NumberKeeping numbers;

    /** Who is told what came of it. */
    interface Listener {
        /** The document is that one, and whoever wrote here writes on. */
        void goesOn();

        /** The document is that one, and another author writes; none where that failed. */
        void beginsAnew(Optional<Author> author);

        /**
         * The document holds what it did.
         *
         * @param isLeft whether it is nobody else's from now on, so that another one is needed
         */
        void failed(boolean isLeft);
    }

    Adopting(Parts parts, Spreading spreading, NumberKeeping numbers) {
        this.parts = parts;
        this.spreading = spreading;
        this.numbers = numbers;
    }

    /** Whether nobody hears what an author wrote, as they may not. */
    private boolean isLost(Author author) {
        return author.address().equals(parts.me()) && !parts.mayEdit();
    }

    /** Whether all that is here and that document lacks can be laid on it. */
    private boolean isBridged(State state) {
        return isSame(state) && parts.log().bridges(state.reach(), this::isLost);
    }

    private boolean isSame(State state) {
        return state.base() == parts.log().base();
    }

    /** Whether nothing gets lost that stands on the same start as a document. */
    boolean losesNothing(State state) {
        return keepsAll(state) && (!isSame(state) || isBridged(state));
    }

    void adopt(byte[] bytes, State state, Listener listener) {
        if (isBridged(state)) {
            resume(bytes, state, listener);
        } else {
            restart(bytes, state, listener);
        }
    }

    /** Goes on with what nobody heard of yet; what nobody hears is offered to the person here. */
    private void resume(byte[] bytes, State state, Listener listener) {
        var beyond = beyond(state.reach());
        boolean isAnew = !parts.mayEdit() || !spreading.isBegun();
        // Before, so that nothing is missed that is written meanwhile.
        var author = isAnew ? beginAnew() : CompletableFuture.completedFuture(NOBODY);
        var writer = author.handle((who, failure) -> Optional.ofNullable(who));
        parts.document()
                .adopt(bytes, state.reach(), beyond.get(false), beyond.get(true))
                .thenCombine(writer, (done, who) -> who)
                .whenCompleteAsync(
                        (who, failure) -> {
                            if (failure != null) {
                                listener.failed(isAnew);
                            } else {
                                parts.log().resume(state.reach(), this::isLost);
                                keepProof(state);
                                resumed(isAnew, who, listener);
                            }
                        },
                        parts.executor());
    }

    private Map<Boolean, List<Batch>> beyond(Reach reach) {
        var batches = Collectors.mapping(SignedBatch::batch, Collectors.<Batch>toList());
        return parts.log().beyond(reach).stream()
                .collect(Collectors.partitioningBy(b -> isLost(b.author()), batches));
    }

    private static void resumed(boolean isAnew, Optional<Author> who, Listener listener) {
        if (isAnew) {
            listener.beginsAnew(who);
        } else {
            listener.goesOn();
        }
    }

    /** Whoever gets the document from here in turn wants to see it, too. */
    private void keepProof(State state) {
        parts.log().keep(state.proven().testimonies());
        state.proven().signers().forEach(signer -> parts.keys().accept(signer.attestation()));
    }

    private CompletableFuture<Author> beginAnew() {
        // Numbers of another start are nobody's.
        parts.document().leave();
        return spreading.begin();
    }

    /** Whether all that can go on with a document of what a former process here wrote. */
    private boolean keepsAll(State state) {
        var former = parts.log().former();
        return former.base() != state.base()
                || former.following(state).size() == former.lackedBy(state).size();
    }

    /**
     * Begins with a document that was not here, or where too much is missing here to go on: what a
     * former process wrote is laid on it, where others may hear that, or else offered.
     */
    private void restart(byte[] bytes, State state, Listener listener) {
        parts.document().leave();
        spreading.rest();
        var former = parts.log().former();
        var given = parts.mayEdit() ? former.following(state) : List.<SignedBatch>of();
        var lost = new ArrayList<>(former.lackedBy(state));
        lost.removeAll(given);
        var claimed = parts.mayEdit() ? former.claimedBy(state) : List.<SignedBatch>of();
        var mine = Unheard.plain(given);
        var gone = Unheard.plain(lost);
        numbers.ahead()
                .thenCompose(done -> parts.document().join(bytes, state.reach(), mine, gone))
                .whenCompleteAsync(
                        (who, failure) -> {
                            if (failure != null) {
                                listener.failed(true);
                            } else {
                                parts.log().restart(state.base(), state.reach());
                                parts.log().doubt(claimed);
                                keepProof(state);
                                given.forEach(parts.log()::take);
                                listener.beginsAnew(Optional.of(who));
                            }
                        },
                        parts.executor());
    }
}
