// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Offer;
import org.scenewright.collab.SessionMessage.Piece;
import org.scenewright.collab.SessionMessage.Pull;
import org.scenewright.collab.SessionMessage.State;
import org.scenewright.collab.SessionMessage.StateRequest;
import org.scenewright.scene.Author;

import java.util.Optional;

/**
 * How somebody gets the document of the session who has none, or not this one: from one other, and
 * from the next where that one does not give it.
 */
final class Joining {
    /** How long one waits for anything of a giver, in milliseconds. */
    static final long PATIENCE = 3000;

    // Whoever says without reason that something is too old costs others little.
    private static final long SELDOM = 10_000;

    private final Parts parts;
    private final Spreading spreading;
    private final NumberKeeping numbers;
    private final Adopting adopting;
    private final Givers givers;
    private Step step = Step.SEEKING;
    private boolean isHolding;
    private boolean isWrong;
    private long refreshAgain;
    private String giver = "";
    private long nonce;
    private long deadline;
    private Optional<Fetch> fetch = Optional.empty();
    private int copies;

    private enum Step {
        SETTLED,
        SEEKING,
        REQUESTED,
        PULLING,
        ADOPTING,
        BEGINNING
    }

    Joining(Parts parts, Spreading spreading, NumberKeeping numbers) {
        this.parts = parts;
        this.spreading = spreading;
        this.numbers = numbers;
        this.adopting = new Adopting(parts, spreading, numbers);
        this.givers = new Givers(parts);
    }

    /** Whether the document here is that of the session, and can take edits now. */
    boolean isSettled() {
        return isHolding && step != Step.ADOPTING && step != Step.BEGINNING;
    }

    /** How many documents were taken over so far. */
    int copies() {
        return copies;
    }

    /** Whom the document came from, or is to come from. */
    String giver() {
        return giver;
    }

    /** Whether the document is needed, and nobody is there who gives it. */
    boolean isForsaken() {
        return !isHolding && step == Step.SEEKING && givers.isInVain();
    }

    /** Takes what the room kept; whether that leads on, and nothing gets lost that is here. */
    boolean take(StoredCopy copy) {
        boolean isFree = step == Step.SETTLED || step == Step.SEEKING || step == Step.REQUESTED;
        boolean isTaken = isFree && leadsOn(copy.state()) && adopting.losesNothing(copy.state());
        if (isTaken) {
            giver = copy.giver().address();
            adopt(copy.document(), copy.state());
        }
        return isTaken;
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
     * @param wanted whose holds, as far as it can be had
     * @return whether it does, as it did not do so just now
     */
    boolean again(String wanted) {
        boolean isDone = step == Step.SETTLED && parts.now() >= refreshAgain;
        refresh();
        if (isDone) {
            givers.want(wanted);
        }
        isWrong |= isDone;
        return isDone;
    }

    private void seek() {
        step = Step.SEEKING;
        endFetch();
        deadline = parts.now();
    }

    /** The document here is that of the session from now on. */
    void settle() {
        step = Step.SETTLED;
        isHolding = true;
        isWrong = false;
        endFetch();
        givers.settle();
        parts.listener().accept(new SessionEvent.StageChanged());
    }

    void tick() {
        fetch.ifPresent(Fetch::tick);
        if (parts.now() < deadline) {
            return;
        }
        switch (step) {
            case SETTLED -> follow();
            case PULLING, ADOPTING -> {}
            case BEGINNING -> write();
            case SEEKING -> request();
            case REQUESTED -> giveUp();
        }
    }

    /** Another start may hold by now than when this document was given. */
    private void follow() {
        long base = parts.authority().ground().base();
        if (base != 0 && !parts.isCommon(base)) {
            begin();
        }
    }

    /**
     * Writes for the others from now on, and then holds the document of the session; where that
     * fails it is tried again.
     */
    void write() {
        step = Step.BEGINNING;
        deadline = Long.MAX_VALUE;
        spreading
                .begin()
                .whenCompleteAsync(
                        (author, failure) -> {
                            if (step == Step.BEGINNING) {
                                begun(Optional.ofNullable(author));
                            }
                        },
                        parts.executor());
    }

    private void begun(Optional<Author> author) {
        if (author.isPresent()) {
            settle();
            spreading.begun(author.get());
            // An owner needs some before anybody else gets any.
            numbers.hurry();
        } else {
            step = Step.BEGINNING;
            deadline = parts.now() + PATIENCE;
            parts.notice("What is edited here cannot be sent yet; that is tried again.");
            parts.listener().accept(new SessionEvent.StageChanged());
        }
    }

    private void request() {
        givers.next().ifPresentOrElse(this::ask, this::rest);
    }

    private void ask(String address) {
        giver = address;
        nonce = parts.random().nextLong();
        step = Step.REQUESTED;
        deadline = parts.now() + PATIENCE;
        parts.send(giver, new StateRequest(nonce));
    }

    /** Nobody gives what would lead on. */
    private void rest() {
        boolean isOnceMore = givers.beginAgain(isHolding);
        long pause = isOnceMore ? 2 * Giving.REST : CatchingUp.INTERVAL;
        deadline = parts.now() + (givers.isEmpty() ? 0 : pause);
        isWrong &= isOnceMore;
        step = isHolding && !isOnceMore ? Step.SETTLED : Step.SEEKING;
        if (step == Step.SETTLED && !spreading.isBegun()) {
            write();
        }
    }

    private void giveUp() {
        givers.failed(giver);
        seek();
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
        var state = offer.contents().state().filter(this::isWanted);
        if (state.isEmpty()) {
            giveUp();
        } else {
            step = Step.PULLING;
            var begun = new Fetch(parts, offer, givers.slowRounds(), new Fetched());
            fetch = Optional.of(begun);
            begun.begin();
        }
    }

    /**
     * Whether a document leads on: where one holds an earlier one already, it has to be one that
     * has more, and with what is kept here nothing may get lost that is here.
     */
    private boolean isWanted(State state) {
        boolean losesNothing = adopting.losesNothing(state);
        if (leadsOn(state) && !losesNothing) {
            givers.wouldLose(giver);
        }
        return leadsOn(state) && (losesNothing || givers.isLastResort());
    }

    private boolean leadsOn(State state) {
        boolean isMore = !isHolding || isWrong || !parts.log().reach().covers(state.reach());
        return isMore && parts.isOfSession(state);
    }

    void piece(String sender, Piece piece) {
        fetch.filter(f -> sender.equals(giver)).ifPresent(f -> f.piece(piece));
    }

    private void endFetch() {
        fetch.ifPresent(Fetch::end);
        fetch = Optional.empty();
    }

    /** What came of what somebody gave. */
    private final class Fetched implements Fetch.Listener {
        @Override
        public void ask(Pull pieces) {
            parts.send(giver, pieces);
        }

        @Override
        public void complete(byte[] bytes, State state) {
            adopt(bytes, state);
        }

        @Override
        public void stalled() {
            giveUp();
        }

        @Override
        public void tooSlow() {
            givers.tooSlow(giver);
            seek();
        }

        @Override
        public void broken(String why) {
            Joining.this.broken(why);
        }
    }

    private void broken(String why) {
        parts.complain(giver, "gives a scene that " + why);
        parts.notice("The scene that %s sent %s; somebody else is asked.".formatted(giver, why));
        giveUp();
    }

    /** Becomes what was given. */
    private void adopt(byte[] bytes, State state) {
        endFetch();
        step = Step.ADOPTING;
        adopting.adopt(bytes, state, new Adopted());
    }

    /** What came of it. */
    private final class Adopted implements Adopting.Listener {
        @Override
        public void goesOn() {
            copies++;
            settle();
        }

        @Override
        public void beginsAnew(Optional<Author> author) {
            copies++;
            begun(author);
        }

        @Override
        public void failed(boolean isLeft) {
            isHolding &= !isLeft;
            step = Step.PULLING;
            broken("cannot be taken over");
            parts.listener().accept(new SessionEvent.StageChanged());
        }
    }
}
