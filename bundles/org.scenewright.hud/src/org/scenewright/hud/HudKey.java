// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/** The keys that do something to what is typed. */
public enum HudKey {
    LEFT,
    RIGHT,
    HOME,
    END,
    BACKSPACE,
    DELETE,
    ENTER,
    ESCAPE
}
