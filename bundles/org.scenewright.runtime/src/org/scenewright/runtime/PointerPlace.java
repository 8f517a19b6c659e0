// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.schema.Value;

import java.util.Map;
import java.util.Optional;

/** Tells one running scene where the pointer is; on the thread of the frames. */
final class PointerPlace {
    private static final String POINTER = "core::PrimaryPointerInfo";
    private static final int MOUSE = 1;

    private Optional<ScenePhysics.Aim> last = Optional.empty();

    /** Tells where it is and how far it moved since the last time; nothing while it is away. */
    void answer(Optional<ScenePhysics.Aim> now, Answering answering) {
        now.ifPresent(
                aim -> {
                    var before = last.orElse(aim);
                    var info =
                            Map.of(
                                    "pointerType", Value.of(MOUSE),
                                    "screenCoordinates", pair(aim.x(), aim.y()),
                                    "screenDelta", pair(aim.x() - before.x(), aim.y() - before.y()),
                                    "worldRayDirection", Pose.value(aim.ray().direction()));
                    answering.out().put(Entity.ROOT, POINTER, Bodies.struct(info));
                });
        last = now;
    }

    private static Value pair(double x, double y) {
        return Bodies.struct(Map.of("x", Value.of(x), "y", Value.of(y)));
    }
}
