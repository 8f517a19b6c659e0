// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.scenewright.render.Shown.shown;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Pose;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

class ShowingChangesTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void showingChangesIsShowingFromScratch(long seed) {
        var random = new Random(seed);
        var studio = Studio.of(tree(8));
        var fresh = new SceneView(new AssetLibrary(Path.of("no-such-folder")));
        for (int step = 0; step < 60; step++) {
            studio.apply(randomEdit(studio, random));
            if (random.nextInt(6) == 0) {
                studio.undo();
            }
            fresh.reset(studio.scene.snapshot());
            assertEquals(
                    shown(fresh.draw(studio.camera, 800, 600)),
                    shown(studio.view.draw(studio.camera, 800, 600)),
                    "after step " + step);
        }
    }

    private static Edit randomEdit(Studio studio, Random random) {
        var entities =
                studio.scene.snapshot().entities().stream().filter(e -> !e.isReserved()).toList();
        if (entities.size() < 6) {
            return spawn(Entity.ROOT, random);
        }
        var one = entities.get(random.nextInt(entities.size()));
        return switch (random.nextInt(8)) {
            case 0 -> spawn(one, random);
            case 1 -> new Edit.Despawn(List.of(one));
            case 2 ->
                    new Edit.Put(
                            one,
                            SceneSnapshot.HIDE,
                            Value.fields("value", Value.of(random.nextBoolean())));
            case 3 -> new Edit.Duplicate(List.of(one));
            case 4 -> new Edit.Put(one, Node.VISIBILITY, visibility(random));
            case 5 -> new Edit.Reparent(List.of(one), Edit.Place.TOP);
            default -> new Edit.Put(one, SceneSnapshot.TRANSFORM, pose(random));
        };
    }

    private static Value visibility(Random random) {
        return Value.fields("visible", Value.of(random.nextBoolean()))
                .with(FieldPath.of("propagateToChildren"), Value.of(random.nextBoolean()));
    }

    private static Value pose(Random random) {
        var place = new Pose.Vec(random.nextInt(16), random.nextInt(3), random.nextInt(16));
        var scale = new Pose.Vec(random.nextBoolean() ? 1 : -1, 1, 1);
        return new Pose(place, Pose.IDENTITY.rotation(), scale).toValue();
    }

    private static Edit spawn(Entity parent, Random random) {
        var components = new LinkedHashMap<String, Value>();
        components.put(SceneSnapshot.TRANSFORM, pose(random));
        components.put(
                Looks.MESH, ValueJson.parse("{\"mesh\":{\"$case\":\"sphere\",\"sphere\":{}}}"));
        return new Edit.Spawn("new", Edit.Place.under(parent), components);
    }

    @Test
    void aMoveTouchesOnlyTheSubtree() {
        var studio = Studio.of(tree(50));
        long before = studio.view.placements();
        move(studio, "p7");
        assertEquals(3, studio.view.placements() - before);
        studio.draw();
        assertEquals(3, studio.view.placements() - before);
    }

    private static String[] tree(int parents) {
        return IntStream.range(0, parents)
                .boxed()
                .flatMap(
                        i ->
                                List.of(
                                        "p%d at %d 0 8 box".formatted(i, i),
                                        "a%d in p%d at 0 1 0 box".formatted(i, i),
                                        "b%d in a%d at 0 1 0 box".formatted(i, i))
                                        .stream())
                .toArray(String[]::new);
    }

    private static void move(Studio studio, String name) {
        var path = FieldPath.parse("position.z");
        studio.apply(new Edit.Set(studio.entity(name), SceneSnapshot.TRANSFORM, path, Value.of(9)));
    }

    @Test
    void aNameTouchesNothing() {
        var studio = Studio.of(tree(5));
        long before = studio.view.placements();
        studio.apply(new Edit.Rename(studio.entity("p1"), "other"));
        assertEquals(before, studio.view.placements());
    }
}
