// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Tells one running scene of the areas that the player is in; on the thread of the frames. */
final class TriggerAreas {
    private static final String AREA = "core::TriggerArea";
    private static final String RESULT = "core::TriggerAreaResult";
    private static final int PLAYER = 4;
    private static final int MAIN_PLAYER = 8;
    private static final int SPHERE = 1;

    private Set<Entity> inside = Set.of();
    private long timestamp;

    /** What happens to an area, by the numbers of the SDK. */
    private enum Kind {
        ENTER,
        STAY,
        EXIT
    }

    /** Tells of every area whether the player came into it, is in it, or left it. */
    void answer(Answering answering) {
        var scene = answering.scene();
        var player = Player.of(scene);
        var now = new HashSet<Entity>();
        scene.forEach(
                AREA,
                (entity, area) -> {
                    boolean was = inside.contains(entity);
                    if (isIn(scene, entity, area, player)) {
                        now.add(entity);
                        tell(answering, entity, was ? Kind.STAY : Kind.ENTER);
                    } else if (was) {
                        tell(answering, entity, Kind.EXIT);
                    }
                });
        inside = now;
    }

    private static boolean isIn(SceneSnapshot scene, Entity entity, Value area, Player player) {
        int layers = (int) (long) area.number("collisionMask", PLAYER);
        if ((layers & (PLAYER | MAIN_PLAYER)) == 0) {
            return false;
        }
        var pose = scene.worldPose(entity);
        return area.number("mesh", 0) == SPHERE ? player.meetsBall(pose) : player.meetsBox(pose);
    }

    private void tell(Answering answering, Entity entity, Kind kind) {
        var place = answering.scene().worldPose(entity);
        var player = answering.scene().worldPose(Entity.PLAYER);
        var trigger =
                Map.of(
                        "entity", Value.of(Entity.PLAYER.toLong()),
                        "layers", Value.of(PLAYER | MAIN_PLAYER),
                        "position", Pose.value(player.position()),
                        "rotation", Pose.value(player.rotation()),
                        "scale", Pose.value(player.scale()));
        var result =
                Map.of(
                        "triggeredEntity", Value.of(entity.toLong()),
                        "triggeredEntityPosition", Pose.value(place.position()),
                        "triggeredEntityRotation", Pose.value(place.rotation()),
                        "eventType", Value.of(kind.ordinal()),
                        "timestamp", Value.of(++timestamp),
                        "trigger", Bodies.struct(trigger));
        answering.out().append(entity, RESULT, Bodies.struct(result));
    }
}
