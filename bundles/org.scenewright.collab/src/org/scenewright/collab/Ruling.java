// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Kick;
import org.scenewright.collab.SessionMessage.RolesTold;

import java.util.Set;
import java.util.function.UnaryOperator;

/** What the owner of a session decides: who may do what, and who has to go. */
final class Ruling {
    private final Parts parts;
    private final Joining joining;
    private final Attendance attendance;
    // Who wants to know it still asks again.
    private final Pacing answers = new Pacing(Replies.PAUSE);
    private Set<String> banned;
    private boolean isOverdue;

    Ruling(Parts parts, Joining joining, Attendance attendance) {
        this.parts = parts;
        this.joining = joining;
        this.attendance = attendance;
        this.banned = parts.authority().sentAwayBy(parts.me());
    }

    private boolean isOwner() {
        return parts.authority().owner().equals(parts.me());
    }

    /** Says what holds from now on; for the owner alone. */
    void decide(Roles roles) {
        if (parts.authority().decide(roles, parts.self(), parts.date())) {
            parts.authority().signed().map(RolesTold::new).ifPresent(parts::sendAll);
            changed();
        }
    }

    /**
     * Changes what holds; of those who are not the owner nobody is asked, and an owner who comes
     * back has to hear first what holds.
     */
    void decide(UnaryOperator<Roles> change) {
        if (isOwner() && isTold()) {
            decide(change.apply(parts.authority().roles()));
        } else if (isOwner()) {
            parts.notice(
                    "Who may do what cannot be changed yet: nobody told what held before. Try again"
                            + " when somebody of the session is there.");
        }
    }

    /** Whether it is known here what holds. */
    private boolean isTold() {
        return parts.authority().ground().base() != 0;
    }

    /** Signs what holds anew, so that those who come later find it signed by what holds then. */
    void renew() {
        isOverdue = isOwner() && !isTold();
        if (isOwner() && isTold()) {
            decide(parts.authority().roles());
        }
    }

    /** Tells all on arrival what holds, where that is for this participant to say. */
    void arrive() {
        parts.authority()
                .signed()
                .filter(roles -> isOwner())
                .map(RolesTold::new)
                .ifPresent(parts::sendAll);
    }

    /** Tells somebody who asks what holds. */
    void asked(String sender) {
        parts.authority()
                .signed()
                .filter(roles -> answers.admits(sender, parts.now()))
                .ifPresent(roles -> parts.send(sender, new RolesTold(roles)));
    }

    /** Takes in a table of roles, whoever brings it. */
    void told(String sender, SignedRoles roles) {
        if (!take(roles) && roles.roles().version() > parts.authority().roles().version()) {
            parts.complain(sender, "brings roles that the owner did not sign");
        }
    }

    /**
     * Takes in a table of roles that nobody is known to bring.
     *
     * @return whether it holds from now on
     */
    boolean take(SignedRoles roles) {
        boolean isTaken = parts.authority().take(roles);
        if (isTaken) {
            changed();
            if (isOverdue) {
                renew();
            }
        }
        return isTaken;
    }

    private void changed() {
        long base = parts.authority().roles().base();
        boolean isRefused = !parts.mayEdit() && parts.log().waiting() > 0;
        if (joining.isSettled() && (isRefused || !parts.isCommon(base))) {
            joining.begin();
        }
        parts.peers().all().stream()
                .map(Peer::address)
                .filter(address -> parts.authority().of(address) == Role.BANNED)
                .toList()
                .forEach(attendance::left);
        if (parts.authority().of(parts.me()) == Role.BANNED) {
            parts.listener().accept(new SessionEvent.Kicked(Door.AWAY));
        }
        if (isOwner()) {
            tellDoor();
        }
        attendance.changed();
    }

    /** Sends somebody away, who stays out until they are allowed more; for the owner alone. */
    void kick(String address, String reason) {
        if (isOwner() && !address.equals(parts.me())) {
            parts.send(address, new Kick(reason));
            decide(roles -> roles.with(address, Role.BANNED));
        }
    }

    /** Tells whoever keeps the room whom to keep out. */
    private void tellDoor() {
        var now = parts.authority().roles().banned();
        now.stream()
                .filter(address -> !banned.contains(address))
                .map(SessionEvent.SentAway::new)
                .forEach(parts.listener());
        banned.stream()
                .filter(address -> !now.contains(address))
                .map(SessionEvent.LetIn::new)
                .forEach(parts.listener());
        banned = now;
    }

    /** Goes where the owner says so. */
    void kicked(String sender, String reason) {
        if (sender.equals(parts.authority().owner())) {
            parts.listener().accept(new SessionEvent.Kicked(reason));
        } else {
            parts.complain(sender, "sends others away and is not the owner");
        }
    }
}
