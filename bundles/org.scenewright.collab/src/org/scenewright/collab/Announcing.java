// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.MeetsAt;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

import java.util.Optional;

/** What people tell each other of the session as a whole. Not thread-safe. */
final class Announcing {
    private static final String NOWHERE = "offline";

    private final Parts parts;

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
