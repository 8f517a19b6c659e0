// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.scenewright.testing.GlbBuilder.ordered;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the textures of glTF materials are placed, and what is said of extensions that do not show.
 */
class GltfTexturesTest extends GltfFixture {

    @Test
    void readsTurns() {
        var texture = base(Map.of("rotation", 0.5f, "scale", List.of(2, 3)));
        assertEquals(0.5f, texture.turn());
        assertEquals(List.of(2f, 3f), List.of(texture.scaleU(), texture.scaleV()));
    }

    @Test
    void theTransformHasTheLastWordOnTheSet() {
        var info = info(ordered("texCoord", 0), Map.of("texCoord", 1));
        file.add("materials", pbr("baseColorTexture", info));
        checkNumbers(meshOfSets(3).uvs(), 1, 1, 1, 1, 1, 1);
    }

    @Test
    void twoPicturesMayTakeTwoSets() {
        var material = pbr("baseColorTexture", info(ordered("texCoord", 2), Map.of()));
        material.put("occlusionTexture", info(ordered("texCoord", 0, "strength", 0.25f), Map.of()));
        file.add("materials", material);
        var mesh = meshOfSets(3);
        checkNumbers(mesh.uvs(), 2, 2, 2, 2, 2, 2);
        checkNumbers(mesh.moreUvs(), 0, 0, 0, 0, 0, 0);
        var maps = part(model()).material().maps();
        assertEquals(0, maps.base().orElseThrow().set());
        assertEquals(1, maps.occlusion().orElseThrow().set());
        assertEquals(0.25f, maps.shade());
    }

    @Test
    void aSetThatIsNotThereIsTheFirstOne() {
        file.add("materials", pbr("baseColorTexture", info(ordered("texCoord", 5), Map.of())));
        checkNumbers(meshOfSets(1).uvs(), 0, 0, 0, 0, 0, 0);
    }

    @Test
    void threeSetsOfOneMaterialAreTold() {
        var material = pbr("baseColorTexture", info(ordered("texCoord", 0), Map.of()));
        material.put("occlusionTexture", info(ordered("texCoord", 1), Map.of()));
        material.put("normalTexture", info(ordered("texCoord", 2, "scale", 0.5f), Map.of()));
        file.add("materials", material);
        file.scene(node(sets(3)));
        assertEquals(
                List.of("Material 0 takes 3 sets of texture coordinates, of which 2 are read."),
                model().warnings());
        assertEquals(0.5f, model().parts().getFirst().material().maps().bump());
    }

    @Test
    void readsBothWaysOfRepeating() {
        int texture = file.texture(png(1, 1, 0), "image/png");
        file.entry("textures", texture)
                .put("sampler", file.add("samplers", ordered("wrapS", 33071, "wrapT", 33648)));
        var read = shown(ordered("index", texture));
        assertEquals(
                List.of(Texture.Wrap.CLAMP, Texture.Wrap.MIRROR),
                List.of(read.wrap(), read.wrapV()));
    }

    @Test
    void theOlderModelOfShineIsShownAsNearAsItGets() {
        var shiny =
                Map.of(
                        "diffuseFactor", List.of(0.5f, 0.25f, 1, 1),
                        "glossinessFactor", 0.75f,
                        "diffuseTexture", info(Map.of(), Map.of()));
        int material =
                file.add(
                        "materials",
                        Map.of("extensions", Map.of(GltfMaterials.SPECULAR_GLOSSINESS, shiny)));
        file.top("extensionsUsed", List.of(GltfMaterials.SPECULAR_GLOSSINESS));
        file.scene(node(triangle("material", material)));
        var read = model().parts().getFirst().material();
        assertEquals(new Material.Rgba(0.5f, 0.25f, 1, 1), read.base());
        assertEquals(List.of(0f, 0.25f), List.of(read.metallic(), read.roughness()));
        assertTrue(read.maps().base().isPresent());
        checkWarning("It uses KHR_materials_pbrSpecularGlossiness, which is shown as metal");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KHR_materials_specular",
                "KHR_materials_ior",
                "KHR_materials_clearcoat",
                "KHR_lights_punctual",
                "EXT_mesh_gpu_instancing",
                "KHR_animation_pointer"
            })
    void whatDoesNotShowIsTold(String extension) {
        file.scene(node(triangle())).top("extensionsUsed", List.of(extension));
        checkWarning("It uses " + extension + ", which does not show here.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "KHR_materials_unlit",
                "KHR_texture_transform",
                "KHR_mesh_quantization",
                "EXT_texture_webp",
                "EXT_meshopt_compression",
                "KHR_draco_mesh_compression",
                "KHR_xmp_json_ld"
            })
    void whatShowsIsNotTold(String extension) {
        file.scene(node(triangle()))
                .top("extensionsUsed", List.of(extension))
                .top("extensionsRequired", List.of(extension));
        assertEquals(List.of(), model().warnings());
    }

    @Test
    void allThatDoesNotShowIsToldAtOnce() {
        var names = Stream.of("A", "B", "C", "D", "E", "F", "G", "H").map("X"::concat).toList();
        file.scene(node(triangle())).top("extensionsUsed", names);
        checkWarning("It uses XA, XB, XC, XD, XE, XF and 2 more, which does not show here.");
    }

    @ParameterizedTest
    @CsvSource({"KHR_texture_basisu", "XX_anything"})
    void whatIsRequiredAndUnknownIsShownWithoutIt(String extension) {
        file.scene(node(triangle()))
                .top("extensionsUsed", List.of(extension))
                .top("extensionsRequired", List.of(extension));
        checkWarning("It requires " + extension + ", without which it may look wrong.");
    }

    private void checkWarning(String start) {
        var warnings = model().warnings();
        assertEquals(1, warnings.size(), warnings.toString());
        assertTrue(warnings.getFirst().startsWith(start), warnings.toString());
    }

    private Texture base(Map<String, ?> transform) {
        return shown(info(Map.of(), transform));
    }

    private Texture shown(Map<String, ?> info) {
        file.add("materials", pbr("baseColorTexture", info));
        file.scene(node(triangle("material", 0)));
        return part(model()).material().maps().base().orElseThrow();
    }

    private Map<String, Object> info(Map<String, ?> more, Map<String, ?> transform) {
        var info = ordered("index", file.texture(png(1, 1, 0), "image/png"));
        info.putAll(more);
        if (!transform.isEmpty()) {
            info.put("extensions", Map.of("KHR_texture_transform", transform));
        }
        return info;
    }

    private static Map<String, Object> pbr(String name, Map<String, ?> info) {
        return ordered("pbrMetallicRoughness", ordered(name, info));
    }

    private Mesh meshOfSets(int count) {
        file.scene(node(sets(count)));
        return part(model()).mesh();
    }

    /** A triangle whose sets of coordinates hold nothing but their numbers. */
    private int sets(int count) {
        var attributes = ordered("POSITION", file.floats("VEC3", TRIANGLE));
        for (int set = 0; set < count; set++) {
            attributes.put("TEXCOORD_" + set, file.floats("VEC2", set, set, set, set, set, set));
        }
        return file.mesh(ordered("attributes", attributes, "material", 0));
    }
}
