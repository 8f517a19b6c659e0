// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.crdt.Entity;

/** What people do to the user interface of a scene, which its code is told. */
public sealed interface HudEvent {

    /** What a pointer does; the order is that of the protocol. */
    enum Touch {
        UP,
        DOWN,
        ENTER,
        LEAVE
    }

    /** A pointer did something to an element that wants to hear of it. */
    record Touched(Entity entity, Touch touch) implements HudEvent {}

    /**
     * A field holds another text.
     *
     * @param isDone whether that is all, as Enter says
     */
    record Typed(Entity entity, String text, boolean isDone) implements HudEvent {}

    /** An option was chosen, counted from 0. */
    record Chosen(Entity entity, int option) implements HudEvent {}
}
