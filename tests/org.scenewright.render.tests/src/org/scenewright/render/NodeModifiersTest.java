// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scenewright.assets.AssetLibrary;
import org.scenewright.assets.AssetSource;
import org.scenewright.scene.Edit;
import org.scenewright.schema.ValueJson;
import org.scenewright.testing.SampleRig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A flower with a green stem and a red vane, whose nodes have other materials. */
class NodeModifiersTest {
    private static final String BLUE = material("'r':0,'g':0,'b':1,'a':1");
    private static final String WHITE = material("'r':1,'g':1,'b':1,'a':1");

    @TempDir Path folder;
    private AssetLibrary library;

    @BeforeEach
    void open() throws IOException {
        Files.write(folder.resolve("flower.glb"), SampleRig.glb());
        library = new AssetLibrary(folder);
        library.model(AssetSource.of("flower.glb"));
        library.settled().join();
    }

    @AfterEach
    void close() {
        library.close();
    }

    private static String material(String color) {
        return "'material':{'material':{'$case':'unlit','unlit':{'diffuseColor':{%s}}}}"
                .formatted(color);
    }

    private static String modifier(String path, String more) {
        return "{'path':'%s',%s}".formatted(path, more);
    }

    /** The colours of stem and vane, as letters. */
    private void check(String expected, String... modifiers) {
        var json = "{'modifiers':[%s]}".formatted(String.join(",", modifiers));
        var studio =
                Studio.of(
                        "one GltfContainer={'src':'flower.glb'} GltfNodeModifiers=%s"
                                .formatted(json)
                                .replace('\'', '"'));
        var looks = new Looks(new AssetUse(library));
        var pieces = looks.of(studio.scene.snapshot(), studio.entity("one"), false);
        assertEquals(expected, pieces.stream().map(NodeModifiersTest::color).toList().toString());
    }

    private static String color(Piece piece) {
        var base = piece.material().base();
        float[] c = {
            base.r() * piece.tint().r(), base.g() * piece.tint().g(), base.b() * piece.tint().b()
        };
        float most = Math.max(c[0], Math.max(c[1], c[2]));
        boolean isGrey = c[0] == c[1] && c[1] == c[2];
        return isGrey ? "white" : most == c[0] ? "red" : most == c[1] ? "green" : "blue";
    }

    @Test
    void withoutModifiersNothingIsOtherwise() {
        check("[green, red]");
    }

    @Test
    void anEmptyPathMeansAllNodes() {
        check("[blue, blue]", modifier("", BLUE));
    }

    @Test
    void whatFollowsAnEmptyPathDoesNotCount() {
        check("[blue, blue]", modifier("", BLUE), modifier("Stem", WHITE));
    }

    @Test
    void anEmptyPathCountsInTheFirstPlaceAlone() {
        check("[white, red]", modifier("Stem", WHITE), modifier("", BLUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hip/Chest/Vane", "Flower/Hip/Chest/Vane", "Chest/Vane"})
    void aPathMeansOneNode(String path) {
        check("[green, blue]", modifier(path, BLUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Scene/Stem", "Stem", "Flower/Stem"})
    void aPathMayBeginWithAnotherRoot(String path) {
        check("[blue, red]", modifier(path, BLUE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Flower", "Hip", "stem", "Vane/Stem/Leaf", "/", "Chest"})
    void aPathThatMeansNothingChangesNothing(String path) {
        check("[green, red]", modifier(path, BLUE));
    }

    @Test
    void manyNodesHaveTheirOwn() {
        check("[white, blue]", modifier("Stem", WHITE), modifier("Hip/Chest/Vane", BLUE));
    }

    @Test
    void shadowsAloneChangeNoMaterial() {
        check("[green, red]", modifier("", "'castShadows':false"));
        check("[green, red]", modifier("Stem", "'castShadows':true"));
    }

    @Test
    void theSceneShowsThemWhenTheyAreSet() {
        var studio = Studio.of("one GltfContainer={\"src\":\"flower.glb\"}");
        var view = new SceneView(library);
        view.reset(studio.scene.snapshot());
        var json = "{'modifiers':[%s]}".formatted(modifier("", BLUE)).replace('\'', '"');
        var put =
                new Edit.Put(
                        studio.entity("one"), "core::GltfNodeModifiers", ValueJson.parse(json));
        var changes = studio.apply(put);
        view.show(studio.scene.snapshot(), changes);
        var camera = new Camera();
        camera.home(view.bounds());
        camera.tick(1);
        var tints =
                view.draw(camera, 640, 480).opaque().stream()
                        .filter(batch -> batch.mesh().triangles() > 2)
                        .map(batch -> Arrays.toString(Arrays.copyOf(batch.tints(), 3)))
                        .distinct()
                        .toList();
        assertEquals(List.of("[0.0, 0.0, 1.0]"), tints);
    }
}
