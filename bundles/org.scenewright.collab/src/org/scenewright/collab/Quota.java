// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** How much somebody may have or send now: it fills up with time, up to a bound. */
final class Quota {
    private static final long LONGEST_PAUSE = 60_000;

    private final long perSecond;
    private final long atOnce;
    private long left;
    private long filledAt;
    private long taken;

    /**
     * @param perSecond bytes, for as long as they go on
     * @param atOnce what may come at once after a pause
     */
    Quota(long perSecond, long atOnce, long now) {
        this.perSecond = perSecond;
        this.atOnce = atOnce;
        this.left = atOnce;
        this.filledAt = now;
    }

    void take(long bytes) {
        left -= bytes;
        taken += bytes;
    }

    /** Whether anything more may come now. */
    boolean isLeft(long now) {
        long passed = Math.clamp(now - filledAt, 0, LONGEST_PAUSE);
        filledAt = now;
        left = Math.min(atOnce, left + passed * perSecond / 1000);
        return left > 0;
    }

    /** How much it was altogether. */
    long taken() {
        return taken;
    }
}
