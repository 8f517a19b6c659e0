// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who comes and goes, and who of them edits; the document and the listener are told. */
final class Attendance {
    private final Parts parts;
    private final Giving giving;
    private Set<String> editors = Set.of();

    Attendance(Parts parts, Giving giving) {
        this.parts = parts;
        this.giving = giving;
        parts.wire().narrow(this::circle);
        parts.wire().trust(this::role);
    }

    /** What somebody may do who is there. */
    private Optional<Role> role(String address) {
        return parts.peers().find(address).map(peer -> parts.authority().of(peer.address()));
    }

    /** Where somebody was sent away, who may still be in the room, what is said is for others. */
    private Optional<List<String>> circle() {
        return Optional.of(parts.peers().all())
                .filter(peers -> !parts.authority().roles().banned().isEmpty())
                .map(peers -> peers.stream().map(Peer::address).toList());
    }

    /** Somebody is not there any more. */
    void left(String address) {
        parts.wire().forget(address);
        giving.forget(address);
        if (parts.peers().remove(address)) {
            changed();
        }
    }

    /** Nobody else is there any more. */
    void clear() {
        parts.peers().clear();
        changed();
    }

    /** Those go who said nothing for too long. */
    void expire() {
        var gone = parts.peers().expire(parts.now());
        gone.forEach(giving::forget);
        if (!gone.isEmpty()) {
            changed();
        }
    }

    /** Who is there, or what they may do, is not as it was. */
    void changed() {
        var now = parts.peers().editors(parts.authority(), parts.me());
        if (!now.equals(editors)) {
            editors = now;
            parts.document().present(now);
        }
        parts.listener().accept(new SessionEvent.PeopleChanged());
    }
}
