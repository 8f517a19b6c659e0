// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * The steps in which handles move while snapping holds.
 *
 * @param on whether snapping holds without the key; the key turns it round
 * @param factor the step of a scale factor
 */
public record Snap(boolean on, double metres, double degrees, double factor) {

    /** The steps of the official editor. */
    public static final Snap DEFAULT = new Snap(false, 0.25, 15, 0.1);

    public Snap {
        if (!(metres > 0 && degrees > 0 && factor > 0)) {
            throw new IllegalArgumentException("snapping steps must be greater than zero");
        }
    }

    public Snap with(boolean holds) {
        return new Snap(holds, metres, degrees, factor);
    }
}
