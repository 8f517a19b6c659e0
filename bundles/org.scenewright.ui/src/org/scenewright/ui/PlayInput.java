// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.Camera;
import org.scenewright.render.InputEvent;

/** Something in a running scene that takes input before the tools of the editor do; GL thread. */
interface PlayInput {

    /** Tells it what happens; whether that is nobody else's. */
    boolean takes(InputEvent event, Camera camera, Viewport.PixelSize size);

    /** Lets the time pass that went by since the last picture; another one is about to be drawn. */
    default void pass(double seconds, Camera camera, Viewport.PixelSize size) {}

    /** Whether the next picture will be another one, whoever does something or not. */
    default boolean isMoving() {
        return false;
    }
}
