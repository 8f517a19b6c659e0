// SPDX-License-Identifier: EPL-2.0
package org.scenewright.runtime;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.Value;

import java.util.Optional;

/**
 * What a camera of the scene sees, as the MainCamera of the scene chose it.
 *
 * @param camera the entity that is the camera
 * @param eye where it is, in the numbers of the scene
 * @param forward where it looks, of length 1
 * @param seconds how long the way there takes; 0 for a cut
 * @param metresPerSecond how fast it goes there instead; 0 where seconds count
 */
public record Shot(
        Entity camera, Pose.Vec eye, Pose.Vec forward, double seconds, double metresPerSecond) {
    private static final double LONGEST_SECONDS = 60;

    /** What is to be seen; nothing where the scene leaves the camera to the player. */
    static Optional<Shot> of(SceneSnapshot scene) {
        return scene.value(Entity.CAMERA, "core::MainCamera")
                .flatMap(main -> Entity.of(main.number("virtualCameraEntity", 0)))
                .filter(entity -> !entity.equals(Entity.ROOT) && scene.holds(entity))
                .flatMap(
                        entity ->
                                scene.value(entity, "core::VirtualCamera")
                                        .map(camera -> of(scene, entity, camera)));
    }

    private static Shot of(SceneSnapshot scene, Entity entity, Value camera) {
        var pose = scene.worldPose(entity);
        var ahead = pose.rotation().rotate(new Pose.Vec(0, 0, 1));
        var forward =
                Entity.of(camera.number("lookAtEntity", 0))
                        .filter(at -> !at.equals(Entity.ROOT) && scene.holds(at))
                        .map(at -> scene.worldPose(at).position().minus(pose.position()))
                        .filter(way -> way.length() > 1e-6)
                        .map(way -> way.scaled(1 / way.length()))
                        .orElse(ahead);
        double seconds = camera.number("defaultTransition.transitionMode.time", 0);
        double speed = camera.number("defaultTransition.transitionMode.speed", 0);
        return new Shot(
                entity,
                pose.position(),
                forward,
                Math.clamp(seconds, 0, LONGEST_SECONDS),
                Math.max(0, speed));
    }

    /** How long the way there takes from somewhere, in seconds. */
    public double duration(Pose.Vec from) {
        double metres = eye.minus(from).length();
        double byWay = metresPerSecond > 0 ? metres / metresPerSecond : seconds;
        return Math.min(LONGEST_SECONDS, byWay);
    }
}
