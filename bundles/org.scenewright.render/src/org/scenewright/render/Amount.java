// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * How much of something limited a scene has by now.
 *
 * @param now a number, MB or metres
 * @param most how much it may have
 */
public record Amount(Limit limit, double now, long most) {
    private static final double NEAR = 0.8;

    /** How good or bad an amount is. */
    public enum Level {
        FINE,
        NEAR,
        OVER
    }

    /** The part of what there may be; more than 1 where there is too much. */
    public double share() {
        return now / Math.max(1, most);
    }

    public Level level() {
        if (now > most) {
            return Level.OVER;
        }
        return share() >= NEAR ? Level.NEAR : Level.FINE;
    }
}
