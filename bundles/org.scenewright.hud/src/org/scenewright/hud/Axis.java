// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/** One of the two ways along which boxes are laid out. */
enum Axis {
    HORIZONTAL,
    VERTICAL;

    Axis other() {
        return this == HORIZONTAL ? VERTICAL : HORIZONTAL;
    }
}
