// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Present;
import org.scenewright.comms.SendHints;
import org.scenewright.runtime.Presence;

import java.util.List;

/**
 * What people do, told to and fro: often, as nobody misses one news among many, but only when it
 * changes, and not at all while other things wait to be sent.
 */
final class PresenceKeeping {
    /** How often those who edit say what they do at most, in milliseconds. */
    static final long OFTEN = 50;

    /** How often those who look on say what they do at most. */
    static final long SELDOM = 1000;

    /** How often somebody says what they do who does nothing new. */
    static final long AGAIN = 5000;

    private static final long MOST_WAITING = 64 << 10;

    private final Parts parts;
    private Presence mine = Presence.IDLE;
    private boolean isNews;
    private long toldAt = Long.MIN_VALUE / 2;
    private long sequence;

    PresenceKeeping(Parts parts) {
        this.parts = parts;
        // Those who come back go on where they were, so that they are not taken for old news.
        this.sequence = parts.date() << 10;
    }

    void does(Presence presence) {
        isNews |= !presence.equals(mine);
        mine = presence;
    }

    void tick() {
        long interval = !isNews ? AGAIN : parts.mayEdit() ? OFTEN : SELDOM;
        if (parts.now() - toldAt >= interval && parts.wire().waitingBytes() <= MOST_WAITING) {
            tell(SendHints.UNRELIABLE);
        }
        boolean anyFades = false;
        for (var peer : parts.peers().all()) {
            anyFades |= peer.fades(parts.now() - Peers.PATIENCE);
        }
        if (anyFades) {
            parts.listener().accept(new SessionEvent.PeopleChanged());
        }
    }

    private void tell(SendHints hints) {
        isNews = false;
        toldAt = parts.now();
        parts.wire().send(new Present(++sequence, told()), hints);
    }

    /** What others are told: who may not edit drags nothing that others had better leave. */
    private Presence told() {
        return parts.mayEdit() ? mine : mine.withHolding(List.of());
    }

    /** Tells somebody who came. */
    void greet(String address) {
        parts.send(address, new Present(++sequence, told()));
    }

    void heard(Peer peer, Present present) {
        if (peer.does(present, parts.now())) {
            parts.listener().accept(new SessionEvent.PeopleChanged());
        }
    }
}
