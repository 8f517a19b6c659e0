// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/** How wide and how high something is, or may be. */
record Extent(Length width, Length height) {
    static final Extent UNDEFINED = new Extent(Length.UNDEFINED, Length.UNDEFINED);

    Length along(Axis axis) {
        return axis == Axis.HORIZONTAL ? width : height;
    }
}
