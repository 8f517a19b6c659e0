// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Optional;

/** What is under way while a button of the mouse is down. */
interface Gesture {

    void moved(InputEvent.PointerMoved event);

    /** A picture is about to be drawn, or the gesture ends: what was held back is done now. */
    default void catchUp() {}

    /** The button went up. */
    void released(InputEvent.PointerUp event);

    /** The person wants it not to have been. */
    void cancelled();

    /** What it amounts to so far, for people. */
    default Optional<String> hint() {
        return Optional.empty();
    }

    default Optional<ScreenRectangle> rubberBand() {
        return Optional.empty();
    }

    /** The handle that is held. */
    default Optional<Handle> handle() {
        return Optional.empty();
    }
}
