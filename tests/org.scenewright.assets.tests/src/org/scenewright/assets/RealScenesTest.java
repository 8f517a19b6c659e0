// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Scenes that other people made, where a checkout has them beside it, and our own. */
class RealScenesTest {

    @TestFactory
    Stream<DynamicTest> everyModelAndPictureLoads() throws IOException {
        return scenes().map(
                        scene ->
                                DynamicTest.dynamicTest(
                                        scene.getFileName().toString(), () -> check(scene)));
    }

    private static void check(Path scene) throws IOException {
        try (var library = new AssetLibrary(scene)) {
            var files = files(scene);
            files.forEach(file -> ask(library, file));
            library.settled().join();
            files.forEach(file -> assertInstanceOf(Loading.Ready.class, ask(library, file), file));
            files.stream()
                    .filter(RealScenesTest::isModel)
                    .forEach(file -> checkModel(library, file));
        }
    }

    private static void checkModel(AssetLibrary library, String file) {
        var model = library.model(AssetSource.of(file)).ready().orElseThrow();
        assertTrue(model.parts().size() > 0, file + " has no parts");
        assertFalse(model.bounds().isEmpty(), file + " has no size");
    }

    private static Loading<?> ask(AssetLibrary library, String file) {
        return isModel(file)
                ? library.model(AssetSource.of(file))
                : library.picture(AssetSource.of(file));
    }

    private static boolean isModel(String file) {
        var name = file.toLowerCase(Locale.ROOT);
        return name.endsWith(".glb") || name.endsWith(".gltf");
    }

    private static List<String> files(Path scene) throws IOException {
        try (var all = Files.walk(scene)) {
            return all.map(file -> scene.relativize(file).toString())
                    .filter(file -> isModel(file) || file.toLowerCase(Locale.ROOT).endsWith(".png"))
                    .toList();
        }
    }

    private static Stream<Path> scenes() throws IOException {
        return Stream.concat(
                scenes(root().resolve("tests/scenes")), scenes(root().resolve("../shared/scenes")));
    }

    private static Stream<Path> scenes(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return Stream.empty();
        }
        try (var children = Files.list(directory)) {
            return children.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    /** The top of the checkout, wherever tests are run from. */
    static Path root() {
        var at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("tests/org.scenewright.testing"))) {
            at = at.getParent();
        }
        return at;
    }
}
