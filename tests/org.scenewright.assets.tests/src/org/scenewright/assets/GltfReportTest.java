// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.scenewright.scene.Problem;
import org.scenewright.testing.SampleModels;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

/** What is said about models that could be better. */
class GltfReportTest extends GltfFixture {

    @ParameterizedTest
    @MethodSource("samples")
    void thereIsNothingToSayAboutTheModelsOfTheSample(String name) {
        assertEquals(List.of(), read(SampleModels.all().get(name)).warnings());
    }

    static Stream<String> samples() {
        return SampleModels.all().keySet().stream().filter(name -> name.endsWith(".glb"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | It is 200 m large, and a parcel is 16 m wide; was it made in other units?",
                "0.004 | It is only 0.40 cm large; was it made in other units?"
            })
    void aSuspiciousSizeIsTold(float size, String expected) {
        file.scene(node(grid(2, true), "scale", List.of(size, size, size)));
        check(expected);
    }

    @ParameterizedTest
    @CsvSource({"0.02", "1", "99"})
    void aUsualSizeIsNot(float size) {
        file.scene(node(grid(2, true), "scale", List.of(size, size, size)));
        check();
    }

    @Test
    void nodesThatAreScaledToNothingAreTold() {
        file.scene(
                node(grid(2, true)),
                node(grid(2, true), "name", "sail", "scale", List.of(0, 0, 1)));
        check("It has nodes that are scaled to nothing: sail.");
    }

    @Test
    void missingNormalsOfSmoothSurfacesAreTold() {
        file.scene(node(grid(6, true)), node(grid(6, false)), node(grid(6, false)));
        check("2 of its 3 parts have no normals, so every triangle is flat.");
    }

    @Test
    void missingNormalsOfAFewTrianglesAreMeant() {
        file.scene(node(grid(2, false)));
        check();
    }

    @Test
    void trianglesWithoutAreaAreTold() {
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < 50; i++) {
            indices.addAll(i < 10 ? List.of(0, 1, 1) : List.of(0, 1, 2));
        }
        file.scene(node(mesh(ordered(), indices.stream().mapToInt(i -> i).toArray())));
        check("10 of its 50 triangles have no area.");
    }

    @Test
    void tooManyMaterialsAreTold() {
        var primitives = new ArrayList<Object>();
        var attributes = attributes();
        for (int i = 0; i < 21; i++) {
            int material = file.add("materials", Map.of("name", "m" + i));
            primitives.add(ordered("attributes", attributes, "material", material));
        }
        file.scene(node(file.add("meshes", ordered("primitives", primitives))));
        check("It has 21 materials; a whole scene of one parcel may have 20.");
    }

    @Test
    void picturesThatAreTooLargeAreTold() {
        textured(10, noise(2048, 16, 1));
        check(
                "It has a picture larger than the 1024 x 1024 pixels that Decentraland shows:"
                        + " number 0 (2048 x 16).");
    }

    @Test
    void sidesThatAreNoPowersOfTwoAreTold() {
        textured(10, noise(100, 128, 1), noise(300, 300, 2), noise(128, 128, 3));
        check(
                "It has 2 pictures with sides that are no powers of two, which Decentraland scales:"
                        + " number 0 (100 x 128), number 1 (300 x 300).");
    }

    @Test
    void aPictureOfOneColourIsTold() {
        textured(10, png(256, 256, 0x336699));
        check(
                "It has a picture of one colour, for which the material's factor would do: number 0"
                        + " (256 x 256).");
    }

    @Test
    void equalPicturesAreTold() {
        textured(10, noise(128, 128, 1), noise(128, 128, 2), noise(128, 128, 1));
        check("It holds 1 of its pictures more than once: number 2 (128 x 128).");
    }

    @Test
    void moreThanThreePicturesAreCounted() {
        textured(
                10,
                noise(80, 80, 1),
                noise(80, 80, 2),
                noise(80, 80, 3),
                noise(80, 80, 4),
                noise(80, 80, 5));
        check(
                "It has 5 pictures with sides that are no powers of two, which Decentraland scales:"
                    + " number 0 (80 x 80), number 1 (80 x 80), number 2 (80 x 80) and 2 more.");
    }

    @Test
    void aPictureThatIsLargerThanWhatItCoversIsTold() {
        textured(0.1f, noise(1024, 1024, 1));
        check(
                "Its picture number 0 has 1024 x 1024 pixels, 10240 for each metre that it covers;"
                        + " 128 x 128 would do.");
    }

    /** Each of 60,000 nodes shows 200,000 triangles: measured one by one that takes minutes. */
    @Test
    void aMeshIsMeasuredOnceHoweverManyNodesShowIt() {
        int corners = file.shorts("SCALAR", IntStream.range(0, 600_000).map(i -> i % 3).toArray());
        var attributes = attributes();
        attributes.put("TEXCOORD_0", file.floats("VEC2", 0, 0, 1, 0, 0, 1));
        int material = material(noise(128, 128, 1));
        int mesh =
                file.mesh(
                        ordered(
                                "attributes",
                                attributes,
                                "indices",
                                corners,
                                "material",
                                material));
        var nodes = IntStream.range(0, 60_000).mapToObj(i -> node(mesh)).toArray(Integer[]::new);
        file.scene(nodes);
        assertTimeout(Duration.ofSeconds(60), () -> check());
    }

    @Test
    void aPictureOfTheProjectThatIsTooLargeIsTold() {
        write("wall.png", noise(1025, 8, 1));
        try (var library = new AssetLibrary(project)) {
            library.picture(AssetSource.of("wall.png"));
            library.settled().join();
            assertEquals(
                    List.of("It has 1025 x 8 pixels; Decentraland shows 1024 x 1024."),
                    library.problems().stream().map(Problem::message).toList());
        }
    }

    @Test
    void aPictureWithoutCoordinatesIsTold() {
        int material = material(noise(128, 128, 1));
        file.scene(node(triangle("material", material)));
        check("1 of its parts have a picture, but no texture coordinates.");
    }

    @Test
    void bytesThatNothingUsesAreTold() {
        file.floats("VEC3", new float[30_000]);
        file.scene(node(grid(2, true)));
        check("117.2 KB of its 117.3 KB are used by nothing that is shown.");
    }

    @Test
    void fewBytesThatNothingUsesAreNot() {
        file.floats("VEC3", new float[300]);
        file.scene(node(grid(2, true)));
        check();
    }

    @Test
    void whatIsBrokenIsAFaultAndWhatIsMerelyUnusualIsNot() {
        int bad = triangle();
        file.entry("bufferViews", 0).put("byteLength", 1);
        file.scene(node(bad), node(grid(2, true), "scale", List.of(200, 200, 200)));
        var reading = read(file.glb());
        assertEquals(2, reading.warnings().size(), reading.warnings().toString());
        assertEquals(Set.of(reading.warnings().getFirst()), reading.faults());
    }

    private void check(String... expected) {
        assertEquals(List.of(expected), read(file.glb()).warnings());
    }

    /** Squares of one metre between so many corners a side. */
    private int grid(int side, boolean isSmooth) {
        var positions = new float[side * side * 3];
        var indices = new ArrayList<Integer>();
        for (int i = 0; i < side * side; i++) {
            positions[i * 3] = (float) (i % side) / (side - 1);
            positions[i * 3 + 2] = (float) (i / side) / (side - 1);
            if (i % side + 1 < side && i / side + 1 < side) {
                indices.addAll(List.of(i, i + side, i + 1, i + 1, i + side, i + side + 1));
            }
        }
        var attributes = ordered("POSITION", file.floats("VEC3", positions));
        if (isSmooth) {
            attributes.put("NORMAL", file.floats("VEC3", ups(side * side)));
        }
        int corners = file.shorts("SCALAR", indices.stream().mapToInt(i -> i).toArray());
        return file.mesh(ordered("attributes", attributes, "indices", corners));
    }

    private static float[] ups(int count) {
        var ups = new float[count * 3];
        for (int i = 1; i < ups.length; i += 3) {
            ups[i] = 1;
        }
        return ups;
    }

    private Map<String, Object> attributes() {
        return ordered(
                "POSITION", file.floats("VEC3", TRIANGLE),
                "NORMAL", file.floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1));
    }

    private int mesh(Map<String, Object> more, int... indices) {
        var attributes = attributes();
        attributes.putAll(more);
        return file.mesh(
                ordered("attributes", attributes, "indices", file.shorts("SCALAR", indices)));
    }

    /** Triangles of so many metres, each half covered by a picture. */
    private void textured(float size, byte[]... pictures) {
        var nodes = new ArrayList<Integer>();
        for (var picture : pictures) {
            var attributes = attributes();
            attributes.put("TEXCOORD_0", file.floats("VEC2", 0, 0, 1, 0, 0, 1));
            int mesh = file.mesh(ordered("attributes", attributes, "material", material(picture)));
            nodes.add(node(mesh, "scale", List.of(size, size, size)));
        }
        file.scene(nodes.toArray(Integer[]::new));
    }

    private int material(byte[] picture) {
        var info = Map.of("index", file.texture(picture, "image/png"));
        return file.add(
                "materials", Map.of("pbrMetallicRoughness", Map.of("baseColorTexture", info)));
    }

    private static byte[] noise(int width, int height, int seed) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        IntStream.range(0, width * height)
                .forEach(i -> image.setRGB(i % width, i / width, (i * seed & 0xFF) * 0x010101));
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
