// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scenewright.testing.OfficialSdk;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** Custom items that go to and fro between us and the host of the official editor. */
class OfficialCustomTest {
    private static final String COMPOSITE =
            "{\"version\":1,\"components\":[{\"name\":\"core::GltfContainer\",\"data\":{\"0\":"
                    + "{\"json\":{\"src\":\"{assetPath}/a.glb\"}}}}]}";

    @TempDir Path project = Path.of("");

    private Optional<OfficialSdk> sdk = Optional.empty();

    @BeforeEach
    void aProjectThatTheEditorOpens() throws Exception {
        sdk = OfficialSdk.fetched();
        assumeTrue(sdk.isPresent(), "the official packages were not fetched");
        Files.writeString(
                project.resolve("scene.json"),
                "{\"scene\":{\"parcels\":[\"0,0\"],\"base\":\"0,0\"}}");
        var composite = project.resolve("assets/scene/main.composite");
        Files.createDirectories(project.resolve("assets/scene"));
        Files.writeString(composite, "{\"version\":1,\"components\":[]}");
        Files.writeString(project.resolve("assets/a.glb"), "glb");
    }

    private String ask(String... words) throws Exception {
        return sdk.orElseThrow().ask("custom.cjs", project, List.of(words)).strip();
    }

    private Path custom() {
        return project.resolve(CustomFolder.NAME);
    }

    private List<CatalogAsset> ours() throws Exception {
        return new CustomFolder(custom())
                .catalog().packs().stream().flatMap(pack -> pack.assets().stream()).toList();
    }

    @Test
    void theOfficialEditorReadsOurs() throws Exception {
        var files = new LinkedHashMap<String, Content>();
        files.put("sub/a.glb", new ProjectFile(project.resolve("assets/a.glb")));
        var picture = Optional.of("PNG".getBytes(StandardCharsets.UTF_8));
        new CustomItem("My Chair", COMPOSITE, picture, files).write(custom());
        assertEquals(
                "[{\"id\":\""
                        + ours().getFirst().id()
                        + "\",\"name\":\"My"
                        + " Chair\",\"category\":\"custom\",\"tags\":[],\"composite\":"
                        + COMPOSITE
                        + ",\"resources\":[\"custom/my_chair/sub/a.glb\"],"
                        + "\"thumbnail\":\"data:image/png;base64,UE5H\"}]",
                ask("list"));
    }

    @Test
    void weReadThoseOfTheOfficialEditor() throws Exception {
        ask("create", "Old Table", COMPOSITE, "assets/a.glb");
        var asset = ours().getFirst();
        assertEquals("Old Table", asset.about().name());
        assertEquals(COMPOSITE, asset.composite().replaceAll("\\s", ""));
        assertEquals(List.of("a.glb"), List.copyOf(asset.contents().keySet()));
        assertEquals(
                Optional.of(custom().resolve("old_table")), new CustomFolder(custom()).find(asset));
    }

    @Test
    void bothCallFoldersTheSame() throws Exception {
        ask("create", "A -- Chair!", COMPOSITE);
        var ours =
                new CustomItem("A -- Chair!", COMPOSITE, Optional.empty(), new LinkedHashMap<>());
        assertEquals(custom().resolve("a_chair_2"), ours.write(custom()));
    }
}
