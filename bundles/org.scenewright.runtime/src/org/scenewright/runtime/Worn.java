// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

/** Moves what the player of a running scene wears to where it is on the body. */
final class Worn {
    private static final String ATTACH = "core::AvatarAttach";

    private Worn() {}

    /** Moves all that is worn by now; what others wear, who are not here, stays where it is. */
    static void move(SceneSnapshot scene, RendererWriting out) {
        var player = scene.worldPose(Entity.PLAYER);
        scene.forEach(
                ATTACH,
                (entity, worn) -> {
                    if (!entity.isReserved() && isOurs(scene, worn)) {
                        var anchor = AnchorPoint.of(worn.number("anchorPointId", 0));
                        out.put(
                                entity,
                                SceneSnapshot.TRANSFORM,
                                transform(scene, entity, anchor.on(player)));
                    }
                });
    }

    private static boolean isOurs(SceneSnapshot scene, Value worn) {
        var id = worn.text("avatarId", "");
        return id.isEmpty() || ReservedEntities.isPlayer(scene, id);
    }

    /** The Transform that brings an entity to a place, as large as it was. */
    private static Value transform(SceneSnapshot scene, Entity entity, Pose place) {
        var parent = scene.parent(entity);
        var local = scene.worldPose(parent).toLocal(place);
        var sized = new Pose(local.position(), local.rotation(), scene.pose(entity).scale());
        return sized.toValue().with(FieldPath.of("parent"), Value.of(parent.toLong()));
    }
}
