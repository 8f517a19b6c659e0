// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.collab.SessionMessage.StateRequest;
import org.scenewright.scene.Author;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * How somebody gets the document of the session who has none, or not this one: from one other, and
 * from the next where that one does not give it.
 */
final class Joining {
    /** How long one waits for anything of a giver, in milliseconds. */
    static final long PATIENCE = 3000;

    // Whoever says without reason that something is too old costs others little.
    private static final long SELDOM = 10_000;

    private static final int TRIES = 3;

    private final Parts parts;
    private final Spreading spreading;
    private final Set<String> tried = new HashSet<>();
    private Step step = Step.SEEKING;
    private boolean isHolding;
    private boolean isWrong;
    private long refreshAgain;
    private String giver = "";
    private long nonce;
    private long deadline;
    private int tries;
    private Optional<Pulling> pulling = Optional.empty();

    private enum Step {
        SETTLED,
        SEEKING,
        REQUESTED,
        PULLING,
        ADOPTING
    }

    Joining(Parts parts, Spreading spreading) {
        this.parts = parts;
        this.spreading = spreading;
    }

    /** Whether the document here is that of the session, and can take edits now. */
    boolean isSettled() {
        return isHolding && step != Step.ADOPTING;
    }

    /** Whom the document came from, or is to come from. */
    String giver() {
        return giver;
    }

    /** The document here is not that of the session any more; another one is needed. */
    void begin() {
        if (isSettled()) {
            isHolding = false;
            seek();
            parts.listener().accept(new SessionEvent.StageChanged());
        }
    }

    /** What is missing here nobody keeps any more: the document of somebody else has it. */
    void refresh() {
        if (step == Step.SETTLED && parts.now() >= refreshAgain) {
            refreshAgain = parts.now() + SELDOM;
            seek();
        }
    }

    /**
     * Fetches the document again although it is as far as those of others, as it is not the same.
     *
     * @return whether it does, as it did not do so just now
     */
    boolean again() {
        boolean isDone = step == Step.SETTLED && parts.now() >= refreshAgain;
        refresh();
        isWrong |= isDone;
        return isDone;
    }

    private void seek() {
        step = Step.SEEKING;
        pulling = Optional.empty();
        deadline = parts.now();
    }

    /** The document here is that of the session from now on. */
    void settle() {
        step = Step.SETTLED;
        isHolding = true;
        isWrong = false;
        pulling = Optional.empty();
        tried.clear();
        parts.listener().accept(new SessionEvent.StageChanged());
    }

    /** Whether there is anybody who could give the document. */
    boolean hasGivers() {
        return !givers().isEmpty();
    }

    private List<Peer> givers() {
        long base = parts.authority().ground().base();
        return parts.peers().all().stream()
                .filter(peer -> base != 0 && peer.standing().base() == base)
                .filter(peer -> parts.authority().of(peer.address()).mayEdit())
                .toList();
    }

    void tick() {
        if (parts.now() < deadline) {
            return;
        }
        switch (step) {
            case SETTLED, ADOPTING -> {}
            case SEEKING -> request();
            case REQUESTED -> giveUp();
            case PULLING -> pullAgain();
        }
    }

    private void request() {
        var givers = givers();
        var fresh = givers.stream().filter(peer -> !tried.contains(peer.address())).toList();
        if (fresh.isEmpty()) {
            step = isHolding ? Step.SETTLED : Step.SEEKING;
            isWrong = false;
            tried.clear();
            deadline = parts.now() + (givers.isEmpty() ? 0 : CatchingUp.INTERVAL);
            return;
        }
        var owner = fresh.stream().filter(p -> p.address().equals(parts.authority().owner()));
        var chosen = fresh.get(parts.random().nextInt(fresh.size()));
        giver = owner.findFirst().orElse(chosen).address();
        nonce = parts.random().nextLong();
        step = Step.REQUESTED;
        deadline = parts.now() + PATIENCE;
        parts.send(giver, new StateRequest(nonce));
    }

    private void giveUp() {
        tried.add(giver);
        seek();
    }

    private void pullAgain() {
        if (--tries < 0) {
            giveUp();
        } else {
            pull();
        }
    }

    private void pull() {
        deadline = parts.now() + PATIENCE;
        pulling.flatMap(Pulling::next).ifPresent(pull -> parts.send(giver, pull));
    }

    /** Nobody gives anything while nobody is there. */
    void disconnected() {
        if (step == Step.REQUESTED || step == Step.PULLING) {
            seek();
        }
    }

    void refused(String sender, long refusedNonce) {
        if (step == Step.REQUESTED && sender.equals(giver) && refusedNonce == nonce) {
            giveUp();
        }
    }

    void offered(String sender, Offer offer) {
        boolean isAnswer = step == Step.REQUESTED && sender.equals(giver) && offer.nonce() == nonce;
        if (!isAnswer) {
            return;
        }
        if (offer.contents().state().filter(this::isWanted).isEmpty()) {
            giveUp();
        } else {
            step = Step.PULLING;
            tries = TRIES;
            pulling = Optional.of(new Pulling(offer.transfer(), offer.contents()));
            pull();
            finishIfComplete();
        }
    }

    /**
     * Whether a document leads on: where one holds an earlier one already, it has to be one that
     * has more, and with what is kept here nothing may get lost that is here.
     */
    private boolean isWanted(State state) {
        boolean isOfSession =
                state.base() != 0 && state.base() == parts.authority().ground().base();
        boolean isMore = !isHolding || isWrong || !parts.log().reach().covers(state.reach());
        boolean losesNothing = !isSame(state) || parts.log().bridges(state.reach(), this::isLost);
        return isOfSession && isMore && (losesNothing || isLastResort());
    }

    private boolean isSame(State state) {
        return state.base() == parts.log().base();
    }

    /** Whether nobody hears what an author wrote, as they may not. */
    private boolean isLost(Author author) {
        return author.address().equals(parts.me()) && !parts.mayEdit();
    }

    /** Whether all others were tried, of whom none has what would lead on from here. */
    private boolean isLastResort() {
        return tried.size() + 1 >= givers().size() && giver.equals(parts.authority().owner());
    }

    void piece(String sender, Piece piece) {
        if (step != Step.PULLING || !sender.equals(giver)) {
            return;
        }
        if (pulling.filter(p -> p.take(piece)).isPresent()) {
            tries = TRIES;
            deadline = parts.now() + PATIENCE;
            finishIfComplete();
            if (pulling.filter(Pulling::isWindowFull).isPresent()) {
                pull();
            }
        }
    }

    private void finishIfComplete() {
        pulling.filter(Pulling::isComplete)
                .ifPresent(
                        complete -> {
                            pulling = Optional.empty();
                            var state = complete.contents().state().orElseThrow();
                            complete.bytes()
                                    .ifPresentOrElse(
                                            bytes -> adopt(bytes, state),
                                            () -> broken("was not what was offered"));
                        });
    }

    private void broken(String why) {
        parts.complain(giver, "gives a scene that " + why);
        parts.notice("The scene that %s sent %s; somebody else is asked.".formatted(giver, why));
        giveUp();
    }

    /** Becomes what was given. */
    private void adopt(byte[] bytes, State state) {
        step = Step.ADOPTING;
        if (isSame(state) && parts.log().bridges(state.reach(), this::isLost)) {
            resume(bytes, state);
        } else {
            restart(bytes, state);
        }
    }

    /** Goes on with what nobody heard of yet; what nobody hears is offered to the person here. */
    private void resume(byte[] bytes, State state) {
        var beyond =
                parts.log().beyond(state.reach()).stream()
                        .collect(
                                Collectors.partitioningBy(
                                        b -> isLost(b.author()),
                                        Collectors.mapping(
                                                SignedBatch::batch, Collectors.toList())));
        boolean isAnew = !parts.mayEdit() || !spreading.isBegun();
        // Before, so that nothing is missed that is written meanwhile.
        var author =
                isAnew
                        ? beginAnew().thenApply(Optional::of)
                        : CompletableFuture.completedFuture(Optional.<Author>empty());
        parts.document()
                .adopt(bytes, state.reach(), beyond.get(false), beyond.get(true))
                .thenCombine(author, (done, who) -> who)
                .handleAsync(
                        (who, failure) ->
                                came(
                                        failure == null,
                                        () -> {
                                            parts.log().resume(state.reach(), this::isLost);
                                            settle();
                                            who.ifPresent(spreading::begun);
                                        }),
                        parts.executor());
    }

    private CompletableFuture<Author> beginAnew() {
        // Numbers of another start are nobody's.
        parts.document().leave();
        return spreading.begin();
    }

    /** Begins on another ground, or where too much is missing here to go on. */
    private void restart(byte[] bytes, State state) {
        parts.document().leave();
        spreading.rest();
        parts.document()
                .join(bytes, state.reach())
                .handleAsync(
                        (who, failure) ->
                                came(
                                        failure == null,
                                        () -> {
                                            parts.log().restart(state.base(), state.reach());
                                            settle();
                                            spreading.begun(who);
                                        }),
                        parts.executor());
    }

    private boolean came(boolean isGood, Runnable next) {
        if (isGood) {
            next.run();
        } else {
            step = Step.PULLING;
            broken("cannot be read");
        }
        return isGood;
    }
}
