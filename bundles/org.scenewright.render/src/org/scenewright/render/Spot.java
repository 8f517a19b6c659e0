// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3fc;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;

import java.util.Optional;

/**
 * A place that somebody points at in a viewport.
 *
 * @param hit the entity that is in the way there
 * @param ground the place on the ground, or on the ground below what is hit; to the centimetre
 */
public record Spot(Optional<Entity> hit, Pose.Vec ground) {
    private static final float FAR_METRES = 200;

    /** Where a ray meets the scene. */
    public static Spot at(SceneView scene, Camera camera, Ray ray) {
        var hit = scene.pick(ray);
        var place = hit.map(Hit::point).orElseGet(() -> ground(camera, ray));
        return new Spot(hit.map(Hit::entity), below(place));
    }

    /** The place on the ground that a camera looks at. */
    public static Pose.Vec gaze(Camera camera) {
        return below(ground(camera, Ray.towards(camera.eye(), camera.target())));
    }

    /** Towards the horizon there is no good place; what the camera turns about is one in sight. */
    private static Vector3fc ground(Camera camera, Ray ray) {
        float metres = -ray.origin().y() / ray.direction().y();
        return metres > 0 && metres < FAR_METRES ? ray.at(metres) : camera.target();
    }

    private static Pose.Vec below(Vector3fc place) {
        return new Pose.Vec(
                Math.rint(place.x() * 100.0) / 100, 0, Math.rint(place.z() * 100.0) / 100);
    }
}
