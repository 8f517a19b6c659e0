// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells one running scene who is in its areas: the player, and whatever has a collider in a layer
 * that an area asks for; on the thread of the frames.
 *
 * <p>A collider counts as the box around its shape; that of a model as the place where it stands.
 */
final class TriggerAreas {
    private static final String AREA = "core::TriggerArea";
    private static final String RESULT = "core::TriggerAreaResult";
    private static final String COLLIDER = "core::MeshCollider";
    private static final String MODEL = "core::GltfContainer";
    private static final int PLAYER = 4;
    private static final int MAIN_PLAYER = 8;
    private static final int POINTER_AND_PHYSICS = 3;
    private static final int SPHERE = 1;

    private Set<Visit> visits = Set.of();
    private long timestamp;

    /** What happens to an area, by the numbers of the SDK. */
    private enum Kind {
        ENTER,
        STAY,
        EXIT
    }

    /** Somebody in an area. */
    private record Visit(Entity area, Visitor visitor) {}

    /**
     * Somebody who may come into areas.
     *
     * @param layers the layers of the collider, as bits
     */
    private record Visitor(Entity entity, int layers) {}

    /** Tells of every area who came into it, is in it, or left it. */
    void answer(Answering answering) {
        var scene = answering.scene();
        var now = new LinkedHashSet<Visit>();
        scene.forEach(AREA, (entity, area) -> visit(scene, entity, area, now));
        now.forEach(
                visit -> tell(answering, visit, visits.contains(visit) ? Kind.STAY : Kind.ENTER));
        visits.stream()
                .filter(visit -> !now.contains(visit) && scene.holds(visit.area()))
                .filter(visit -> scene.value(visit.area(), AREA).isPresent())
                .forEach(visit -> tell(answering, visit, Kind.EXIT));
        visits = now;
    }

    private static void visit(SceneSnapshot scene, Entity area, Value value, Set<Visit> to) {
        int layers = layers(value, "collisionMask", PLAYER);
        boolean isBall = value.number("mesh", 0) == SPHERE;
        var place = scene.worldPose(area);
        var player = new Visitor(Entity.PLAYER, PLAYER | MAIN_PLAYER);
        if ((layers & player.layers()) != 0 && isIn(Player.of(scene), place, isBall)) {
            to.add(new Visit(area, player));
        }
        others(scene, layers).stream()
                .filter(other -> !other.entity().equals(area))
                .filter(other -> isIn(block(scene, other), place, isBall))
                .forEach(other -> to.add(new Visit(area, other)));
    }

    private static boolean isIn(Player player, Pose place, boolean isBall) {
        return isBall ? player.meetsBall(place) : player.meetsBox(place);
    }

    private static boolean isIn(Block block, Pose place, boolean isBall) {
        var scale = place.scale();
        double widest =
                Math.max(Math.abs(scale.x()), Math.max(Math.abs(scale.y()), Math.abs(scale.z())));
        return isBall
                ? block.meetsBall(place.position(), widest / 2)
                : block.meets(Block.of(place));
    }

    private static Block block(SceneSnapshot scene, Visitor visitor) {
        var place = scene.worldPose(visitor.entity());
        boolean hasShape = scene.value(visitor.entity(), COLLIDER).isPresent();
        return hasShape ? Block.of(place) : Block.point(place);
    }

    /** Whatever has a collider in one of some layers. */
    private static List<Visitor> others(SceneSnapshot scene, int wanted) {
        var found = new ArrayList<Visitor>();
        // Most areas ask for players alone, and scenes have many colliders.
        if ((wanted & ~(PLAYER | MAIN_PLAYER)) != 0) {
            scene.forEach(
                    COLLIDER,
                    (entity, collider) ->
                            found.add(
                                    new Visitor(
                                            entity,
                                            layers(
                                                    collider,
                                                    "collisionMask",
                                                    POINTER_AND_PHYSICS))));
            scene.forEach(
                    MODEL, (entity, model) -> found.add(new Visitor(entity, modelLayers(model))));
        }
        found.removeIf(visitor -> (visitor.layers() & wanted) == 0);
        return found;
    }

    private static int modelLayers(Value model) {
        return layers(model, "visibleMeshesCollisionMask", 0)
                | layers(model, "invisibleMeshesCollisionMask", POINTER_AND_PHYSICS);
    }

    private static int layers(Value value, String field, int fallback) {
        return (int) (long) value.number(field, fallback);
    }

    private void tell(Answering answering, Visit visit, Kind kind) {
        var area = visit.area();
        var place = answering.scene().worldPose(area);
        var result =
                Map.of(
                        "triggeredEntity", Value.of(area.toLong()),
                        "triggeredEntityPosition", Pose.value(place.position()),
                        "triggeredEntityRotation", Pose.value(place.rotation()),
                        "eventType", Value.of(kind.ordinal()),
                        "timestamp", Value.of(++timestamp),
                        "trigger", trigger(answering.scene(), visit.visitor()));
        answering.out().append(area, RESULT, Bodies.struct(result));
    }

    private static Value trigger(SceneSnapshot scene, Visitor visitor) {
        var entity = visitor.entity();
        var place = scene.holds(entity) ? scene.worldPose(entity) : Pose.IDENTITY;
        return Bodies.struct(
                Map.of(
                        "entity", Value.of(entity.toLong()),
                        "layers", Value.of(visitor.layers()),
                        "position", Pose.value(place.position()),
                        "rotation", Pose.value(place.rotation()),
                        "scale", Pose.value(place.scale())));
    }
}
