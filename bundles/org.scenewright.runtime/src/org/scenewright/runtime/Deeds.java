// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.Optional;

/** What scenes do to the player and to the machine; a port, called on any thread. */
public interface Deeds {

    /**
     * Moves the player.
     *
     * @param place in the numbers of the scene
     * @param lookedAt what the camera is to look at, likewise
     * @return whether that was done
     */
    boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt);

    /**
     * Does anything else, or tells people that the scene wanted it.
     *
     * @param action the name that the SDK has for it, such as {@code openExternalUrl}
     * @return whether it was done
     */
    boolean act(String action, Value argument);
}
