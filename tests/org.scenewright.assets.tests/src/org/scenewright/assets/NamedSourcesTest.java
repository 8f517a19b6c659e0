// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Changes;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

class NamedSourcesTest {
    private static final String MODEL = "core::GltfContainer";
    private static final String MATERIAL = "core::Material";

    private final Scene scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));
    private final NamedSources sources = new NamedSources();

    private boolean apply(Edit edit) {
        if (scene.apply(edit, Origin.USER) instanceof Outcome.Accepted(var changes)) {
            return show(changes);
        }
        throw new AssertionError("refused: " + edit);
    }

    private boolean show(Changes changes) {
        return sources.show(scene.snapshot(), changes);
    }

    private Entity spawn(String path) {
        var components = new LinkedHashMap<String, Value>();
        components.put(MODEL, Value.fields("src", Value.of(path)));
        apply(new Edit.Spawn("Tree", Edit.Place.TOP, components));
        return scene.snapshot().entities().getLast();
    }

    private static Edit model(Entity entity, String path) {
        return new Edit.Set(entity, MODEL, FieldPath.of("src"), Value.of(path));
    }

    private static Edit material(Entity entity, String path) {
        var texture =
                "{\"material\":{\"$case\":\"pbr\",\"pbr\":{\"texture\":{\"tex\":{\"$case\":\"texture\","
                        + "\"texture\":{\"src\":\"%s\"}}}}}}".formatted(path);
        return new Edit.Put(entity, MATERIAL, ValueJson.parse(texture));
    }

    private static Edit binding(Entity entity, String field, String id) {
        return new Edit.Put(
                entity,
                AssetBindings.COMPONENT,
                ValueJson.parse(
                        "{\"bindings\":[{\"field\":\"%s\",\"assetId\":\"%s\"}]}"
                                .formatted(field, id)));
    }

    private boolean holds(String id, String path) {
        return sources.holds(new AssetSource(id, path));
    }

    @Test
    void aModelIsNamedAsLongAsAnEntityShowsIt() {
        var one = spawn("Models/Tree.glb");
        var other = spawn("models\\tree.glb");
        assertEquals(Set.of(one, other), sources.users("MODELS/tree.glb"));
        apply(new Edit.Despawn(List.of(one)));
        assertTrue(holds("", "models/tree.glb"));
        apply(new Edit.Despawn(List.of(other)));
        assertFalse(holds("", "models/tree.glb"));
        scene.undo().ifPresent(this::show);
        assertEquals(Set.of(other), sources.users("models/tree.glb"));
    }

    @Test
    void whatAFieldIsBoundToCounts() {
        var entity = spawn("tree.glb");
        apply(binding(entity, MODEL + ".src", "oak"));
        assertTrue(holds("oak", "tree.glb"));
        assertFalse(holds("", "tree.glb"));
        assertEquals(Set.of(entity), sources.users("tree.glb"));
    }

    @Test
    void aPictureDeepInAMaterialIsNamed() {
        var entity = spawn("tree.glb");
        apply(material(entity, "bark.png"));
        assertEquals(Set.of(entity), sources.users("bark.png"));
        apply(new Edit.Remove(entity, MATERIAL));
        assertFalse(holds("", "bark.png"));
        assertTrue(holds("", "tree.glb"));
    }

    @Test
    void whatNamesNothingIsOfNoConcern() {
        var entity = spawn("tree.glb");
        var step = FieldPath.of("position", "x");
        assertFalse(apply(new Edit.Set(entity, SceneSnapshot.TRANSFORM, step, Value.of(1))));
        assertTrue(apply(model(entity, "rock.glb")));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void afterAnyEditsItIsAsIfReadFromScratch(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 8; i++) {
            spawn(path(random));
        }
        for (int i = 0; i < 200; i++) {
            step(random);
        }
        var fresh = new NamedSources();
        fresh.reset(scene.snapshot());
        for (var path : IntStream.range(0, 5).mapToObj(n -> n + ".glb").toList()) {
            assertEquals(fresh.users(path), sources.users(path), path);
            for (var id : List.of("", "a", "b")) {
                var source = new AssetSource(id, path);
                assertEquals(fresh.holds(source), sources.holds(source), source.toString());
            }
        }
    }

    private static String path(Random random) {
        return random.nextInt(5) + ".glb";
    }

    private void step(Random random) {
        var all = scene.snapshot().entities().stream().filter(e -> !e.isReserved()).toList();
        if (all.size() < 4) {
            spawn(path(random));
            return;
        }
        var entity = all.get(random.nextInt(all.size()));
        switch (random.nextInt(5)) {
            case 0 -> apply(model(entity, path(random)));
            case 1 -> apply(material(entity, path(random)));
            case 2 -> apply(binding(entity, MODEL + ".src", random.nextBoolean() ? "a" : "b"));
            case 3 -> apply(new Edit.Despawn(List.of(entity)));
            default -> scene.undo().ifPresent(this::show);
        }
    }
}
