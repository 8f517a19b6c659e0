// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A scene of models on a square, no two of which have a file or the file of a picture in common;
 * the same for the same number.
 */
record ManyModels(int count) {
    /** How many models have pictures that differ in more than the bytes behind their end. */
    private static final int DIFFERENT = 12;

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
        var pictures = new ArrayList<List<byte[]>>();
        for (int i = 0; i < Math.min(count, DIFFERENT); i++) {
            pictures.add(BenchModel.small(i).pictures());
        }
        for (int i = 0; i < count; i++) {
            var own = new ArrayList<byte[]>();
            for (var picture : pictures.get(i % DIFFERENT)) {
                own.add(marked(picture, i));
            }
            var file = folder.resolve("assets/model" + i + ".glb");
            Files.write(file, BenchModel.small(i).glb(own));
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

    /** The same picture as another file. */
    private static byte[] marked(byte[] picture, int number) {
        return ByteBuffer.allocate(picture.length + Integer.BYTES)
                .put(picture)
                .putInt(number)
                .array();
    }
}
