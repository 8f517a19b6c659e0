// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/** Lengths at the four edges of a box. */
record Edges(Length left, Length top, Length right, Length bottom) {
    static final Edges UNDEFINED =
            new Edges(Length.UNDEFINED, Length.UNDEFINED, Length.UNDEFINED, Length.UNDEFINED);

    /** The one at the left or at the top. */
    Length first(Axis axis) {
        return axis == Axis.HORIZONTAL ? left : top;
    }

    /** The one at the right or at the bottom. */
    Length last(Axis axis) {
        return axis == Axis.HORIZONTAL ? right : bottom;
    }
}
