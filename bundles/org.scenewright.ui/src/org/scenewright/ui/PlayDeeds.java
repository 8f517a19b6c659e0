// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Deeds;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.Optional;

/** Says what a scene wanted done to the player and the machine, which an editor does not do. */
record PlayDeeds(ScriptOutput console) implements Deeds {

    /** Nobody walks here: the camera is the editor's. */
    @Override
    public boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt) {
        return act("movePlayerTo", Value.EMPTY);
    }

    @Override
    public boolean act(String action, Value argument) {
        console.warn("The editor does not do what the scene asks for: " + action);
        return false;
    }
}
