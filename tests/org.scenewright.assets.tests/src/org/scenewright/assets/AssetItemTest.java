// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Placement;
import org.scenewright.scene.Pose;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneItem;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.SchemaException;

import java.util.HashMap;
import java.util.List;
import java.util.Optional;

class AssetItemTest {
    private static CatalogAsset asset(String composite, String... files) {
        var contents = new HashMap<String, AssetHash>();
        for (var file : files) {
            contents.put(file, new AssetHash("hash"));
        }
        var about = new CatalogAsset.About("It", "", List.of(), "", "", "");
        return new CatalogAsset("id", "Pack", about, composite, Optional.empty(), contents);
    }

    private static String components(SceneItem item) {
        return String.join(" ", item.parts().stream().map(SceneItem.Part::component).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "a.GLB, core::GltfContainer",
        "a.gltf, core::GltfContainer",
        "a.png, core::Transform core::MeshRenderer core::Material",
        "a.mp3, core::AudioSource",
        "a.mp4, core::VideoPlayer core::Transform core::MeshRenderer core::Material"
    })
    void aFileBecomesWhatShowsIt(String file, String components) {
        assertEquals(components, components(AssetItem.of(asset("", file, "thumbnail.png"))));
    }

    @Test
    void aModelComesBeforeItsPictures() {
        var item = AssetItem.of(asset("", "a.png", "m.glb"));
        assertEquals(
                "{assetPath}/m.glb",
                item.parts().getFirst().values().firstEntry().getValue().text("src", ""));
    }

    @Test
    void aCompositeComesBeforeAll() {
        var composite = PLAYER.replace("%s", "{assetPath}/v.mp4");
        assertEquals("core::VideoPlayer", components(AssetItem.of(asset(composite, "m.glb"))));
    }

    @Test
    void whatHasNothingToShowIsNotPlaced() {
        var asset = asset("", "thumbnail.png", "readme.txt");
        assertEquals(
                "there is nothing in it to be placed",
                assertThrows(SchemaException.class, () -> AssetItem.of(asset)).getMessage());
    }

    private static final String PLAYER =
            "{\"components\":[{\"name\":\"core::VideoPlayer\",\"data\":{\"0\":"
                    + "{\"json\":{\"src\":\"%s\"}}}}]}";

    private static SceneSnapshot placed(String src) {
        var scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));
        var owner = Optional.of(new Placement.Asset("id", "Pack", false));
        var placement =
                new Placement("It", "assets/Packs/it", Pose.IDENTITY, Edit.Place.TOP, owner);
        var item = SceneItem.parse(PLAYER.replace("%s", src));
        scene.apply(new Edit.Instance(item, placement), Origin.USER);
        return scene.snapshot();
    }

    @Test
    void filesOfBoundFieldsAreFound() {
        assertEquals(
                List.of(
                        new BoundFile(
                                new Entity(512),
                                "core::VideoPlayer.src",
                                "assets/Packs/it/sub/v.mp4",
                                "id")),
                BoundFile.in(placed("{assetPath}/sub/v.mp4")));
    }

    @Test
    void whatIsBoundToNothingIsNone() {
        assertEquals(List.of(), BoundFile.in(placed("elsewhere.mp4")));
    }

    @ParameterizedTest
    @CsvSource({
        "assets/Packs/it/sub/v.mp4, assets/Packs/it",
        "assets/Packs/it/SUB/V.mp4, assets/Packs/it",
        "x/w.mp4, x",
        "sub/v.mp4, sub",
        "w.mp4,",
        "other.mp4,",
        "../w.mp4,"
    })
    void theFolderStandsBeforeThePathInTheAsset(String path, String folder) {
        var file = new BoundFile(new Entity(512), "f", path, "id");
        assertEquals(
                Optional.ofNullable(folder), file.folder(asset("", "sub/v.mp4", "v.mp4", "w.mp4")));
    }
}
