// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.runtime.Deeds;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.Optional;

/** Says what a scene that is played beside another wanted done, which only that other may. */
record GuestDeeds(ScriptOutput console) implements Deeds {

    @Override
    public boolean move(Pose.Vec place, Optional<Pose.Vec> lookedAt) {
        return act("movePlayerTo", Value.EMPTY);
    }

    @Override
    public boolean act(String action, Value argument) {
        console.warn("Not done for a scene that is played beside another: " + action);
        return false;
    }
}
