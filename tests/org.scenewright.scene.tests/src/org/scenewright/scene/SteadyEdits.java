// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/**
 * Edits as somebody makes them who arranges a scene: small, many, and hardly ever a new entity; the
 * same for the same seed.
 */
final class SteadyEdits {
    private static final List<FieldPath> NUMBERS =
            List.of(
                    FieldPath.parse("position.x"),
                    FieldPath.parse("position.y"),
                    FieldPath.parse("scale.z"));

    private final Random random;

    SteadyEdits(long seed) {
        this.random = new Random(seed);
    }

    Edit next(SceneSnapshot scene) {
        return switch (random.nextInt(40)) {
            case 0 -> new Edit.Reparent(List.of(entity(scene)), place(scene));
            case 1 -> new Edit.Rename(entity(scene), "N" + random.nextInt(9));
            case 2 -> exchange(scene);
            default ->
                    new Edit.Set(
                            entity(scene),
                            SceneSnapshot.TRANSFORM,
                            NUMBERS.get(random.nextInt(NUMBERS.size())),
                            Value.of(random.nextInt(9)));
        };
    }

    private Edit exchange(SceneSnapshot scene) {
        return scene.size() > 12
                ? new Edit.Despawn(List.of(entity(scene)))
                : new Edit.Spawn("N", place(scene), new LinkedHashMap<>());
    }

    private Edit.Place place(SceneSnapshot scene) {
        return Edit.Place.under(entity(scene));
    }

    private Entity entity(SceneSnapshot scene) {
        var top = scene.children(Entity.ROOT);
        return top.isEmpty() ? Entity.ROOT : top.get(random.nextInt(top.size()));
    }
}
