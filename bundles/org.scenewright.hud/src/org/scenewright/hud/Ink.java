// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.Color;

/** A colour as scenes name it: sRGB and how opaque it is, each from 0 to 1. */
record Ink(float red, float green, float blue, float alpha) {
    static final Ink WHITE = new Ink(1, 1, 1, 1);
    static final Ink BLACK = new Ink(0, 0, 0, 1);
    static final Ink NONE = new Ink(0, 0, 0, 0);

    /** The one that a field holds; what it leaves out is as in the fallback. */
    static Ink of(Part owner, String field, Ink fallback) {
        if (!owner.has(field)) {
            return fallback;
        }
        var color = owner.part(field);
        return new Ink(
                portion(color, "r", 0),
                portion(color, "g", 0),
                portion(color, "b", 0),
                portion(color, "a", 1));
    }

    private static float portion(Part color, String field, double fallback) {
        return (float) Math.clamp(color.number(field, fallback), 0, 1);
    }

    /** The same, less opaque. */
    Ink faded(float opacity) {
        return opacity == 1 ? this : new Ink(red, green, blue, alpha * opacity);
    }

    boolean isClear() {
        return alpha == 0;
    }

    boolean isWhite() {
        return red == 1 && green == 1 && blue == 1;
    }

    Color color() {
        return new Color(red, green, blue, alpha);
    }
}
