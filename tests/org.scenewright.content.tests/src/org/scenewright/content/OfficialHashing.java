// SPDX-License-Identifier: EPL-2.0
package org.scenewright.content;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.scenewright.testing.OfficialSdk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The official hashes that {@code releng/test} fetches, and a Node that computes them.
 *
 * @param home the folder with the package
 * @param node the program
 */
record OfficialHashing(Path home, Path node) {

    /** The one that was fetched for these tests. */
    static Optional<OfficialHashing> fetched() throws IOException {
        var cache =
                Optional.ofNullable(System.getenv("SCENEWRIGHT_CACHE"))
                        .map(Path::of)
                        .orElse(Path.of(System.getProperty("user.home"), ".m2", "scenewright"));
        var node = first(cache, "peer-.*/node_modules/node-[^/]*/bin/node", 5);
        return first(cache, "hashing-[^/]*", 1)
                .flatMap(home -> node.map(program -> new OfficialHashing(home, program)));
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

    /** The hash of each of some files. */
    List<String> hash(List<Path> files) throws Exception {
        var script = Files.readString(OfficialSdk.checkout("releng/hashing/hash.cjs"));
        var command = new ArrayList<>(List.of(node.toString(), "-e", script));
        files.forEach(file -> command.add(file.toString()));
        var process =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor());
        return out.lines().toList();
    }
}
