// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/**
 * How fast bytes have to come at least of somebody who gives them, as whoever lets them trickle
 * would keep others waiting for hours. It is less each time that nobody was fast enough, so that a
 * slow line is no reason never to get them. Not thread-safe.
 */
final class LeastRate {
    /** How long nothing need come at first, in milliseconds. */
    static final long GRACE = 10_000;

    /** Bytes in a second that have to come after that, where nobody failed before. */
    static final long PER_SECOND = 128 << 10;

    private static final int MOST_SHIFT = 6;
    private static final int SECOND = 1000;

    private final long perSecond;
    private final long free;
    private long bytes;

    /**
     * @param failures how often all were asked for it in vain
     * @param now when it begins, in milliseconds
     */
    LeastRate(int failures, long now) {
        this.perSecond = PER_SECOND >> Math.min(failures, MOST_SHIFT);
        this.free = now + GRACE;
    }

    /** Notes how many came. */
    void took(int count) {
        bytes += count;
    }

    /** Whether too few came by now. */
    boolean isMissed(long now) {
        return bytes < (now - free) * perSecond / SECOND;
    }
}
