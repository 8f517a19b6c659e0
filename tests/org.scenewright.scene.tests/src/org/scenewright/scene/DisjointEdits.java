// SPDX-License-Identifier: EPL-2.0
package org.scenewright.scene;

import org.scenewright.crdt.Entity;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.LinkedHashMap;
import java.util.Random;

/** Random edits of two sides that never touch the same thing; the same for the same seed. */
final class DisjointEdits {
    private static final int EDITS = 12;

    private final SceneSnapshot base;
    private final long seed;

    DisjointEdits(SceneSnapshot base, long seed) {
        this.base = base;
        this.seed = seed;
    }

    SceneSnapshot side(int side) {
        var scene = new Scene(base);
        var random = new Random(seed * 31 + side);
        reserve(scene, side);
        for (int i = 0; i < EDITS; i++) {
            scene.apply(next(random, side), Origin.USER);
        }
        return scene.snapshot();
    }

    /** The second side begins with other numbers, as colleagues with leases do. */
    private static void reserve(Scene scene, int side) {
        for (int i = 0; i < side * EDITS; i++) {
            var edit = new Edit.Spawn("Gone", Edit.Place.TOP, new LinkedHashMap<>());
            scene.apply(edit, Origin.USER);
        }
        var gone = scene.snapshot().entities();
        var first = scene.snapshot();
        scene.apply(
                new Edit.Despawn(
                        gone.stream().filter(e -> first.name(e).startsWith("Gone")).toList()),
                Origin.USER);
    }

    private Edit next(Random random, int side) {
        var entities = base.entities().stream().filter(this::isPlaced).toList();
        var entity = entities.get(random.nextInt(entities.size()));
        return switch (random.nextInt(6)) {
            case 0 -> set(entity, side == 0 ? "position.x" : "position.y", random);
            case 1 -> set(entity, side == 0 ? "scale.z" : "position.z", random);
            case 2 ->
                    new Edit.Put(
                            entity,
                            side == 0 ? "inspector::Hide" : "inspector::Ground",
                            side == 0 ? Value.fields("value", Value.of(false)) : Value.EMPTY);
            case 3 -> new Edit.Spawn("New" + side, Edit.Place.under(entity), new LinkedHashMap<>());
            case 4 -> new Edit.Configure(FieldPath.of("s" + side, "f"), number(random));
            default ->
                    side == 0
                            ? new Edit.Put(
                                    entity,
                                    "core-schema::Network-Entity",
                                    ValueJson.parse("{\"networkId\":0,\"entityId\":9000}"))
                            : new Edit.Set(
                                    entity, SceneSnapshot.TRANSFORM, TreeMerge.PARENT, Value.of(0));
        };
    }

    /** A Transform that both sides add is one thing. */
    private boolean isPlaced(Entity entity) {
        return base.value(entity, SceneSnapshot.TRANSFORM).isPresent();
    }

    private static Edit set(Entity entity, String path, Random random) {
        return new Edit.Set(entity, SceneSnapshot.TRANSFORM, FieldPath.parse(path), number(random));
    }

    private static Value number(Random random) {
        return Value.of(random.nextInt(100));
    }
}
