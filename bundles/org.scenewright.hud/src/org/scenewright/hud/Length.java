// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/** A length as a style names it. */
record Length(Unit unit, float value) {
    static final Length UNDEFINED = new Length(Unit.UNDEFINED, 0);
    static final Length AUTO = new Length(Unit.AUTO, 0);

    /** Percents of percents would grow beyond all numbers; sums of these do not. */
    private static final float LONGEST = 1e9f;

    /** The units in the order of the numbers of the protocol. */
    enum Unit {
        UNDEFINED,
        POINT,
        PERCENT,
        AUTO
    }

    /** The length where percents are of some whole; not a number where nothing says what it is. */
    float of(float whole) {
        return switch (unit) {
            case POINT -> value;
            case PERCENT -> Math.clamp(value * whole / 100, -LONGEST, LONGEST);
            case UNDEFINED, AUTO -> Float.NaN;
        };
    }

    /** The length, or nothing where it is not known. */
    float orZero(float whole) {
        float length = of(whole);
        return Float.isNaN(length) ? 0 : length;
    }

    boolean isAuto() {
        return unit == Unit.AUTO;
    }

    /** Whether it says where something is. */
    boolean isSet() {
        return unit == Unit.POINT || unit == Unit.PERCENT;
    }
}
