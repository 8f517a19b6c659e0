// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.collab.SessionMessage.StateRequest;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How somebody gets the document of the session who has none, or not this one: from one other, and
 * from the next where that one does not give it.
 */
final class Joining {
    /** How long one waits for anything of a giver, in milliseconds. */
    static final long PATIENCE = 3000;

    private static final int TRIES = 3;

    private final Parts parts;
    private final Spreading spreading;
    private final Set<String> tried = new HashSet<>();
    private Step step = Step.SEEKING;
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

    /** Whether the document here is that of the session. */
    boolean isSettled() {
        return step == Step.SETTLED;
    }

    /** Whom the document came from, or is to come from. */
    String giver() {
        return giver;
    }

    /** Needs the document of the session from now on, unless it was on the way to it already. */
    void begin() {
        if (step == Step.SETTLED) {
            seek();
            parts.listener().accept(new SessionEvent.StageChanged());
        }
    }

    private void seek() {
        step = Step.SEEKING;
        pulling = Optional.empty();
        deadline = parts.now();
    }

    /** The document here is that of the session from now on. */
    void settle() {
        step = Step.SETTLED;
        pulling = Optional.empty();
        tried.clear();
        spreading.begin();
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
        if (isAnswer && offer.contents().state().filter(this::isWanted).isPresent()) {
            step = Step.PULLING;
            tries = TRIES;
            pulling = Optional.of(new Pulling(offer.transfer(), offer.contents()));
            pull();
            finishIfComplete();
        }
    }

    private boolean isWanted(State state) {
        return state.base() != 0 && state.base() == parts.authority().ground().base();
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

    private void adopt(byte[] bytes, State state) {
        step = Step.ADOPTING;
        boolean isSame = state.base() == parts.log().base();
        var beyond = isSame ? parts.log().beyond(state.reach()) : List.<SignedBatch>of();
        var mine =
                beyond.stream()
                        .filter(b -> parts.mayEdit() || !b.author().address().equals(parts.me()))
                        .toList();
        parts.document()
                .adopt(bytes, mine.stream().map(SignedBatch::batch).toList())
                .handleAsync(
                        (done, failure) -> {
                            if (failure == null) {
                                adopted(state, isSame, mine);
                            } else {
                                broken("cannot be read");
                            }
                            return done;
                        },
                        parts.executor());
    }

    private void adopted(State state, boolean isSame, List<SignedBatch> given) {
        if (isSame) {
            var sinceThen =
                    parts.log().beyond(state.reach()).stream()
                            .filter(b -> given.stream().noneMatch(b::equals))
                            .filter(b -> parts.mayEdit())
                            .toList();
            boolean isAllKept =
                    parts.log().beyond(state.reach()).size() == given.size() + sinceThen.size();
            parts.log().resume(state.reach(), given);
            sinceThen.forEach(parts.log()::take);
            if (!isAllKept) {
                // What was refused leaves a gap, behind which nobody would hear this author.
                spreading.restart();
            }
        } else {
            parts.log().restart(state.base(), state.reach());
            spreading.restart();
        }
        settle();
    }
}
