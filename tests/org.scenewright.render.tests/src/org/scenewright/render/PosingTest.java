// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Posture;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Two flowers, of which the first is moved: its stem is bent, and its vane goes along. */
class PosingTest {
    private static final String FLOWER = "GltfContainer={\"src\":\"flower.glb\"}";

    @TempDir Path folder;
    private final Studio studio = Studio.of("one at 4 0 8 " + FLOWER, "two at 12 0 8 " + FLOWER);
    private final Entity one = studio.entity("one");
    private final Camera camera = new Camera();
    private AssetLibrary library;
    private SceneView view;

    @BeforeEach
    void open() throws IOException {
        Files.write(folder.resolve("flower.glb"), SampleRig.glb());
        library = new AssetLibrary(folder);
        view = new SceneView(library);
        view.reset(studio.scene.snapshot());
        library.settled().join();
        view.assetLoaded(AssetSource.of("flower.glb"));
        camera.home(view.bounds());
        camera.tick(1);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private void bow(float seconds) {
        view.pose(Map.of(one, new Posture(List.of(new Posture.Playing(0, seconds, 1)))));
    }

    private List<DrawList.Batch> batches() {
        return view.draw(camera, 640, 480).opaque().stream()
                .filter(batch -> batch.mesh().triangles() > 2)
                .toList();
    }

    private List<DrawList.Batch> bent() {
        return batches().stream().filter(batch -> batch.form().isPresent()).toList();
    }

    @Test
    void atRestBothAreDrawnTogether() {
        assertEquals(List.of(2, 2), batches().stream().map(DrawList.Batch::count).toList());
        assertEquals(List.of(), bent());
    }

    @Test
    void onlyWhatIsBentIsDrawnAlone() {
        bow(1);
        assertEquals(
                List.of(1, 1, 2), batches().stream().map(DrawList.Batch::count).sorted().toList());
        assertEquals(1, bent().size());
    }

    @Test
    void aBentMeshHasItsOwnVerticesAndBox() {
        bow(1);
        var batch = bent().getFirst();
        assertEquals(
                batch.mesh().positions().length * 2, batch.form().orElseThrow().vertices().length);
        assertTrue(batch.bounds().minX() < -0.8, batch.bounds().toString());
        assertTrue(batch.mesh().bounds().minX() > -0.3, "at rest");
    }

    @Test
    void theBoxOfTheSceneHoldsWhatIsBent() {
        float before = view.bounds(List.of(one)).orElseThrow().minX();
        bow(1);
        assertTrue(view.bounds(List.of(one)).orElseThrow().minX() < before - 0.1);
    }

    @Test
    void aNewPostureMovesItOn() {
        bow(0.5f);
        var before = bent().getFirst().form().orElseThrow().vertices();
        bow(1);
        assertFalse(Arrays.equals(before, bent().getFirst().form().orElseThrow().vertices()));
    }

    @Test
    void theSamePostureCostsNothing() {
        bow(1);
        batches();
        long before = view.placements();
        var vertices = bent().getFirst().form().orElseThrow().vertices();
        bow(1);
        assertEquals(before, view.placements());
        assertSame(vertices, bent().getFirst().form().orElseThrow().vertices());
    }

    @Test
    void oneThatMovesLeavesTheOthersAlone() {
        bow(0);
        long before = view.placements();
        bow(1);
        assertEquals(before + 2, view.placements());
    }

    @Test
    void withoutAPostureItIsAtRestAgain() {
        var rest = batches().stream().map(b -> b.transforms().clone()).toList();
        bow(1);
        view.pose(Map.of());
        var now = batches();
        assertEquals(List.of(2, 2), now.stream().map(DrawList.Batch::count).toList());
        assertEquals(sum(rest), sum(now.stream().map(DrawList.Batch::transforms).toList()), 1e-3);
    }

    private static double sum(List<float[]> matrices) {
        double sum = 0;
        for (var matrix : matrices) {
            for (int i = 0; i < 24; i++) {
                sum += matrix[i] * (i % 12 + 1);
            }
        }
        return sum;
    }

    @Test
    void whatIsNotSeenIsNotPosed() {
        bow(1);
        var edit =
                new Edit.Put(
                        one, "core::VisibilityComponent", ValueJson.parse("{\"visible\":false}"));
        var changes = studio.apply(edit);
        view.show(studio.scene.snapshot(), changes);
        assertEquals(List.of(), bent());
        bow(0.7f);
        assertEquals(List.of(), bent());
    }

    @Test
    void anEntityThatIsGoneIsNotPosed() {
        bow(1);
        var changes = studio.apply(new Edit.Despawn(List.of(one)));
        view.show(studio.scene.snapshot(), changes);
        bow(0.5f);
        assertEquals(List.of(1, 1), batches().stream().map(DrawList.Batch::count).toList());
    }

    @Test
    void aPostureWaitsForItsModel() throws IOException {
        var late = new SceneView(library);
        Files.write(folder.resolve("late.glb"), SampleRig.glb());
        studio.set("one", "core::GltfContainer", "{\"src\":\"late.glb\"}");
        late.reset(studio.scene.snapshot());
        late.pose(Map.of(one, new Posture(List.of(new Posture.Playing(0, 1, 1)))));
        library.settled().join();
        late.assetLoaded(AssetSource.of("late.glb"));
        view = late;
        assertEquals(1, bent().size());
    }

    @Test
    void rigidPartsKeepTheMeshThatTheyShare() {
        bow(1);
        var vanes = batches().stream().filter(batch -> batch.mesh().triangles() == 4).toList();
        assertEquals(1, vanes.size());
        assertEquals(2, vanes.getFirst().count());
        float[] m = vanes.getFirst().transforms();
        assertFalse(Arrays.equals(m, 0, 3, m, 12, 15), "turned alike");
    }
}
