// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Posture;
import org.scenewright.scene.Pose;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A flower that is solid: its vane points to -X at rest, and the other way after two seconds. */
class MovingSolidsTest {
    @TempDir Path folder;
    private final Studio studio =
            Studio.of(
                    "one at 8 0 8"
                            + " GltfContainer={\"src\":\"flower.glb\","
                            + "\"visibleMeshesCollisionMask\":2}");
    private AssetLibrary library;
    private Solids solids;

    @BeforeEach
    void open() throws IOException {
        Files.write(folder.resolve("flower.glb"), SampleRig.glb());
        library = new AssetLibrary(folder);
        solids = new Solids(library, studio.scene.snapshot());
        library.onLoaded(solids::assetLoaded);
        library.settled().join();
    }

    @AfterEach
    void close() {
        library.close();
    }

    private void spin(float seconds) {
        var playing = new Posture.Playing(1, seconds, 1);
        solids.pose(Map.of(studio.entity("one"), new Posture(List.of(playing))));
    }

    /** What is met on the way down at a distance from the stem. */
    private void check(double x, String... expected) {
        var met =
                solids.along(
                        new Pose.Vec(8 + x, 10, 8),
                        new Pose.Vec(0, -1, 0),
                        new Solids.Reach(100, 2, true));
        assertEquals(List.of(expected), met.stream().map(Solids.Contact::mesh).toList());
    }

    @Test
    void atRestItIsWhereItIs() {
        check(-0.6, "Vane");
        check(0.6);
    }

    @Test
    void whatClipsMoveIsMetWhereItIs() {
        spin(2);
        check(-0.6);
        check(0.6, "Vane");
    }

    @Test
    void itGoesOnAndComesToRest() {
        spin(2);
        check(0.6, "Vane");
        spin(4);
        check(-0.6, "Vane");
        spin(2);
        solids.pose(Map.of());
        check(-0.6, "Vane");
        check(0.6);
    }
}
