// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers the Raycast components of one running scene; on the thread of the frames. */
final class Raycasts {
    private static final String RAYCAST = "core::Raycast";
    private static final String RESULT = "core::RaycastResult";
    private static final int POINTER_AND_PHYSICS = 3;
    private static final int QUERY_ALL = 1;
    private static final int NONE = 2;
    private static final Pose.Vec NOWHERE = new Pose.Vec(0, 0, 0);

    private final Bodies bodies;
    private Map<Entity, Value> done = Map.of();

    Raycasts(Bodies bodies) {
        this.bodies = bodies;
    }

    /** Casts what is new, and once more what is continuous. */
    void answer(Answering answering) {
        var scene = answering.scene();
        var asked = new HashMap<Entity, Value>();
        scene.forEach(
                RAYCAST,
                (entity, raycast) -> {
                    boolean again = raycast.flag("continuous", false);
                    if (again || !raycast.equals(done.get(entity))) {
                        var result = result(scene, entity, raycast, answering.tick());
                        answering.out().put(entity, RESULT, result);
                    }
                    asked.put(entity, raycast);
                });
        done = asked;
    }

    private Value result(SceneSnapshot scene, Entity entity, Value raycast, long tick) {
        var pose = scene.worldPose(entity);
        var origin = pose.times(at(Pose.Vec.of(raycast, "originOffset"))).position();
        var way = direction(scene, raycast, pose, origin);
        var beam = new Bodies.Beam(origin, way.orElse(NOWHERE), raycast.number("maxDistance", 0));
        var hits = way.isEmpty() ? List.<Bodies.Contact>of() : contacts(raycast, beam);
        var fields = new HashMap<String, Value>();
        if (raycast.members().containsKey("timestamp")) {
            fields.put("timestamp", Value.of(raycast.number("timestamp", 0)));
        }
        fields.put("globalOrigin", Pose.value(origin));
        fields.put("direction", Pose.value(beam.direction()));
        fields.put("hits", Value.of(hits.stream().map(hit -> hit.toValue(beam)).toList()));
        fields.put("tickNumber", Value.of(tick));
        return Bodies.struct(fields);
    }

    private List<Bodies.Contact> contacts(Value raycast, Bodies.Beam beam) {
        int layers = (int) (long) raycast.number("collisionMask", POINTER_AND_PHYSICS);
        int query = (int) raycast.number("queryType", 0);
        return query == NONE
                ? List.of()
                : bodies.along(beam, new Bodies.Sieve(layers, query == QUERY_ALL));
    }

    /** The direction, of length 1; nothing where a scene gave none, or one that leads nowhere. */
    private static Optional<Pose.Vec> direction(
            SceneSnapshot scene, Value raycast, Pose pose, Pose.Vec origin) {
        var given =
                switch (raycast.text("direction.$case", "")) {
                    case "localDirection" ->
                            pose.rotation()
                                    .rotate(Pose.Vec.of(raycast, "direction.localDirection"));
                    case "globalDirection" -> Pose.Vec.of(raycast, "direction.globalDirection");
                    case "globalTarget" ->
                            Pose.Vec.of(raycast, "direction.globalTarget").minus(origin);
                    case "targetEntity" -> target(scene, raycast).orElse(origin).minus(origin);
                    default -> NOWHERE;
                };
        double length = given.length();
        return length > 1e-9 && length < Double.POSITIVE_INFINITY
                ? Optional.of(given.scaled(1 / length))
                : Optional.empty();
    }

    private static Optional<Pose.Vec> target(SceneSnapshot scene, Value raycast) {
        var entity = new Entity((int) (long) raycast.number("direction.targetEntity", 0));
        return Optional.of(entity).filter(scene::holds).map(e -> scene.worldPose(e).position());
    }

    private static Pose at(Pose.Vec place) {
        return new Pose(place, Pose.IDENTITY.rotation(), Pose.IDENTITY.scale());
    }
}
