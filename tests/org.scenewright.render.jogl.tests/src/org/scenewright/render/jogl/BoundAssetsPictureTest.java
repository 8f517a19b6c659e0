// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Matrix4f;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.ContentStore;
import org.scenewright.content.MappedContent;
import org.scenewright.testing.GoldenImage;
import org.scenewright.testing.SampleCrates;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assets whose files have equal paths, and whose pictures differ. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BoundAssetsPictureTest {
    private static final Quality SETTLED = new Quality(4, 1);

    private final JoglDevice device = JoglDevice.open();
    private final AssetCatalog catalog = new AssetCatalog();
    private AssetLibrary library;

    /** Content by its name. */
    private record Shelf(Map<String, byte[]> stored) implements ContentStore {
        @Override
        public String base() {
            return "shelf:";
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            return Optional.ofNullable(stored.get(hash.text()))
                    .orElseThrow(() -> new FileNotFoundException("There is no " + hash + "."));
        }
    }

    @BeforeAll
    void open(@TempDir Path folder) {
        library = new AssetLibrary(folder, catalog);
    }

    @AfterAll
    void close() {
        library.close();
        device.close();
    }

    private void put(String id, String picture) {
        var shelf =
                new Shelf(
                        Map.of(
                                "crate", SampleCrates.model(),
                                "boards", SampleCrates.boards(),
                                "cloth", SampleCrates.cloth()));
        var mapping =
                Map.of(
                        "crate.glb",
                        new AssetHash("crate"),
                        SampleCrates.PICTURE,
                        new AssetHash(picture));
        var about = new CatalogAsset.About(id, "", List.of(), "", "", "");
        var asset = new CatalogAsset(id, "Crates", about, "", Optional.empty(), mapping);
        catalog.put(new AssetCatalog.Entry(asset, new MappedContent(id, shelf, mapping)));
    }

    private void check(String golden) {
        var sketch = new Sketch(256, 160).before(Sketch.LIGHT).from(0.6f, 1.7f, -3).to(0, 0.4f, 0);
        add(sketch, "left", -0.8f);
        add(sketch, "right", 0.8f);
        device.render(sketch.list(), SETTLED);
        var picture = Picture.whole(device, sketch.list(), SETTLED);
        new GoldenImage(BoundAssetsPictureTest.class, golden).check(picture.image());
    }

    private void add(Sketch sketch, String id, float x) {
        var source = new AssetSource(id, "assets/asset-packs/crate/crate.glb");
        library.model(source);
        library.settled().join();
        for (var part : library.model(source).ready().orElseThrow().parts()) {
            var place = new Matrix4f().translation(x, 0, 0).rotateY(0.4f);
            sketch.opaque(Sketch.batch(part.mesh(), part.material(), place));
        }
    }

    @Test
    void equalPathsOfTwoAssetsLookOtherwise() {
        put("left", "boards");
        put("right", "cloth");
        check("crates");
        put("left", "cloth");
        put("right", "boards");
        check("crates-changed");
    }
}
