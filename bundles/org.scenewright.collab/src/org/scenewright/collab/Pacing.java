// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/**
 * How often something is done for one address, of which so many are known: of more the one is
 * forgotten that wanted nothing for the longest time. Not thread-safe.
 */
final class Pacing {
    /** How many addresses are known at most. */
    static final int MOST = 1024;

    private final long pause;
    private final SequencedMap<String, Long> rests = new LinkedHashMap<>();

    /**
     * @param pause how long it is not done again for the same one, in milliseconds
     */
    Pacing(long pause) {
        this.pause = pause;
    }

    /** Whether it is to be done for an address now, which counts as done then. */
    boolean admits(String address, long now) {
        boolean isTime = isTime(address, now);
        rest(address, isTime ? now + pause : rests.getOrDefault(address, now));
        return isTime;
    }

    /** Whether it could be done for an address now. */
    boolean isTime(String address, long now) {
        return now >= rests.getOrDefault(address, Long.MIN_VALUE);
    }

    /** Does nothing for an address until then. */
    void rest(String address, long until) {
        rests.putLast(address, until);
        if (rests.size() > MOST) {
            rests.pollFirstEntry();
        }
    }
}
