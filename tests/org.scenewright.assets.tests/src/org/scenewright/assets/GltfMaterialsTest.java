// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scenewright.assets.Material.Rgba;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of the materials and pictures of glTF files. */
class GltfMaterialsTest extends GltfFixture {

    @Test
    void hasTheDefaultsOfGltf() {
        assertEquals(Material.pbr(Rgba.WHITE, 1, 1), material(Map.of()));
    }

    @Test
    void aPrimitiveWithoutAMaterialIsWhite() {
        file.scene(node(triangle()));
        assertEquals(Material.pbr(Rgba.WHITE, 1, 1), part(model()).material());
    }

    @Test
    void readsFactors() {
        var pbr =
                ordered(
                        "baseColorFactor",
                        List.of(0.1f, 0.2f, 0.3f, 0.4f),
                        "metallicFactor",
                        0,
                        "roughnessFactor",
                        0.25f);
        var material =
                material(
                        ordered(
                                "pbrMetallicRoughness",
                                pbr,
                                "emissiveFactor",
                                List.of(1, 0.5f, 0),
                                "doubleSided",
                                true));
        assertEquals(new Rgba(0.1f, 0.2f, 0.3f, 0.4f), material.base());
        assertEquals(List.of(0f, 0.25f), List.of(material.metallic(), material.roughness()));
        assertEquals(new Rgba(1, 0.5f, 0, 1), material.emissive());
        assertTrue(material.doubleSided());
    }

    @ParameterizedTest
    @CsvSource({"OPAQUE,OPAQUE", "MASK,MASK", "BLEND,BLEND"})
    void readsAlphaModes(String mode, Material.Alpha expected) {
        var material = material(ordered("alphaMode", mode, "alphaCutoff", 0.25f));
        assertEquals(expected, material.alpha());
        assertEquals(0.25f, material.alphaCutoff());
    }

    @Test
    void readsUnlit() {
        assertTrue(
                material(ordered("extensions", Map.of("KHR_materials_unlit", Map.of()))).unlit());
    }

    @Test
    void multipliesEmissionByItsStrength() {
        var strength = Map.of("KHR_materials_emissive_strength", Map.of("emissiveStrength", 4));
        var material =
                material(ordered("emissiveFactor", List.of(1, 0.5f, 0), "extensions", strength));
        assertEquals(new Rgba(4, 2, 0, 1), material.emissive());
    }

    @Test
    void readsAllFourPictures() {
        int texture = file.texture(png(2, 3, 0xFF0000), "image/png");
        var info = ordered("index", texture);
        var pbr = ordered("baseColorTexture", info, "metallicRoughnessTexture", info);
        var material =
                material(
                        ordered(
                                "pbrMetallicRoughness",
                                pbr,
                                "normalTexture",
                                info,
                                "emissiveTexture",
                                info));
        var bitmap = material.maps().base().orElseThrow().bitmap();
        assertEquals("2 x 3", bitmap.width() + " x " + bitmap.height());
        for (var other :
                List.of(
                        material.maps().emissive(),
                        material.maps().normal(),
                        material.maps().metallicRoughness())) {
            assertSame(bitmap, other.orElseThrow().bitmap());
        }
    }

    @Test
    void readsSamplers() {
        int texture = file.texture(png(1, 1, 0), "image/png");
        file.entry("textures", texture)
                .put("sampler", file.add("samplers", ordered("magFilter", 9728, "wrapS", 33071)));
        var read = textured(ordered("index", texture)).orElseThrow();
        assertEquals(Texture.Wrap.CLAMP, read.wrap());
        assertEquals(false, read.smooth());
    }

    @Test
    void readsTextureTransforms() {
        int texture = file.texture(png(1, 1, 0), "image/png");
        var transform =
                Map.of(
                        "KHR_texture_transform",
                        Map.of("scale", List.of(2, 3), "offset", List.of(0.5f, 0.25f)));
        var read = textured(ordered("index", texture, "extensions", transform)).orElseThrow();
        assertEquals(
                new Texture(read.bitmap(), Texture.Wrap.REPEAT, true, 2, 3, 0.5f, 0.25f), read);
    }

    @Test
    void takesTheCoordinatesThatThePictureWants() {
        int texture = file.texture(png(1, 1, 0), "image/png");
        var pbr = ordered("baseColorTexture", ordered("index", texture, "texCoord", 1));
        int material = file.add("materials", ordered("pbrMetallicRoughness", pbr));
        var attributes =
                ordered(
                        "POSITION", file.floats("VEC3", TRIANGLE),
                        "TEXCOORD_0", file.floats("VEC2", 0, 0, 0, 0, 0, 0),
                        "TEXCOORD_1", file.floats("VEC2", 1, 1, 2, 2, 3, 3));
        checkNumbers(onlyMesh(attributes, "material", material).uvs(), 1, 1, 2, 2, 3, 3);
    }

    @Test
    void readsAPictureFromAFileBeside() {
        write("Textures/Red.png", png(1, 1, 0xFF0000));
        checkPicture(ordered("uri", "textures/red.png"));
    }

    @Test
    void readsAPictureFromTheText() {
        var base64 = java.util.Base64.getEncoder().encodeToString(png(1, 1, 0xFF0000));
        checkPicture(ordered("uri", "data:image/png;base64," + base64));
    }

    private void checkPicture(Map<String, Object> image) {
        var texture =
                textured(
                        ordered(
                                "index",
                                file.add(
                                        "textures", ordered("source", file.add("images", image)))));
        assertEquals((byte) 255, texture.orElseThrow().bitmap().rgba()[0]);
    }

    @Test
    void aMissingPictureLeavesTheRest() {
        checkPictureLost(ordered("uri", "gone.png"), "gone.png is missing");
    }

    @Test
    void aPictureOutsideLeavesTheRest() {
        checkPictureLost(ordered("uri", "../../secret.png"), "leads out of the project");
    }

    @Test
    void aBrokenPictureLeavesTheRest() {
        checkPictureLost(
                ordered("bufferView", file.view(new byte[] {1, 2, 3})),
                "neither PNG, JPEG nor WebP");
    }

    @Test
    void aPictureWithoutAnythingLeavesTheRest() {
        checkPictureLost(ordered("mimeType", "image/png"), "there is no bufferView -1");
    }

    private void checkPictureLost(Map<String, Object> image, String warning) {
        int texture = file.add("textures", ordered("source", file.add("images", image)));
        file.scene(node(triangle("material", base(ordered("index", texture)))));
        var model = model();
        assertEquals(Optional.empty(), model.parts().getFirst().material().maps().base());
        assertTrue(model.warnings().getFirst().contains(warning), model.warnings().toString());
    }

    private Optional<Texture> textured(Map<String, Object> info) {
        file.scene(node(triangle("material", base(info))));
        return part(model()).material().maps().base();
    }

    private int base(Map<String, Object> info) {
        return file.add(
                "materials", ordered("pbrMetallicRoughness", ordered("baseColorTexture", info)));
    }

    private Material material(Map<String, Object> material) {
        file.scene(node(triangle("material", file.add("materials", material))));
        return part(model()).material();
    }
}
