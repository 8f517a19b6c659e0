// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The way out of the viewport's tools: what they want done; called on the thread that gives them
 * input.
 */
public interface Port {

    /** The shapes of the pointer that the tools ask for. */
    enum Cursor {
        ARROW,
        HANDLE,
        PAN,
        LOOK
    }

    void post(Edit edit, Origin origin);

    /** A number that no other gesture of this scene has. */
    long newGesture();

    /** Takes back all that a gesture did, as if it had not been. */
    void cancelGesture(long gesture);

    /** The person chose these entities in the viewport. */
    void selected(Set<Entity> entities);

    /** Who hears what is dragged, and knows what others drag. */
    Holds holds();

    /** What the person drags, and others. */
    interface Holds {
        /** The person drags these entities from now on, none where there are none. */
        void hold(List<Entity> entities);

        /** Whether the person may drag anything at all; where not, there are no handles. */
        boolean mayDrag();

        /** Why these entities had better not be dragged now, as a sentence; mostly nothing. */
        Optional<String> obstacle(List<Entity> entities);
    }

    /** Something in the picture has changed. */
    void redraw();

    void cursor(Cursor cursor);
}
