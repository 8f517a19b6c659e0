// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/** What a drag in the viewport does to the selection. */
public enum Tool {
    SELECT,
    MOVE,
    ROTATE,
    SCALE
}
