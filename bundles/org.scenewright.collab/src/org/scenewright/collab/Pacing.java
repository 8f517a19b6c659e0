// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** How often something is done for one address. Not thread-safe. */
final class Pacing {
    private final long pause;
    private final ByAddress<Long> rests = new ByAddress<>();

    /**
     * @param pause how long it is not done again for the same one, in milliseconds
     */
    Pacing(long pause) {
        this.pause = pause;
    }

    /** Whether it is to be done for an address now, which counts as done then. */
    boolean admits(String address, long now) {
        boolean isTime = isTime(address, now);
        rest(address, isTime ? now + pause : rests.find(address).orElse(now));
        return isTime;
    }

    /** Whether it could be done for an address now. */
    boolean isTime(String address, long now) {
        return now >= rests.find(address).orElse(Long.MIN_VALUE);
    }

    /** Does nothing for an address until then. */
    void rest(String address, long until) {
        rests.put(address, until);
    }
}
