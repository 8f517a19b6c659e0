// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import org.scenewright.content.AssetCatalog;
import org.scenewright.content.ProjectFiles;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Takes any bytes for a glTF file; whatever comes of it is a sound model or a sentence. Streams of
 * Draco are left out, as the library that decodes them is not ours. It needs no test library, so
 * that a fuzzer can run it.
 */
public final class GltfFuzz {
    private static final Path FOLDER = folder();

    private GltfFuzz() {}

    /**
     * @throws AssertionError when something does not hold
     */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (new String(input, StandardCharsets.ISO_8859_1).contains("DRACO")) {
            return;
        }
        Files.write(FOLDER.resolve("model.glb"), input);
        var sources = new Sources(new ProjectFiles(FOLDER), new AssetCatalog());
        var workers = new Workers();
        try {
            check(
                    new GltfReader(sources, workers, new Pictures(new Workers()))
                            .read(AssetSource.of("model.glb")));
        } finally {
            workers.close();
        }
    }

    private static void check(Reading<Model> reading) {
        switch (reading.outcome()) {
            case Loading.Ready<Model>(var model) -> model.parts().forEach(GltfFuzz::check);
            case Loading.Failed<Model>(var reason, var size) ->
                    require(!reason.isBlank() && !size.isEmpty(), "a failure has words and a size");
            case Loading.Missing<Model> m -> throw new AssertionError("the file is there");
            case Loading.Pending<Model> p -> throw new AssertionError("it was read");
            case Loading.None<Model> n -> throw new AssertionError("it was named");
        }
    }

    private static void check(Model.Part part) {
        var mesh = part.mesh();
        int vertices = mesh.positions().length / 3;
        require(
                Arrays.stream(mesh.indices()).allMatch(i -> i >= 0 && i < vertices),
                "indices point to vertices");
        require(mesh.normals().length == vertices * 3, "every vertex has a normal");
        require(
                Matrices.isFinite(mesh.positions()) && Matrices.isFinite(part.transform()),
                "places are numbers");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new AssertionError("broken: " + rule);
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("scenewright-fuzz");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
