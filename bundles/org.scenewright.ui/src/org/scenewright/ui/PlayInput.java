// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.hud.HudKey;
import org.scenewright.render.Camera;
import org.scenewright.render.InputEvent;
import org.scenewright.render.jogl.Frame;

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

    /** Whether it is laid over the pictures, and does nothing while it is hidden. */
    default boolean covers() {
        return false;
    }

    /** Lays over a finished picture what is seen of it. */
    default void cover(Frame frame, Viewport.PixelSize size) {}

    /** Whether what people type is for it. */
    default boolean isTyping() {
        return false;
    }

    /** Something is typed; whether for it. */
    default boolean types(String text) {
        return false;
    }

    /** A key that changes what was typed is pressed; whether for it. */
    default boolean types(HudKey key) {
        return false;
    }
}
