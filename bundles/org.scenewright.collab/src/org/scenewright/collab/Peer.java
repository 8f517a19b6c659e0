// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.collab.SessionMessage.Standing;
import org.scenewright.runtime.Presence;

/** Somebody else who is there, as far as they said so; not thread-safe. */
final class Peer {
    private final String address;
    private final Profile profile;
    private Standing standing;
    private long lastHeard;
    private int mismatches;
    private long presenceSequence;
    private long presenceAt;
    private Presence presence = Presence.IDLE;

    Peer(String address, Profile profile, Standing standing) {
        this.address = address;
        this.profile = profile;
        this.standing = standing;
    }

    String address() {
        return address;
    }

    Profile profile() {
        return profile;
    }

    Standing standing() {
        return standing;
    }

    long lastHeard() {
        return lastHeard;
    }

    void heardAt(long now) {
        lastHeard = now;
    }

    /** How often in a row they had come elsewhere than we. */
    int mismatches() {
        return mismatches;
    }

    void mismatches(int count) {
        mismatches = count;
    }

    void stands(Standing now) {
        standing = now;
    }

    Presence presence() {
        return presence;
    }

    /** Takes in what they do now; whether it is news, as older news may overtake newer ones. */
    boolean does(SessionMessage.Present now, long time) {
        boolean isNews = now.sequence() > presenceSequence;
        if (isNews) {
            presenceSequence = now.sequence();
            presence = now.presence();
            presenceAt = time;
        }
        return isNews;
    }

    /** Forgets what they did where they did not say so for long. */
    boolean fades(long before) {
        boolean isOld = presenceAt < before && !presence.equals(Presence.IDLE);
        if (isOld) {
            presence = Presence.IDLE;
        }
        return isOld;
    }
}
