// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

/** How much of files somebody may have now, and at all: it fills up with time, up to a bound. */
final class FileAllowance {
    /** Bytes in a second, for as long as they ask. */
    static final long PER_SECOND = 8L << 20;

    /** What may come at once after a pause. */
    static final long AT_ONCE = 32L << 20;

    /** What one gets of another altogether. */
    static final long TOTAL = 4L << 30;

    private long left = AT_ONCE;
    private long filledAt;
    private long taken;

    FileAllowance(long now) {
        filledAt = now;
    }

    void take(long bytes) {
        left -= bytes;
        taken += bytes;
    }

    /** Whether anything more may be had now. */
    boolean isLeft(long now) {
        long passed = Math.max(0, now - filledAt);
        filledAt = now;
        left = Math.min(AT_ONCE, left + Math.min(passed, 60_000) * PER_SECOND / 1000);
        return left > 0;
    }

    /** Whether it was enough for good. */
    boolean isOver() {
        return taken > TOTAL;
    }
}
