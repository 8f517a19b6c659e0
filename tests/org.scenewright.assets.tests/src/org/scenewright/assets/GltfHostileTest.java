// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What becomes of glTF files that lie, break off or want too much. */
class GltfHostileTest extends GltfFixture {

    @Test
    void aHeaderThatPromisesTooMuchFails() {
        file.scene(node(triangle()));
        checkFails(changed(8, file.glb().length + 4), "its header promises");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, 0, 12, 19})
    void aHeaderWithASillyLengthFails(int length) {
        file.scene(node(triangle()));
        checkFails(changed(8, length), "its header promises");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MAX_VALUE, 100_000})
    void aChunkThatPromisesTooMuchFails(int length) {
        file.scene(node(triangle()));
        checkFails(changed(12, length), "a chunk promises");
    }

    @Test
    void aFirstChunkThatIsNotJsonFails() {
        file.scene(node(triangle()));
        checkFails(changed(16, 0x004E4942), "its first chunk is not JSON");
    }

    @Test
    void anOldVersionFails() {
        file.scene(node(triangle()));
        checkFails(changed(4, 1), "it is glTF 1, not 2");
    }

    @Test
    void aBufferThatIsShorterThanItsBytesCountsFromTheFirstLook() {
        file.scene(node(triangle()));
        String text = new String(file.glb(), StandardCharsets.ISO_8859_1);
        String shorter = text.replaceFirst("(\"buffers\":\\[\\{\"byteLength\":)\\d", "$11");
        checkFails(shorter.getBytes(StandardCharsets.ISO_8859_1), "bufferView 0 needs bytes");
    }

    private byte[] changed(int offset, int value) {
        var bytes = file.glb();
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, value);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"nodes\":[1]}",
                "{\"nodes\":[null]}",
                "\u0000\u0001"
            })
    void whatIsNotGltfFails(String text) {
        checkFails(text.getBytes(StandardCharsets.UTF_8), "cannot be shown");
    }

    @ParameterizedTest
    @CsvSource({
        "byteOffset, 2147483647",
        "byteLength, 2147483647",
        "byteLength, 1",
        "byteStride, 252",
        "byteStride, 4",
        "buffer, 7"
    })
    void aBufferViewThatLiesLosesOnlyItsPart(String field, int value) {
        int good = triangle();
        int bad = triangle();
        file.entry("bufferViews", 1).put(field, value);
        checkOnePartLost(good, bad);
    }

    @ParameterizedTest
    @CsvSource({
        "count, 2147483647",
        "count, 4",
        "count, 0",
        "byteOffset, 2147483647",
        "byteOffset, 4",
        "bufferView, 99",
        "componentType, 1",
        "type, VEC9",
        "type, SCALAR"
    })
    void anAccessorThatLiesLosesOnlyItsPart(String field, String value) {
        int good = triangle();
        int bad = triangle();
        file.entry("accessors", 1)
                .put(field, field.equals("type") ? value : Integer.valueOf(value));
        checkOnePartLost(good, bad);
    }

    @Test
    void anIndexBeyondTheVerticesLosesOnlyItsPart() {
        checkOnePartLost(triangle(), triangle("indices", file.shorts("SCALAR", 0, 1, 3)));
    }

    @Test
    void linesLoseOnlyTheirPart() {
        checkOnePartLost(triangle(), triangle("mode", 1));
    }

    @Test
    void aPositionThatIsNoNumberLosesOnlyItsPart() {
        var attributes =
                ordered("POSITION", file.floats("VEC3", 0, 0, 0, Float.NaN, 0, 0, 0, 1, 0));
        file.entry("accessors", 0).remove("min");
        file.entry("accessors", 0).remove("max");
        checkOnePartLost(triangle(), file.mesh(ordered("attributes", attributes)));
    }

    @Test
    void normalsForOtherVerticesLoseOnlyTheirPart() {
        var attributes =
                ordered(
                        "POSITION",
                        file.floats("VEC3", TRIANGLE),
                        "NORMAL",
                        file.floats("VEC3", 0, 1, 0));
        checkOnePartLost(triangle(), file.mesh(ordered("attributes", attributes)));
    }

    @Test
    void aPlaceThatIsNoNumberLosesOnlyItsPart() {
        int mesh = triangle();
        file.scene(
                node(mesh),
                node(
                        mesh,
                        "scale",
                        List.of(3e38, 1e38, 1),
                        "matrix",
                        Collections.nCopies(16, 3.4e38),
                        "children",
                        List.of(2)),
                node(mesh, "matrix", Collections.nCopies(16, 3.4e38)));
        assertEquals(2, model().parts().size());
    }

    private void checkOnePartLost(int good, int bad) {
        file.scene(node(good, "name", "good"), node(bad, "name", "bad"));
        var model = model();
        assertEquals(List.of("good"), model.parts().stream().map(Model.Part::node).toList());
        assertTrue(model.warnings().getLast().contains("bad"), model.warnings().toString());
    }

    @Test
    void whatIsLostAltogetherFailsWithItsSize() {
        file.scene(node(triangle(), "translation", List.of(-5, 0, 0)));
        file.entry("bufferViews", 0).put("byteLength", 1);
        assertEquals(new Bounds(4, 0, 0, 5, 1, 0), failure().size());
    }

    @Test
    void aSizeBeyondBeliefIsNotBelieved() {
        file.scene(node(triangle()));
        file.entry("accessors", 0).put("max", List.of(1e9, 1, 1));
        file.entry("bufferViews", 0).put("byteLength", 1);
        assertEquals(Loading.Failed.ONE_METRE, failure().size());
    }

    @Test
    void nodesInACircleAreShownOnce() {
        int mesh = triangle();
        file.add("nodes", ordered("mesh", mesh, "children", List.of(1)));
        file.add("nodes", ordered("mesh", mesh, "children", List.of(0, 1)));
        file.scene(0);
        assertEquals(2, model().parts().size());
    }

    @Test
    void aNodeOfTwoParentsIsShownOnce() {
        int child = node(triangle());
        file.scene(
                file.add("nodes", ordered("children", List.of(child, child))),
                file.add("nodes", ordered("children", List.of(child))));
        assertEquals(1, model().parts().size());
    }

    @Test
    void aChainOfManyNodesIsFollowed() {
        int mesh = triangle();
        for (int i = 0; i < 50_000; i++) {
            file.add(
                    "nodes",
                    ordered("translation", List.of(0, 0.001, 0), "children", List.of(i + 1)));
        }
        node(mesh);
        file.scene(0);
        assertEquals(50, part(model()).transform()[13], 0.5);
    }

    @Test
    void tooManyNodesFail() {
        for (int i = 0; i < 66_000; i++) {
            file.add("nodes", Map.of());
        }
        checkFails("it has 66000 nodes");
    }

    @Test
    void tooManyObjectsFail() {
        checkFails(
                ("{\"nodes\":[" + "{},".repeat(500_000) + "{}]}").getBytes(), "which is too much");
    }

    @Test
    void tooManyValuesFail() {
        checkFails(
                ("{\"extras\":[" + "1,".repeat(5_000_000) + "1]}").getBytes(), "which is too much");
    }

    @Test
    void deepJsonFails() {
        var deep = "{\"extras\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";
        checkFails(deep.getBytes(), "its JSON is invalid");
    }

    @Test
    void oneAccessorMadeManyTimesOverIsStopped() {
        int view = file.view(new byte[12]);
        var places = ordered("bufferView", view, "componentType", 5121);
        var sparse = ordered("count", 1, "indices", places, "values", ordered("bufferView", view));
        int positions =
                file.add(
                        "accessors",
                        ordered(
                                "componentType",
                                5126,
                                "count",
                                9_000_000,
                                "type",
                                "VEC3",
                                "sparse",
                                sparse));
        var primitives =
                Collections.nCopies(50, ordered("attributes", ordered("POSITION", positions)));
        file.scene(node(file.add("meshes", ordered("primitives", primitives))));
        checkFails("more than 2000000 triangles");
    }

    @Test
    void aHugeFileFailsWithoutBeingRead() throws IOException {
        try (var huge = new RandomAccessFile(project.resolve("model.glb").toFile(), "rw")) {
            huge.setLength(4L << 30);
        }
        var reading = GltfFixture.reader(project).read(AssetSource.of("model.glb"));
        assertTrue(reading.outcome().toString().contains("too large"), reading.toString());
    }

    @Test
    void bytesOutsideTheProjectAreRefused() {
        file.scene(node(triangle()));
        checkFails(file.gltf("../../../../etc/passwd"), "leads out of the project");
    }

    @Test
    void missingBytesFailWithTheirName() {
        file.scene(node(triangle()));
        checkFails(file.gltf("gone.bin"), "gone.bin is missing");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "data:application/octet-stream;base64,!!",
                "data:text/plain,abc",
                "data:",
                "http://x/y.bin"
            })
    void damagedUrisFail(String uri) {
        file.scene(node(triangle()));
        checkFails(file.gltf(uri), "Mesh 0");
    }

    @ParameterizedTest
    @CsvSource({"joints, 9", "inverseBindMatrices, 0"})
    void aBrokenSkinLosesOnlyItsPart(String field, int value) {
        int skin = file.add("skins", ordered("joints", List.of(0)));
        file.entry("skins", skin).put(field, field.equals("joints") ? List.of(value) : value);
        int bad = triangle();
        file.scene(node(triangle(), "name", "good"), node(bad, "name", "bad", "skin", skin));
        assertEquals(List.of("good"), model().parts().stream().map(Model.Part::node).toList());
    }

    @Test
    void aVertexOnAJointThatIsNotThereLosesOnlyItsPart() {
        int skin = file.add("skins", ordered("joints", List.of(0)));
        var attributes =
                ordered(
                        "POSITION", file.floats("VEC3", TRIANGLE),
                        "JOINTS_0", file.bytes("VEC4", 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0),
                        "WEIGHTS_0", file.floats("VEC4", 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0));
        int bad = file.mesh(ordered("attributes", attributes));
        file.scene(node(triangle(), "name", "good"), node(bad, "name", "bad", "skin", skin));
        assertEquals(List.of("good"), model().parts().stream().map(Model.Part::node).toList());
    }

    /** The parser stops there, with words that nobody understands. */
    @Test
    void anEmbeddedFileThatIsTooLongIsTold() {
        String text = "{\"buffers\":[{\"uri\":\"" + "A".repeat(20_000_001) + "\"}]}";
        checkFails(text.getBytes(StandardCharsets.UTF_8), "embedded");
    }
}
