// SPDX-License-Identifier: EPL-2.0
package org.scenewright.comms;

/** How much a guest may still send: it fills up with time, for two seconds at most. */
final class Allowance {
    private static final double SECONDS = 2;
    private static final double NANOS = 1e9;

    private final RoomLimits limits;
    private double messages;
    private double bytes;
    private long filled;

    Allowance(RoomLimits limits, long now) {
        this.limits = limits;
        this.messages = limits.messagesPerSecond() * SECONDS;
        this.bytes = limits.bytesPerSecond() * SECONDS;
        this.filled = now;
    }

    /** Counts what came, whatever came of it. */
    void take(long frames, long size) {
        messages -= frames;
        bytes -= size;
    }

    boolean isLeft(long now) {
        double seconds = (now - filled) / NANOS;
        filled = now;
        messages = fill(messages, limits.messagesPerSecond(), seconds);
        bytes = fill(bytes, limits.bytesPerSecond(), seconds);
        return messages > 0 && bytes > 0;
    }

    private static double fill(double left, double perSecond, double seconds) {
        return Math.min(perSecond * SECONDS, left + perSecond * seconds);
    }
}
