// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

/** How the player rises and falls, with the figures of the official explorer. */
final class Leap {
    /** Whoever left the ground, or pressed the key, so short a time ago may still jump. */
    static final double LATE_SECONDS = 0.15;

    private static final double AGAIN_SECONDS = 0.3;
    private static final double GRAVITY = 10;
    private static final double FASTEST_FALL = 50;

    /** A jump is slowed down so much more than a fall, and half of it while the key is held. */
    private static final double RISING = 4;

    private static final double HELD = 0.5;
    private static final double HELD_SECONDS = 0.5;

    private double speed;
    private double airborne = 1;
    private double sinceJump = AGAIN_SECONDS;
    private double sincePress = LATE_SECONDS;
    private boolean wasHeld;

    /** It stands still in the air. */
    void stop() {
        speed = 0;
        sincePress = LATE_SECONDS;
    }

    boolean isOnGround() {
        return airborne == 0;
    }

    /** Whether it goes up by itself. */
    boolean isRising() {
        return speed > 0;
    }

    /**
     * Whether it was on the ground a moment ago, and is about to be there again for all we know.
     */
    boolean isNearGround() {
        return airborne < LATE_SECONDS && !isRising();
    }

    /**
     * Lets time pass, in which the key to jump is held or not.
     *
     * @param height how high a jump would be
     * @return whether it jumps
     */
    boolean jumps(double seconds, boolean isHeld, double height) {
        sincePress = isHeld && !wasHeld ? 0 : sincePress + seconds;
        wasHeld = isHeld;
        sinceJump += seconds;
        boolean now =
                isNearGround()
                        && sinceJump >= AGAIN_SECONDS
                        && sincePress < LATE_SECONDS
                        && height > 0;
        if (now) {
            speed = Math.sqrt(2 * GRAVITY * RISING * height);
            sinceJump = 0;
            sincePress = LATE_SECONDS;
            airborne = LATE_SECONDS;
        }
        return now;
    }

    /** The way up in some time, or down where it is negative. */
    double way(double seconds) {
        double less = wasHeld && sinceJump < HELD_SECONDS ? HELD : 1;
        double down = isRising() ? GRAVITY * RISING * less : GRAVITY;
        double before = speed;
        speed = Math.max(-FASTEST_FALL, speed - down * seconds);
        return (before + speed) / 2 * seconds;
    }

    /** The head met something. */
    void bump() {
        speed = Math.min(0, speed);
    }

    /** Time has passed, on the ground or above it. */
    void pass(double seconds, boolean isOnGround) {
        airborne = isOnGround ? 0 : airborne + seconds;
        speed = isOnGround ? 0 : speed;
    }
}
