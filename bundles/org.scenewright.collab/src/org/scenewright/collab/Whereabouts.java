// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab;

import org.scenewright.comms.Position;
import org.scenewright.runtime.SceneSession;
import org.scenewright.scene.Parcel;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSettings;

import java.util.Optional;

/** Where in the world the person here is, as directors want to know it; any thread. */
record Whereabouts(SceneSession scene) {
    /** Farther from the base parcel nobody is taken to be. */
    private static final double FARTHEST = 1_000_000;

    /** The player while it is played, else the camera; nothing where there is neither. */
    Optional<Position> now() {
        return scene.sharing().awareness().whereabouts().filter(Whereabouts::isSane).map(this::of);
    }

    /** The same, or the corner of the scene where there is neither. */
    Optional<Position> nowOrBase() {
        return now().or(() -> Optional.of(of(new Pose.Vec(0, 0, 0))));
    }

    private static boolean isSane(Pose.Vec at) {
        // Also where one of them is no number.
        return at.length() <= FARTHEST;
    }

    private Position of(Pose.Vec at) {
        var base = SceneSettings.of(scene.snapshot().settings()).base();
        return new Position(
                (float) (at.x() + Parcel.SIDE * base.x()),
                (float) at.y(),
                (float) (at.z() + Parcel.SIDE * base.y()));
    }
}
