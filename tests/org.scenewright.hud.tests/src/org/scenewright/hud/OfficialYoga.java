// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official layout that {@code releng/test} fetches, and a Node that runs it.
 *
 * @param home the folder with the package
 * @param node the program
 */
record OfficialYoga(Path home, Path node) {

    /** The one that was fetched for these tests. */
    static Optional<OfficialYoga> fetched() throws IOException {
        var cache =
                Optional.ofNullable(System.getenv("SCENEWRIGHT_CACHE"))
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".m2", "scenewright"));
        var node = first(cache, "peer-.*/node_modules/node-[^/]*/bin/node", 5);
        return first(cache, "yoga-[^/]*", 1)
                .flatMap(home -> node.map(program -> new OfficialYoga(home, program)));
    }

    private static Optional<Path> first(Path folder, String pattern, int depth) throws IOException {
        try (Stream<Path> below =
                Files.find(
                        folder,
                        depth,
                        (path, attributes) -> {
                            return folder.relativize(path).toString().matches(pattern);
                        })) {
            return below.findFirst();
        }
    }

    /** What it makes of trees, one to a line. */
    String layOut(String trees) throws Exception {
        var script = Files.readString(OfficialSdk.checkout("releng/yoga/layout.mjs"));
        var in = Files.createTempFile("trees", ".json");
        var out = Files.createTempFile("places", ".json");
        try {
            Files.writeString(in, trees);
            var process =
                    new ProcessBuilder(node.toString(), "--input-type=module", "-e", script)
                            .directory(home.toFile())
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            assertEquals(0, process.waitFor());
            return Files.readString(out);
        } finally {
            Files.delete(in);
            Files.delete(out);
        }
    }
}
