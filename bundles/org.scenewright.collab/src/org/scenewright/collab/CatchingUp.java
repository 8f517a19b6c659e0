// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Ask;
import org.scenewright.collab.SessionMessage.Seen;
import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.collab.SessionMessage.TooFar;
import org.scenewright.comms.SendHints;

import java.util.Optional;

/**
 * How those who lack something get it: everybody says about once in a second where they stand, and
 * who stands elsewhere for longer than edits are under way asks one other. So nobody answers who is
 * not asked, and whoever says nonsense gets one question in a while.
 */
final class CatchingUp {
    /** About how often everybody says where they stand, in milliseconds. */
    static final long INTERVAL = 1000;

    /** How long an answer is waited for. */
    static final long PATIENCE = 2500;

    private static final int ENOUGH = 2;
    private static final long MOST_BYTES = 1 << 20;
    private static final long ROLES_PATIENCE = 1000;

    private final Parts parts;
    private final Spreading spreading;
    private Answers answers = new Answers();
    private long answeredOf;
    private long nextSeen;
    private long rolesAskedAt = Long.MIN_VALUE / 2;
    private Optional<Question> question = Optional.empty();

    private record Question(String address, long since) {}

    CatchingUp(Parts parts, Spreading spreading) {
        this.parts = parts;
        this.spreading = spreading;
    }

    void tick(boolean isSettled) {
        long now = parts.now();
        if (now >= nextSeen) {
            nextSeen = now + INTERVAL * 3 / 4 + parts.random().nextLong(INTERVAL / 2);
            parts.wire().send(new Seen(parts.standing()), SendHints.UNRELIABLE);
        }
        if (question.filter(q -> now - q.since() > PATIENCE).isPresent()) {
            question = Optional.empty();
        }
        if (isSettled && question.isEmpty()) {
            candidate().ifPresent(this::ask);
        }
    }

    private Optional<Peer> candidate() {
        var candidates =
                parts.peers().all().stream()
                        .filter(peer -> peer.mismatches() >= ENOUGH)
                        .filter(peer -> parts.isCommon(peer.standing().base()))
                        .filter(peer -> parts.authority().of(peer.address()).mayEdit())
                        .toList();
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(parts.random().nextInt(candidates.size())));
    }

    private void ask(Peer peer) {
        peer.mismatches(0);
        question = Optional.of(new Question(peer.address(), parts.now()));
        parts.send(peer.address(), new Ask(parts.log().base(), spreading.said(peer.address())));
    }

    /** Notes where somebody stands. */
    void stands(Peer peer, Standing standing) {
        peer.stands(standing);
        boolean isAlike = standing.mark() == parts.log().mark();
        if (isAlike && parts.isCommon(standing.base())) {
            acknowledge(peer.address(), parts.log().reach());
        }
        peer.mismatches(isAlike ? 0 : peer.mismatches() + 1);
        if (standing.roles() > parts.authority().roles().version()) {
            askForRoles(peer.address());
        }
    }

    private void askForRoles(String address) {
        if (parts.now() - rolesAskedAt >= ROLES_PATIENCE) {
            rolesAskedAt = parts.now();
            parts.send(address, new SessionMessage.RolesRequest());
        }
    }

    private void acknowledge(String address, Reach reach) {
        if (parts.authority().of(address).mayEdit()) {
            parts.log().acknowledge(reach, parts.authority().trusts(address));
        }
    }

    /** Lets somebody be asked soon who seems to have what is missing here. */
    void hurry(String address) {
        parts.peers().find(address).ifPresent(peer -> peer.mismatches(ENOUGH));
    }

    /** Answers what somebody lacks who asks, and notes what they have. */
    void asked(String sender, Ask ask) {
        if (!parts.isCommon(ask.base()) || parts.authority().of(sender) == Role.BANNED) {
            return;
        }
        acknowledge(sender, ask.reach());
        if (!parts.log().reach().covers(ask.reach())) {
            hurry(sender);
        }
        if (answeredOf != ask.base()) {
            answeredOf = ask.base();
            answers = new Answers();
        }
        if (!answers.admits(sender, ask.reach(), parts.now())) {
            return;
        }
        var lacking = parts.log().since(ask.reach(), MOST_BYTES);
        // Where nothing goes that is lacking, it is too large for that.
        boolean isGiven = !lacking.isEmpty() || ask.reach().covers(parts.log().reach());
        if (isGiven && parts.log().reaches(ask.reach())) {
            answers.note(sender, ask.reach(), lacking, parts.now());
            spreading.answer(sender, lacking);
        } else {
            parts.send(sender, new TooFar(ask.base()));
        }
    }

    /** Whether somebody was asked, whose answer this is. */
    boolean answered(String sender, boolean isNews) {
        boolean isAnswer = question.filter(q -> q.address().equals(sender)).isPresent();
        if (isAnswer) {
            question = Optional.empty();
            // There may be more than goes at once.
            parts.peers()
                    .find(sender)
                    .filter(peer -> isNews && peer.standing().mark() != parts.log().mark())
                    .ifPresent(this::ask);
        }
        return isAnswer;
    }

    /** Nobody answers any more who was asked. */
    void disconnected() {
        question = Optional.empty();
        nextSeen = 0;
    }
}
