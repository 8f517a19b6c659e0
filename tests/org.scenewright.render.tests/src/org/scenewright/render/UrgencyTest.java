// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.joml.Vector3f;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What is wanted first of models that never come. */
class UrgencyTest {
    private final List<List<String>> told = new ArrayList<>();
    private final Camera camera = new Camera();
    private final SceneGraph graph;
    private final Urgency urgency;

    UrgencyTest() {
        var library = new AssetLibrary(Path.of("no-such-folder"));
        library.close();
        var assets = new AssetUse(library);
        var nothing = SceneSnapshot.empty(ComponentTypes.of(List.of()));
        graph = new SceneGraph(new Stage(), new Looks(assets), assets, nothing);
        urgency = new Urgency(assets, graph, this::order);
    }

    private void order(Map<AssetSource, Double> distances) {
        told.add(
                distances.entrySet().stream()
                        .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                        .map(known -> known.getKey().path())
                        .toList());
    }

    private static String model(String name, int x, int z) {
        return "%s at %d 0 %d GltfContainer={\"src\":\"%s.glb\"}".formatted(name, x, z, name);
    }

    private void show(String... lines) {
        graph.reset(Studio.of(lines).scene.snapshot());
    }

    private void look(float fromZ, float toZ) {
        camera.look(new Vector3f(0, 2, fromZ), new Vector3f(0, 2, toZ));
        var view = camera.view(Studio.WIDTH, Studio.HEIGHT);
        var sight = new Sight();
        sight.through(view.viewProjection());
        urgency.look(view, sight);
    }

    @Test
    void theNearestInSightComesFirst() {
        show(model("far", 0, 90), model("behind", 0, -30), model("near", 0, 20));
        look(0, 1);
        assertEquals(List.of(List.of("near.glb", "far.glb", "behind.glb")), told);
    }

    @Test
    void whoTurnsRoundWantsWhatWasBehind() {
        show(model("ahead", 0, 20), model("behind", 0, -30));
        look(0, 1);
        look(0, -1);
        assertEquals(
                List.of(List.of("ahead.glb", "behind.glb"), List.of("behind.glb", "ahead.glb")),
                told);
    }

    @Test
    void aModelIsAsNearAsTheNearestThatShowsIt() {
        show(
                model("tree", 0, 90),
                model("rock", 0, 50),
                "bush at 0 0 20 GltfContainer={\"src\":\"tree.glb\"}");
        look(0, 1);
        assertEquals(List.of(List.of("tree.glb", "rock.glb")), told);
    }

    @Test
    void whoLooksAgainFromThereTellsNothing() {
        show(model("tree", 0, 20));
        look(0, 1);
        look(0, 1);
        assertEquals(1, told.size());
        show(model("tree", 0, 20), model("rock", 0, 10));
        look(0, 1);
        assertEquals(List.of("rock.glb", "tree.glb"), told.getLast());
    }

    @Test
    void whereNothingIsToComeNothingIsTold() {
        show("lamp at 0 0 20 box");
        look(0, 1);
        assertEquals(List.of(), told);
    }
}
