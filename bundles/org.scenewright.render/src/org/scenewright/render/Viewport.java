// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.joml.Vector3f;

import java.util.Optional;

/** A scene as it is seen through a camera, and the way out for what is done to it. */
record Viewport(SceneView scene, Camera camera, Port port) {

    /** The ray through a pixel of the last picture. */
    Ray ray(double x, double y) {
        return camera.ray(x, y, scene.view().width(), scene.view().height());
    }

    /** What lies under a pixel: a surface, else the ground, else what the camera turns around. */
    Vector3f point(double x, double y) {
        var ray = ray(x, y);
        float down = -ray.origin().y() / ray.direction().y();
        boolean ground = down > 0 && down < 1000;
        Optional<Vector3f> surface = scene.pick(ray).map(hit -> new Vector3f(hit.point()));
        float far = camera.target().distance(camera.eye());
        return surface.orElseGet(() -> ray.at(ground ? down : far));
    }
}
