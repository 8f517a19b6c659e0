// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.content.AssetCatalog;
import org.scenewright.content.AssetHash;
import org.scenewright.content.CatalogAsset;
import org.scenewright.content.ContentStore;
import org.scenewright.content.MappedContent;
import org.scenewright.testing.SampleCrates;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Crates that a scene binds to assets of the catalog, in the viewport of the real workbench. */
class BoundAssetsTest {
    private static final Pixels.Color RED = (r, g, b) -> r > 60 && g < r / 4 && b < r / 4;
    private static final Pixels.Color BLUE = (r, g, b) -> b > 60 && g < b / 4 && r < b / 4;
    private static final int MANY = 500;

    private final Robot robot = new Robot();
    private final AssetCatalog catalog = CatalogsFactory.of(PlatformUI.getWorkbench()).catalog();
    private OpenEditor open;

    private record Shelf() implements ContentStore {
        @Override
        public String base() {
            return "shelf:";
        }

        @Override
        public byte[] bytes(AssetHash hash, long most) throws IOException {
            return switch (hash.text()) {
                case "crate" -> SampleCrates.model();
                case "red" -> SampleCrates.plain(0xFF0000);
                case "blue" -> SampleCrates.plain(0x0000FF);
                default -> throw new FileNotFoundException("There is no " + hash + ".");
            };
        }
    }

    @BeforeEach
    void openAScene() {
        var catalogs = CatalogsFactory.of(PlatformUI.getWorkbench());
        robot.until("the packs are read", () -> catalogs.holdings().isComplete());
        var text =
                new SceneText()
                        .bound(512, "Left", "5, 0, 8", "test-left")
                        .bound(513, "Right", "11, 0, 8", "test-right");
        open = new OpenEditor(robot, text, "bound").ready();
    }

    @AfterEach
    void closeIt() {
        robot.letGo();
        open.close();
        catalog.remove("test-left");
        catalog.remove("test-right");
    }

    private void put(String id, String color) {
        var mapping =
                Map.of(
                        "crate.glb",
                        new AssetHash("crate"),
                        SampleCrates.PICTURE,
                        new AssetHash(color));
        var about = new CatalogAsset.About(id, "", List.of(), "", "", "");
        var asset = new CatalogAsset(id, "Crates", about, "", Optional.empty(), mapping);
        catalog.put(new AssetCatalog.Entry(asset, new MappedContent(id, new Shelf(), mapping)));
    }

    private boolean shows(Pixels.Color color) {
        return open.glimpse().of(color).size() > MANY;
    }

    @Test
    void whatComesLateTakesThePlaceOfItsPlaceholder() {
        assertTrue(!shows(RED) && !shows(BLUE));
        put("test-left", "red");
        robot.until("the left one is red", () -> shows(RED) && !shows(BLUE));
        put("test-right", "blue");
        robot.until("the right one is blue", () -> shows(RED) && shows(BLUE));
    }

    @Test
    void aMappingThatChangesChangesWhatIsSeen() {
        put("test-left", "red");
        robot.until("the left one is red", () -> shows(RED));
        int one = open.pixels().of(RED).size();
        put("test-right", "red");
        robot.until("both are red", () -> open.glimpse().of(RED).size() > one + MANY);
        int both = open.pixels().of(RED).size();
        put("test-right", "blue");
        robot.until("one of them is blue", () -> shows(BLUE));
        assertTrue(open.pixels().of(RED).size() < both - MANY);
        put("test-left", "blue");
        robot.until("both are blue", () -> !shows(RED));
        catalog.remove("test-left");
        robot.until("the left one is a placeholder", () -> open.pixels().of(BLUE).size() < both);
    }
}
