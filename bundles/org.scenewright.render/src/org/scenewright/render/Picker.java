// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Optional;

/** Finds what a person can choose that a ray meets first. */
final class Picker implements BoxTree.Target {
    private static final int NOTHING = -1;

    private final Stage stage;
    private final MeshProbe probe;
    private int nearest;
    private float distance;

    Picker(Stage stage) {
        this.stage = stage;
        this.probe = new MeshProbe(stage);
    }

    Optional<Hit> pick(Ray ray) {
        nearest = NOTHING;
        distance = Float.POSITIVE_INFINITY;
        probe.search(ray, distance, this);
        return nearest == NOTHING ? Optional.empty() : Optional.of(hit(ray));
    }

    private Hit hit(Ray ray) {
        var entity = stage.instances().owners[nearest].entity();
        return new Hit(entity, distance, ray.at(distance), probe.normal(nearest));
    }

    @Override
    public float meet(int item, float farthest) {
        if (stage.instances().owners[item].isLocked()) {
            return farthest;
        }
        float met = probe.meet(item, farthest);
        if (met >= farthest) {
            return farthest;
        }
        nearest = item;
        distance = met;
        return met;
    }
}
