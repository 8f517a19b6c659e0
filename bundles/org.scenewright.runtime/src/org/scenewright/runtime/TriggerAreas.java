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
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    private static final Visitor THE_PLAYER = new Visitor(Entity.PLAYER, PLAYER | MAIN_PLAYER);

    /** Of more a script is not told at once. */
    static final int MOST_VISITS = Outbox.MOST_EVENTS;

    /** So often somebody is held against an area: one scene must not keep the frames of all. */
    private static final int MOST_PAIRS = 1_000_000;

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

    /** A visitor that is no player, and the box that it counts as. */
    private record Guest(Visitor visitor, Block block) {}

    /**
     * An area.
     *
     * @param layers of those that it asks for, as bits
     */
    private record Area(Entity entity, int layers, Pose place, Block block, boolean isBall) {
        static Area of(SceneSnapshot scene, Entity entity, Value value) {
            var place = scene.worldPose(entity);
            int layers = TriggerAreas.layers(value, "collisionMask", PLAYER);
            boolean isBall = value.number("mesh", 0) == SPHERE;
            return new Area(entity, layers, place, Block.of(place), isBall);
        }

        private boolean holds(Player player) {
            return isBall ? player.meetsBall(place) : player.meetsBox(place);
        }

        private boolean holds(Guest guest) {
            return isBall
                    ? guest.block().meetsBall(place.position(), widest() / 2)
                    : guest.block().meets(block);
        }

        private double widest() {
            var scale = place.scale();
            double flat = Math.max(Math.abs(scale.x()), Math.abs(scale.z()));
            return Math.max(flat, Math.abs(scale.y()));
        }

        Stream<Visit> visits(Player player, List<Guest> guests) {
            var first = Stream.of(THE_PLAYER).filter(one -> asksFor(one) && holds(player));
            var others =
                    guests.stream()
                            .filter(guest -> asksFor(guest.visitor()))
                            .filter(guest -> !guest.visitor().entity().equals(entity))
                            .filter(this::holds)
                            .map(Guest::visitor);
            return Stream.concat(first, others).map(visitor -> new Visit(entity, visitor));
        }

        private boolean asksFor(Visitor visitor) {
            return (layers & visitor.layers()) != 0;
        }
    }

    /** Tells of every area who came into it, is in it, or left it. */
    void answer(Answering answering) {
        var scene = answering.scene();
        var now = visits(scene);
        now.forEach(
                visit -> tell(answering, visit, visits.contains(visit) ? Kind.STAY : Kind.ENTER));
        visits.stream()
                .filter(visit -> !now.contains(visit) && scene.holds(visit.area()))
                .filter(visit -> scene.value(visit.area(), AREA).isPresent())
                .forEach(visit -> tell(answering, visit, Kind.EXIT));
        visits = now;
    }

    private static Set<Visit> visits(SceneSnapshot scene) {
        var areas = new ArrayList<Area>();
        scene.forEach(AREA, (entity, area) -> areas.add(Area.of(scene, entity, area)));
        int wanted = areas.stream().mapToInt(Area::layers).reduce(0, (a, b) -> a | b);
        var player = Player.of(scene);
        var guests = guests(scene, wanted, MOST_PAIRS / Math.max(1, areas.size()));
        return areas.stream()
                .flatMap(area -> area.visits(player, guests))
                .limit(MOST_VISITS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whatever has a collider in one of some layers. */
    private static List<Guest> guests(SceneSnapshot scene, int wanted, int most) {
        var found = new ArrayList<Visitor>();
        // Most areas ask for players alone, and scenes have many colliders.
        if ((wanted & ~THE_PLAYER.layers()) != 0) {
            scene.forEach(
                    COLLIDER,
                    (entity, collider) -> found.add(new Visitor(entity, colliderLayers(collider))));
            scene.forEach(
                    MODEL, (entity, model) -> found.add(new Visitor(entity, modelLayers(model))));
        }
        return found.stream()
                .filter(visitor -> (visitor.layers() & wanted) != 0)
                .limit(most)
                .map(visitor -> new Guest(visitor, block(scene, visitor)))
                .toList();
    }

    private static Block block(SceneSnapshot scene, Visitor visitor) {
        var place = scene.worldPose(visitor.entity());
        boolean hasShape = scene.value(visitor.entity(), COLLIDER).isPresent();
        return hasShape ? Block.of(place) : Block.point(place);
    }

    private static int colliderLayers(Value collider) {
        return layers(collider, "collisionMask", POINTER_AND_PHYSICS);
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
