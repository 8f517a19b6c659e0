// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scenewright.content.AssetFile;
import org.scenewright.scene.Problem;
import org.scenewright.scene.Problem.Severity;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

@Timeout(60)
class AssetLibraryTest extends GltfFixture {
    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private AssetLibrary library;

    @BeforeEach
    void open() {
        library = new AssetLibrary(project);
        library.onLoaded(source -> told.add(source.path()));
        file.scene(node(triangle()));
    }

    @AfterEach
    void close() {
        library.close();
    }

    @Test
    void noPathIsNoAsset() {
        assertEquals(new Loading.None<Model>(), library.model(AssetSource.of("")));
        assertEquals(new Loading.None<Bitmap>(), library.picture(AssetSource.of("")));
        assertEquals(List.of(), library.problems());
    }

    @Test
    void loadsInTheBackgroundAndTells() {
        write("tree.glb", file.glb());
        library.model(AssetSource.of("tree.glb"));
        settle();
        assertEquals(1, loaded("tree.glb").triangles());
        assertEquals(List.of("tree.glb"), told);
    }

    @Test
    void loadsOncePerFileAndTellsEverySpellingThatWaits() {
        write("Models/Tree.glb", file.glb());
        var waiting = new TreeSet<String>();
        for (var path : List.of("models/tree.glb", "Models\\TREE.glb", "/models/tree.glb")) {
            if (library.model(AssetSource.of(path)) instanceof Loading.Pending<Model>) {
                waiting.add(path);
            }
        }
        settle();
        assertSame(loaded("models/tree.glb"), loaded("Models\\TREE.glb"));
        assertTrue(told.containsAll(waiting), told + " of " + waiting);
    }

    @Test
    void reportsWhatIsMissing() {
        checkProblem("gone.glb", Severity.ERROR, "The file gone.glb is missing.");
    }

    @Test
    void reportsWhatLeadsOutside() {
        checkProblem(
                "../../etc/passwd",
                Severity.ERROR,
                "The path ../../etc/passwd leads out of the project and is refused.");
    }

    @Test
    void reportsAddressesOfTheNetwork() {
        checkProblem(
                "https://example.org/a.glb",
                Severity.ERROR,
                "The address https://example.org/a.glb is not a file of the project.");
    }

    @Test
    void reportsWhatIsBrokenUnderItsRealName() {
        write("Broken.glb", new byte[] {1, 2, 3});
        library.model(AssetSource.of("broken.glb"));
        settle();
        assertEquals("Broken.glb", library.problems().getFirst().file());
    }

    @Test
    void warnsOfWhatIsLost() {
        node(triangle("mode", 1));
        file.entry("scenes", 0).put("nodes", List.of(0, 1));
        write("lines.glb", file.glb());
        checkProblem(
                "lines.glb",
                Severity.WARNING,
                "Mesh 1, part 0 (): it consists of points or lines, which are not shown");
        assertEquals(1, loaded("lines.glb").parts().size());
    }

    private void checkProblem(String path, Severity severity, String message) {
        library.model(AssetSource.of(path));
        settle();
        assertEquals(List.of(new Problem(severity, path, "", "", 0, message)), library.problems());
    }

    @Test
    void aPictureThatIsMissingSaysSo() {
        library.picture(AssetSource.of("gone.png"));
        settle();
        assertInstanceOf(Loading.Missing.class, library.picture(AssetSource.of("gone.png")));
    }

    @Test
    void forgettingReadsAgain() {
        write("tree.glb", file.glb());
        var first = reloaded("tree.glb");
        assertSame(first, loaded("tree.glb"));
        library.forget("Tree.GLB");
        assertNotSame(first, reloaded("tree.glb"));
        assertEquals(List.of("tree.glb", "tree.glb", "tree.glb"), told);
    }

    @Test
    void aFileThatAppearsIsFoundWhenItWasForgotten() {
        library.model(AssetSource.of("tree.glb"));
        settle();
        write("tree.glb", file.glb());
        library.forget("tree.glb");
        assertEquals(1, reloaded("tree.glb").triangles());
        assertEquals(List.of(), library.problems());
    }

    @Test
    void forgettingAPictureForgetsTheModelsThatShowIt() {
        write("models/house.glb", textured("../images/wall.png"));
        write("Images/Wall.png", png(1, 1, 0xFF0000));
        assertEquals((byte) 0xFF, wall().rgba()[0]);
        write("Images/Wall.png", png(1, 1, 0x00FF00));
        library.forget("images/wall.png");
        assertEquals((byte) 0, wall().rgba()[0]);
    }

    private Bitmap wall() {
        return reloaded("models/house.glb")
                .parts()
                .getFirst()
                .material()
                .maps()
                .base()
                .orElseThrow()
                .bitmap();
    }

    @Test
    void forgettingOtherFilesKeepsWhatIsLoaded() {
        write("tree.glb", file.glb());
        var model = reloaded("tree.glb");
        library.forget("house.glb");
        assertSame(model, loaded("tree.glb"));
    }

    @Test
    void theFilesOfWhatIsLoadedAreAsTheyAre() throws IOException {
        write("models/house.glb", textured("../images/wall.png"));
        write("Images/Wall.png", png(1, 1, 0xFF0000));
        reloaded("models/house.glb");
        assertEquals(Set.of("models/house.glb", "images/wall.png"), library.files().keySet());
        var wall = library.files().get("images/wall.png");
        assertEquals("Images/Wall.png", wall.path());
        Files.delete(project.resolve("Images/Wall.png"));
        assertEquals(
                new AssetFile("images/wall.png", -1, 0), library.files().get("images/wall.png"));
        assertEquals(wall, library.seen().get("images/wall.png"));
    }

    @Test
    void modelsShareEqualPictures() {
        write("a/wall.png", png(2, 2, 0x336699));
        write("b/wall.png", png(2, 2, 0x336699));
        library.picture(AssetSource.of("a/wall.png"));
        library.picture(AssetSource.of("b/wall.png"));
        settle();
        assertSame(
                library.picture(AssetSource.of("a/wall.png")).ready().orElseThrow(),
                library.picture(AssetSource.of("b/wall.png")).ready().orElseThrow());
    }

    @Test
    void nothingPendingIsSettledAtOnce() {
        assertTrue(library.settled().isDone());
    }

    @Test
    void aClosedListenerHearsNothing() {
        var more = new ArrayList<String>();
        library.onLoaded(source -> more.add(source.path())).close();
        library.model(AssetSource.of("gone.glb"));
        settle();
        assertEquals(List.of(), more);
    }

    @Test
    void closingSettles() {
        for (int i = 0; i < 500; i++) {
            library.model(AssetSource.of("gone" + i + ".glb"));
        }
        var settled = library.settled();
        library.close();
        settled.orTimeout(30, TimeUnit.SECONDS).join();
        assertInstanceOf(Loading.Pending.class, library.model(AssetSource.of("late.glb")));
        assertTrue(library.settled().isDone());
    }

    @Test
    void manyThreadsAskForOneModel() {
        write("tree.glb", file.glb());
        var models =
                java.util.stream.IntStream.range(0, 64)
                        .parallel()
                        .mapToObj(
                                i -> {
                                    library.model(AssetSource.of("tree.glb"));
                                    settle();
                                    return loaded("tree.glb");
                                })
                        .distinct()
                        .toList();
        assertEquals(1, models.size());
    }

    private byte[] textured(String uri) {
        int image = file.add("images", ordered("uri", uri));
        var base =
                ordered(
                        "baseColorTexture",
                        ordered("index", file.add("textures", ordered("source", image))));
        int material = file.add("materials", ordered("pbrMetallicRoughness", base));
        file.entry("scenes", 0).put("nodes", List.of(node(triangle("material", material))));
        return file.glb();
    }

    private Model reloaded(String path) {
        library.model(AssetSource.of(path));
        settle();
        return loaded(path);
    }

    private Model loaded(String path) {
        return library.model(AssetSource.of(path))
                .ready()
                .orElseThrow(() -> new AssertionError(library.model(AssetSource.of(path))));
    }

    private void settle() {
        library.settled().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
