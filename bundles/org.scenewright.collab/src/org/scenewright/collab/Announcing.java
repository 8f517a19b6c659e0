// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.HasSaved;
import org.scenewright.collab.SessionMessage.MeetsAt;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.util.Optional;

/** What people tell each other of the session as a whole. Not thread-safe. */
final class Announcing {
    /** So long after somebody was told to have saved it is not told again, in milliseconds. */
    static final long REST = 10_000;

    private static final String NOWHERE = "offline";

    private final Parts parts;
    private final Pacing saves = new Pacing(REST);

    Announcing(Parts parts) {
        this.parts = parts;
    }

    /** Says where the person here goes, if that is the owner; to be said before they go. */
    void meets(ConnectionString at) {
        if (isOwner(parts.me()) && !at.protocol().equals(NOWHERE)) {
            parts.sendAll(new MeetsAt(isOverheard() ? "" : at.withoutFiles().text()));
        }
    }

    private boolean isOwner(String address) {
        return parts.authority().owner().equals(address);
    }

    /** Who was sent away may still be in the room, and is not to come along. */
    private boolean isOverheard() {
        return !parts.authority().roles().banned().isEmpty();
    }

    /** The person here saved the scene; what those save who look on is of no use to others. */
    void saved() {
        if (parts.mayEdit() && saves.admits(parts.me(), parts.now())) {
            parts.sendAll(new HasSaved());
        }
    }

    /** Somebody saved it, which people know for a while. */
    void hasSaved(Peer peer) {
        boolean isEditor = parts.authority().of(peer.address()).mayEdit();
        if (isEditor && saves.admits(peer.address(), parts.now())) {
            parts.notice(peer.profile().name() + " saved the scene.");
        }
    }

    /** Only the owner says where all meet. */
    void heard(Peer peer, MeetsAt told) {
        if (!isOwner(peer.address())) {
            parts.complain(peer.address(), "says where to meet and is not the owner");
            return;
        }
        try {
            var place = Optional.of(told.place()).filter(text -> !text.isEmpty());
            var elsewhere =
                    new Elsewhere(peer.profile().name(), place.map(ConnectionString::ofOthers));
            parts.listener().accept(new SessionEvent.OwnerMeets(elsewhere));
        } catch (CommsException none) {
            parts.complain(peer.address(), "meets where nobody can go");
        }
    }
}
