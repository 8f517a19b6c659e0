// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of sound glTF files. */
class GltfReaderTest extends GltfFixture {

    @Test
    void mirrorsIntoTheLeftHandedSpaceAndKeepsTheWinding() {
        file.scene(node(triangle()));
        var mesh = part(model()).mesh();
        checkNumbers(mesh.positions(), 0, 0, 0, -1, 0, 0, 0, 1, 0);
        assertArrayEquals(new int[] {0, 1, 2}, mesh.indices());
    }

    @Test
    void makesFlatNormalsThatPointOutwards() {
        file.scene(node(triangle()));
        checkNumbers(part(model()).mesh().normals(), 0, 0, 1, 0, 0, 1, 0, 0, 1);
    }

    @Test
    void splitsSharedCornersForFlatNormals() {
        int positions = file.floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, -1);
        var mesh =
                onlyMesh(
                        ordered("POSITION", positions),
                        "indices",
                        file.shorts("SCALAR", 0, 1, 2, 0, 2, 3));
        assertEquals(6, mesh.positions().length / 3);
        checkNumbers(mesh.normals(), 0, 0, 1, 0, 0, 1, 0, 0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 0);
    }

    @Test
    void keepsNormalsCoordinatesAndColours() {
        var mesh =
                onlyMesh(
                        ordered(
                                "POSITION", file.floats("VEC3", TRIANGLE),
                                "NORMAL", file.floats("VEC3", 1, 0, 0, 0, 1, 0, 0, 0, 1),
                                "TEXCOORD_0", file.floats("VEC2", 0, 0, 0.5f, 0, 0, 1),
                                "COLOR_0", file.floats("VEC3", 1, 0, 0, 0, 1, 0, 0, 0, 1)));
        checkNumbers(mesh.normals(), -1, 0, 0, 0, 1, 0, 0, 0, 1);
        checkNumbers(mesh.uvs(), 0, 0, 0.5, 0, 0, 1);
        checkNumbers(mesh.colors(), 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 1, 1);
    }

    @Test
    void spreadsNormalizedNumbers() {
        int colors = file.bytes("VEC4", 255, 0, 51, 255, 0, 0, 0, 0, 255, 255, 255, 255);
        file.entry("accessors", colors).put("normalized", true);
        var mesh = onlyMesh(ordered("POSITION", file.floats("VEC3", TRIANGLE), "COLOR_0", colors));
        checkNumbers(mesh.colors(), 1, 0, 0.2, 1, 0, 0, 0, 0, 1, 1, 1, 1);
    }

    @Test
    void readsQuantizedPositionsWithAStride() {
        var bytes = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : new int[] {0, 0, 0, 9, 32767, 0, 0, 9, 0, -32767, 0, 9}) {
            bytes.putShort((short) value);
        }
        int positions = file.accessor("VEC3", 5122, 3, bytes.array());
        file.entry("accessors", positions).put("normalized", true);
        file.entry("bufferViews", 0).put("byteStride", 8);
        checkNumbers(
                onlyMesh(ordered("POSITION", positions)).positions(), 0, 0, 0, -1, 0, 0, 0, -1, 0);
    }

    @Test
    void readsSparseAccessors() {
        int positions = file.floats("VEC3", TRIANGLE);
        file.entry("accessors", positions).put("sparse", sparse(2, 5, 6, 7));
        checkNumbers(
                onlyMesh(ordered("POSITION", positions)).positions(), 0, 0, 0, -1, 0, 0, -5, 6, 7);
    }

    @Test
    void readsSparseAccessorsWithoutABase() {
        var sparse =
                ordered(
                        "componentType",
                        5126,
                        "count",
                        3,
                        "type",
                        "VEC3",
                        "sparse",
                        sparse(1, 5, 6, 7));
        int positions = file.add("accessors", sparse);
        checkNumbers(
                onlyMesh(ordered("POSITION", positions)).positions(), 0, 0, 0, -5, 6, 7, 0, 0, 0);
    }

    private Map<String, Object> sparse(int index, float... values) {
        return ordered(
                "count", 1,
                "indices",
                        ordered(
                                "bufferView",
                                file.view(new byte[] {(byte) index}),
                                "componentType",
                                5121),
                "values",
                        ordered(
                                "bufferView",
                                file.view(org.scenewright.testing.GlbBuilder.bytes(values))));
    }

    @ParameterizedTest
    @CsvSource({"5, 0 1 2 1 3 2", "6, 0 1 2 0 2 3"})
    void unrollsStripsAndFans(int mode, String expected) {
        int positions = file.floats("VEC3", 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 1, 0);
        int normals = file.floats("VEC3", 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 1);
        var mesh = onlyMesh(ordered("POSITION", positions, "NORMAL", normals), "mode", mode);
        assertEquals(
                expected,
                String.join(
                        " ",
                        java.util.Arrays.stream(mesh.indices())
                                .mapToObj(Integer::toString)
                                .toList()));
    }

    @Test
    void mirrorsThePlacesOfNodes() {
        file.scene(node(triangle(), "translation", List.of(1, 2, 3), "scale", List.of(2, 3, 4)));
        checkNumbers(part(model()).transform(), 2, 0, 0, 0, 0, 3, 0, 0, 0, 0, 4, 0, -1, 2, 3, 1);
    }

    @Test
    void mirrorsTheTurnsOfNodes() {
        float half = (float) Math.sqrt(0.5);
        file.scene(node(triangle(), "rotation", List.of(0, half, 0, half)));
        // A quarter turn about y brings x to -z; seen in the mirror, -x to -z.
        checkNumbers(part(model()).transform(), 0, 0, 1, 0, 0, 1, 0, 0, -1, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void multipliesMatricesDownTheTree() {
        int child = node(triangle(), "translation", List.of(1, 0, 0));
        var matrix = List.of(2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, 0, 5, 0, 1);
        file.scene(file.add("nodes", ordered("matrix", matrix, "children", List.of(child))));
        checkNumbers(part(model()).transform(), 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 2, 0, -2, 5, 0, 1);
    }

    @Test
    void boundsTheModel() {
        file.scene(node(triangle(), "translation", List.of(10, 0, 0)));
        assertEquals(new Bounds(-11, 0, 0, -10, 1, 0), model().bounds());
    }

    @Test
    void showsOnlyTheChosenScene() {
        int shown = node(triangle(), "name", "shown");
        node(triangle(), "name", "hidden");
        file.scene(shown);
        assertEquals("shown", part(model()).node());
    }

    @Test
    void showsAllRootsWhereThereIsNoScene() {
        node(triangle());
        node(triangle());
        assertEquals(2, model().parts().size());
    }

    @Test
    void nodesShareOneMesh() {
        int mesh = triangle();
        file.scene(node(mesh), node(mesh, "translation", List.of(1, 0, 0)));
        var parts = model().parts();
        assertSame(parts.get(0).mesh(), parts.get(1).mesh());
        assertSame(parts.get(0).material(), parts.get(1).material());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Wall_collider", "WALL_COLLIDER", "_Collider.001"})
    void marksCollidersByName(String name) {
        file.scene(node(triangle(), "name", name), node(triangle(), "name", "collider wall"));
        assertEquals(
                List.of(true, false), model().parts().stream().map(Model.Part::collider).toList());
    }

    @Test
    void childrenOfCollidersAreColliders() {
        int child = node(triangle(), "name", "leaf");
        file.scene(file.add("nodes", ordered("name", "a_collider", "children", List.of(child))));
        assertTrue(part(model()).collider());
    }

    @Test
    void collidersDoNotCountAsVisible() {
        file.scene(
                node(triangle(), "name", "_collider", "scale", List.of(9, 9, 9)), node(triangle()));
        var model = model();
        assertEquals(new Bounds(-1, 0, 0, 0, 1, 0), model.bounds());
        assertEquals(1, model.triangles());
    }

    @Test
    void aModelOfCollidersHasTheirSize() {
        file.scene(node(triangle(), "name", "_collider"));
        assertEquals(new Bounds(-1, 0, 0, 0, 1, 0), model().bounds());
    }

    @Test
    void bakesTheRestPoseOfASkin() {
        var inverse = new float[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, -1, 0, 1};
        var part = skinned(ordered("inverseBindMatrices", file.floats("MAT4", inverse)));
        checkNumbers(part.mesh().positions(), 0, 1, 0, -1, 1, 0, 0, 2, 0);
        checkNumbers(part.transform(), 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    }

    @Test
    void bakesASkinWithoutInverseBindMatrices() {
        checkNumbers(skinned(ordered()).mesh().positions(), 0, 2, 0, -1, 2, 0, 0, 3, 0);
    }

    /** One joint two metres up; the node of the mesh itself is far away, which must not matter. */
    private Model.Part skinned(Map<String, Object> skin) {
        int positions = file.floats("VEC3", TRIANGLE);
        int joints = file.bytes("VEC4", 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        int weights = file.floats("VEC4", 1, 0, 0, 0, 1, 0, 0, 0, 0.5f, 0, 0, 0);
        var attributes = ordered("POSITION", positions, "JOINTS_0", joints, "WEIGHTS_0", weights);
        int mesh = file.mesh(ordered("attributes", attributes));
        int joint = file.add("nodes", ordered("translation", List.of(0, 2, 0)));
        skin.put("joints", List.of(joint));
        file.scene(
                node(mesh, "skin", file.add("skins", skin), "translation", List.of(50, 0, 0)),
                joint);
        return part(model());
    }

    @Test
    void appliesTheMeshesOwnMorphWeights() {
        file.scene(node(morphing(0.5f)));
        checkNumbers(part(model()).mesh().positions(), 0, 0, 1, -1, 0, 1, 0, 1, 1);
    }

    @Test
    void aNodeOverridesMorphWeights() {
        int mesh = morphing(0.5f);
        file.scene(node(mesh, "weights", List.of(1)), node(mesh));
        var parts = model().parts();
        assertEquals(2, parts.get(0).mesh().positions()[2]);
        assertEquals(1, parts.get(1).mesh().positions()[2]);
        assertNotSame(parts.get(0).mesh(), parts.get(1).mesh());
    }

    private int morphing(float weight) {
        int target = file.floats("VEC3", 0, 0, 2, 0, 0, 2, 0, 0, 2);
        int mesh = triangle("targets", List.of(ordered("POSITION", target)));
        file.entry("meshes", mesh).put("weights", List.of(weight));
        return mesh;
    }

    @Test
    void readsTextWithItsBytesInIt() {
        file.scene(node(triangle()));
        checkNumbers(part(modelOf(file.gltf())).mesh().positions(), 0, 0, 0, -1, 0, 0, 0, 1, 0);
    }

    @Test
    void readsBytesFromAFileBesideInWhateverCase() {
        file.scene(node(triangle()));
        write("Data/My Bytes+1.bin", file.binary());
        assertEquals(1, part(modelOf(file.gltf("data/my%20bytes+1.BIN"))).mesh().triangles());
    }

    @Test
    void knowsWhichFilesItIsMadeFrom() {
        file.scene(node(triangle()));
        write("Data.bin", file.binary());
        assertEquals(Set.of("model.glb", "data.bin"), read(file.gltf("Data.bin")).used().files());
    }

    @Test
    void toleratesBytesAfterTheEnd() {
        file.scene(node(triangle()));
        part(modelOf(java.util.Arrays.copyOf(file.glb(), file.glb().length + 7)));
    }

    @Test
    void anEmptyModelIsNoMistake() {
        file.scene(file.add("nodes", Map.of()));
        var model = model();
        assertEquals(List.of(), model.parts());
        assertTrue(model.bounds().isEmpty());
        assertFalse(model.warnings().iterator().hasNext());
    }
}
