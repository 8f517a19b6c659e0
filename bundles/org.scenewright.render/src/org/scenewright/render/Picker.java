// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import java.util.Optional;

/** Finds what a ray meets first: what a person can choose, or any surface of the scene. */
final class Picker implements BoxTree.Target {
    private static final int NOTHING = -1;

    private final Stage stage;
    private final MeshProbe probe;
    private int nearest;
    private float distance;
    private boolean choosing = true;

    Picker(Stage stage) {
        this.stage = stage;
        this.probe = new MeshProbe(stage);
    }

    Optional<Hit> pick(Ray ray) {
        return meet(ray, true);
    }

    /** The first surface of the scene, that of something locked too. */
    Optional<Hit> surface(Ray ray) {
        return meet(ray, false);
    }

    private Optional<Hit> meet(Ray ray, boolean isChoosing) {
        choosing = isChoosing;
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
        var owner = stage.instances().owners[item];
        if (choosing ? owner.isLocked() : owner.isFixed()) {
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
