// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.runtime.Awareness;
import org.scenewright.runtime.Participant;
import org.scenewright.runtime.Presence;

import java.util.ArrayList;
import java.util.List;

/** Tells listeners and views who is there and what they do; of the thread of the session. */
final class PeopleTelling {
    private final Parts parts;
    private final SessionNews news;
    private final Awareness awareness;
    private boolean isDue;

    PeopleTelling(Parts parts, SessionNews news, Awareness awareness) {
        this.parts = parts;
        this.news = news;
        this.awareness = awareness;
    }

    /** There is something to tell, which waits so that one need not hear of everything apart. */
    void changed() {
        isDue = true;
    }

    void tick() {
        if (isDue) {
            isDue = false;
            tell();
        }
    }

    private void tell() {
        var all = new ArrayList<Person>();
        all.add(me());
        parts.peers().all().forEach(peer -> all.add(person(peer)));
        news.people(all);
        var others = all.stream().filter(person -> !person.isMe());
        awareness.others(others.map(PeopleTelling::participant).toList());
    }

    private Person me() {
        return new Person(
                parts.me(),
                parts.self().profile(),
                parts.authority().of(parts.me()),
                Presence.IDLE,
                List.of(),
                true);
    }

    private Person person(Peer peer) {
        return new Person(
                peer.address(),
                peer.profile(),
                parts.authority().of(peer.address()),
                peer.presence(),
                peer.holding(),
                false);
    }

    private static Participant participant(Person person) {
        return new Participant(
                person.address(),
                person.profile().name(),
                person.profile().colour(),
                person.presence());
    }

    /** Nobody is there any more as far as views are concerned. */
    void end() {
        isDue = false;
        awareness.others(List.of());
    }
}
