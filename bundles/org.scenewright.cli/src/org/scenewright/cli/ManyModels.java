// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A scene of models on a square, no two of which have a file or a picture in common. */
record ManyModels(int count) {
    /** Metres from one to the next; each is 16 wide. */
    static final int SPACING = 20;

    void write(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("assets/scene"));
        Files.writeString(
                folder.resolve("scene.json"),
                "{\"display\":{\"title\":\"Models\"},\"scene\":{\"base\":\"0,0\",\"parcels\":[\"0,0\"]}}");
        Files.writeString(
                folder.resolve("assets/scene/main.composite"),
                """
                {"version":1,"components":[
                  {"name":"core::Transform","data":{%s}},
                  {"name":"core::GltfContainer","data":{%s}}]}\
                """
                        .formatted(each(this::place), each(this::model)));
        try {
            IntStream.range(0, count).parallel().forEach(i -> writeModel(folder, i));
        } catch (UncheckedIOException failure) {
            throw failure.getCause();
        }
    }

    /** Metres along each side of the square. */
    int side() {
        return columns() * SPACING;
    }

    private int columns() {
        return (int) Math.ceil(Math.sqrt(count));
    }

    private interface Part {
        String of(int number);
    }

    private String each(Part part) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"%d\":{\"json\":{%s}}".formatted(512 + i, part.of(i)))
                .collect(Collectors.joining(",\n"));
    }

    private String place(int number) {
        return "\"position\":{\"x\":%d,\"y\":0,\"z\":%d}"
                .formatted(number % columns() * SPACING, number / columns() * SPACING);
    }

    private String model(int number) {
        return "\"src\":\"assets/model%d.glb\"".formatted(number);
    }

    private static void writeModel(Path folder, int number) {
        try {
            var file = folder.resolve("assets/model" + number + ".glb");
            Files.write(file, BenchModel.small(number).glb());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
