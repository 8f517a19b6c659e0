// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.MaterialNormalTextureInfo;
import de.javagl.jgltf.impl.v2.MaterialOcclusionTextureInfo;
import de.javagl.jgltf.impl.v2.MaterialPbrMetallicRoughness;
import de.javagl.jgltf.impl.v2.TextureInfo;

import org.jspecify.annotations.Nullable;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The materials of a glTF file, each made once. One thread. */
final class GltfMaterials {
    static final String SPECULAR_GLOSSINESS = "KHR_materials_pbrSpecularGlossiness";

    /** glTF's own default, which is fully metallic and white. */
    private static final Material UNNAMED = Material.pbr(Rgba.WHITE, 1, 1);

    /** How many sets of texture coordinates a mesh can have. */
    private static final int MOST_SETS = 2;

    private final List<de.javagl.jgltf.impl.v2.Material> all;
    private final GltfTextures textures;
    private final Warnings warnings;
    private final Map<Integer, Material> materials = new HashMap<>();

    GltfMaterials(GltfSource source, GltfImages images) {
        all = Gltf.all(source.gltf().getMaterials());
        warnings = source.warnings();
        textures = new GltfTextures(source, images);
        textures.ahead(all.stream().flatMap(GltfMaterials::infos));
    }

    Material material(Optional<Integer> index) {
        return index.map(known -> materials.computeIfAbsent(known, this::load)).orElse(UNNAMED);
    }

    /** Which sets of texture coordinates its pictures want, that of the most visible one first. */
    List<Integer> uvSets(Optional<Integer> index) {
        var sets =
                index.filter(known -> known >= 0 && known < all.size())
                        .map(all::get)
                        .map(GltfMaterials::uvSets)
                        .orElse(List.of());
        return sets.isEmpty() ? List.of(0) : sets.subList(0, Math.min(sets.size(), MOST_SETS));
    }

    private static List<Integer> uvSets(de.javagl.jgltf.impl.v2.Material from) {
        return infos(from).map(GltfTextures::set).distinct().toList();
    }

    private static Stream<TextureInfo> infos(de.javagl.jgltf.impl.v2.Material from) {
        var pbr = pbr(from);
        return Stream.of(
                        pbr.getBaseColorTexture(),
                        from.getEmissiveTexture(),
                        from.getNormalTexture(),
                        pbr.getMetallicRoughnessTexture(),
                        from.getOcclusionTexture())
                .filter(Objects::nonNull);
    }

    private Material load(int index) {
        return warnings.attempt(
                        "Material " + index, () -> load(index, Gltf.at(all, index, "material")))
                .orElse(UNNAMED);
    }

    private Material load(int index, de.javagl.jgltf.impl.v2.Material from) {
        int sets = uvSets(from).size();
        if (sets > MOST_SETS) {
            warnings.add(
                    "Material %d takes %d sets of texture coordinates, of which %d are read."
                            .formatted(index, sets, MOST_SETS));
        }
        return convert(from, pbr(from), uvSets(Optional.of(index)));
    }

    private Material convert(
            de.javagl.jgltf.impl.v2.Material from,
            MaterialPbrMetallicRoughness pbr,
            List<Integer> sets) {
        return new Material(
                Gltf.extension(from.getExtensions(), "KHR_materials_unlit").isPresent(),
                base(pbr),
                Gltf.or(pbr.getMetallicFactor(), 1),
                Gltf.or(pbr.getRoughnessFactor(), 1),
                emissive(from),
                alpha(from.getAlphaMode()),
                Gltf.or(from.getAlphaCutoff(), 0.5f),
                Gltf.isTrue(from.isDoubleSided()),
                maps(from, pbr, sets));
    }

    /** As it says, or as the older model of shine comes nearest to it. */
    private static MaterialPbrMetallicRoughness pbr(de.javagl.jgltf.impl.v2.Material from) {
        return Gltf.maybe(from.getPbrMetallicRoughness())
                .or(
                        () ->
                                Gltf.extension(from.getExtensions(), SPECULAR_GLOSSINESS)
                                        .map(GltfMaterials::shiny))
                .orElseGet(MaterialPbrMetallicRoughness::new);
    }

    private static MaterialPbrMetallicRoughness shiny(Map<?, ?> extension) {
        var pbr = new MaterialPbrMetallicRoughness();
        pbr.setBaseColorFactor(Gltf.numbers(extension, "diffuseFactor", 1, 1, 1, 1));
        pbr.setMetallicFactor(0f);
        pbr.setRoughnessFactor(Math.clamp(1 - Gltf.number(extension, "glossinessFactor", 1), 0, 1));
        if (extension.get("diffuseTexture") instanceof Map<?, ?> texture) {
            var info = new TextureInfo();
            info.setIndex(Gltf.whole(texture, "index", -1));
            info.setTexCoord(Math.max(0, Gltf.whole(texture, "texCoord", 0)));
            pbr.setBaseColorTexture(info);
        }
        return pbr;
    }

    private Material.Maps maps(
            de.javagl.jgltf.impl.v2.Material from,
            MaterialPbrMetallicRoughness pbr,
            List<Integer> sets) {
        return new Material.Maps(
                textures.texture(pbr.getBaseColorTexture(), sets),
                textures.texture(from.getEmissiveTexture(), sets),
                textures.texture(from.getNormalTexture(), sets),
                textures.texture(pbr.getMetallicRoughnessTexture(), sets),
                textures.texture(from.getOcclusionTexture(), sets),
                bump(from.getNormalTexture()),
                shade(from.getOcclusionTexture()));
    }

    private static float bump(@Nullable MaterialNormalTextureInfo info) {
        return Gltf.maybe(info).map(known -> Gltf.or(known.getScale(), 1)).orElse(1f);
    }

    private static float shade(@Nullable MaterialOcclusionTextureInfo info) {
        return Gltf.maybe(info).map(known -> Gltf.or(known.getStrength(), 1)).orElse(1f);
    }

    private static Rgba base(MaterialPbrMetallicRoughness pbr) {
        var color = Gltf.numbers(pbr.getBaseColorFactor(), 1, 1, 1, 1);
        return new Rgba(color[0], color[1], color[2], color[3]);
    }

    private static Rgba emissive(de.javagl.jgltf.impl.v2.Material from) {
        var color = Gltf.numbers(from.getEmissiveFactor(), 0, 0, 0);
        float strength =
                Gltf.extension(from.getExtensions(), "KHR_materials_emissive_strength")
                        .map(extension -> Gltf.number(extension, "emissiveStrength", 1))
                        .orElse(1f);
        return new Rgba(color[0] * strength, color[1] * strength, color[2] * strength, 1);
    }

    private static Alpha alpha(@Nullable String mode) {
        return "BLEND".equals(mode) ? Alpha.BLEND : "MASK".equals(mode) ? Alpha.MASK : Alpha.OPAQUE;
    }
}
