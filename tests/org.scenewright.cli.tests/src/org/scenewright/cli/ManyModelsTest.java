// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetBindings;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.Bitmap;
import org.scenewright.crdt.Entity;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;

class ManyModelsTest {
    private static final int COUNT = 14;

    @Test
    void everyModelIsWholeAndHasPicturesOfItsOwn(@TempDir Path folder) throws IOException {
        new ManyModels(COUNT).write(folder);
        var scene = SceneFolder.of(folder).open();
        assertEquals(List.of(), scene.problems());
        var pictures = new HashSet<Bitmap>();
        try (var library = new AssetLibrary(folder)) {
            for (int i = 0; i < COUNT; i++) {
                var entity = Entity.of(512 + i, 0);
                var source = AssetBindings.source(scene.snapshot(), entity, "core::GltfContainer");
                library.model(source);
                library.settled().join();
                var model = library.model(source).ready().orElseThrow();
                assertEquals(BenchModel.SMALL_TRIANGLES, model.triangles());
                assertEquals(List.of(), model.warnings());
                var maps = model.parts().getFirst().material().maps();
                pictures.add(maps.base().orElseThrow().bitmap());
                pictures.add(maps.normal().orElseThrow().bitmap());
                pictures.add(maps.metallicRoughness().orElseThrow().bitmap());
            }
        }
        assertEquals(3 * COUNT, pictures.size());
    }
}
