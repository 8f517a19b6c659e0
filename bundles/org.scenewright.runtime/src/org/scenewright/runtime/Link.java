// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Changes;
import org.scenewright.scene.SceneSnapshot;

/**
 * Somebody who is told of every change of an open scene, except of those that came in by the same
 * name.
 */
public interface Link {

    /**
     * The name that {@link org.scenewright.scene.Origin#source} carries for changes from here;
     * empty if none come.
     */
    String name();

    /**
     * Something changed; called on the scene thread, in order, and must return at once: hand over
     * and go.
     *
     * @param snapshot the document after the changes
     */
    void changed(SceneSnapshot snapshot, Changes changes);

    /** Dirty state, undo labels or problems changed; called on the scene thread. */
    default void status(SessionStatus status) {}
}
