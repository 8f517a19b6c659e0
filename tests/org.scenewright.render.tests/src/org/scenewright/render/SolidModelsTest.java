// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.assets.Loading;
import org.scenewright.scene.Pose;
import org.scenewright.testing.SampleModels;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How rays meet models: a crate of 0.8 m and its collider, which is as large. */
class SolidModelsTest {
    private static final Pose.Vec ABOVE = new Pose.Vec(8, 10, 8);
    private static final Pose.Vec DOWN = new Pose.Vec(0, -1, 0);

    @TempDir Path folder;
    private AssetLibrary library;

    @BeforeEach
    void open() throws IOException {
        Files.write(folder.resolve("crate.glb"), SampleModels.all().get("models/crate.glb"));
        Files.write(folder.resolve("broken.glb"), new byte[] {1, 2, 3});
        library = new AssetLibrary(folder);
    }

    @AfterEach
    void close() {
        library.close();
    }

    private Solids solids(Studio studio) {
        var solids = new Solids(library, studio.scene.snapshot());
        library.onLoaded(solids::assetLoaded);
        library.settled().join();
        return solids;
    }

    private static Studio crate(String src, String masks) {
        return Studio.of("crate at 8 1 8 GltfContainer={\"src\":\"%s\"%s}".formatted(src, masks));
    }

    /** The nodes of a crate that a ray of some layers meets. */
    private void check(List<String> expected, int layers, String masks) {
        var reach = new Solids.Reach(100, layers, true);
        var met = solids(crate("crate.glb", masks)).along(ABOVE, DOWN, reach);
        assertEquals(expected, met.stream().map(Solids.Contact::mesh).sorted().toList());
    }

    @Test
    void whatIsNotSeenIsSolid() {
        check(List.of("Crate_collider"), 3, "");
    }

    @Test
    void whatIsSeenMayBeSolidToo() {
        check(List.of("Crate"), 256, ",\"visibleMeshesCollisionMask\":256");
    }

    @Test
    void whatIsNotSeenNeedNotBeSolid() {
        check(List.of(), 0xffff, ",\"invisibleMeshesCollisionMask\":0");
    }

    @Test
    void bothMayBeSolid() {
        check(List.of("Crate", "Crate_collider"), 3, ",\"visibleMeshesCollisionMask\":1");
    }

    @Test
    void aModelIsMetOnceItIsLoaded() {
        var studio = crate("crate.glb", "");
        var solids = new Solids(library, studio.scene.snapshot());
        assertEquals(List.of(), solids.along(ABOVE, DOWN, new Solids.Reach(0, 3, true)));
        library.onLoaded(solids::assetLoaded);
        library.settled().join();
        solids.assetLoaded(AssetSource.of("crate.glb"));
        assertEquals(1, solids.along(ABOVE, DOWN, new Solids.Reach(100, 3, true)).size());
    }

    @Test
    void aModelTellsHowFarItIs() {
        var studio = crate("crate.glb", "");
        var solids = solids(studio);
        assertInstanceOf(Loading.Ready.class, solids.model(studio.entity("crate")));
    }

    @Test
    void aModelThatIsBrokenSaysSo() {
        var studio = crate("broken.glb", "");
        assertInstanceOf(Loading.Failed.class, solids(studio).model(studio.entity("crate")));
    }

    @Test
    void aModelThatIsMissingSaysSo() {
        var studio = crate("missing.glb", "");
        assertInstanceOf(Loading.Missing.class, solids(studio).model(studio.entity("crate")));
    }
}
