// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.MaterialPbrMetallicRoughness;
import de.javagl.jgltf.impl.v2.Sampler;
import de.javagl.jgltf.impl.v2.TextureInfo;

import org.jspecify.annotations.Nullable;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The materials of a glTF file, each made once. One thread. */
final class GltfMaterials {
    /** glTF's own default, which is fully metallic and white. */
    private static final Material UNNAMED = Material.pbr(Rgba.WHITE, 1, 1);

    private static final int NEAREST = 9728;
    private static final int CLAMP_TO_EDGE = 33071;
    private static final int MIRRORED_REPEAT = 33648;

    private final GlTF gltf;
    private final List<de.javagl.jgltf.impl.v2.Material> all;
    private final GltfImages images;
    private final Warnings warnings;
    private final Map<Integer, Material> materials = new HashMap<>();

    GltfMaterials(GltfSource source, GltfImages images) {
        gltf = source.gltf();
        all = Gltf.all(gltf.getMaterials());
        warnings = source.warnings();
        this.images = images;
    }

    Material material(Optional<Integer> index) {
        return index.map(known -> materials.computeIfAbsent(known, this::load)).orElse(UNNAMED);
    }

    /** Which set of texture coordinates the surface's most visible picture wants. */
    int uvSet(Optional<Integer> index) {
        return index.filter(known -> known >= 0 && known < all.size())
                .map(all::get)
                .flatMap(GltfMaterials::firstTexture)
                .map(texture -> Gltf.or(texture.getTexCoord(), 0))
                .orElse(0);
    }

    private static Optional<TextureInfo> firstTexture(de.javagl.jgltf.impl.v2.Material material) {
        return Gltf.maybe(material.getPbrMetallicRoughness())
                .flatMap(pbr -> Gltf.maybe(pbr.getBaseColorTexture()))
                .or(() -> Gltf.maybe(material.getEmissiveTexture()));
    }

    private Material load(int index) {
        return warnings.attempt("Material " + index, () -> convert(Gltf.at(all, index, "material")))
                .orElse(UNNAMED);
    }

    private Material convert(de.javagl.jgltf.impl.v2.Material from) {
        var pbr =
                Gltf.maybe(from.getPbrMetallicRoughness())
                        .orElseGet(MaterialPbrMetallicRoughness::new);
        return new Material(
                Gltf.extension(from.getExtensions(), "KHR_materials_unlit").isPresent(),
                base(pbr),
                Gltf.or(pbr.getMetallicFactor(), 1),
                Gltf.or(pbr.getRoughnessFactor(), 1),
                emissive(from),
                alpha(from.getAlphaMode()),
                Gltf.or(from.getAlphaCutoff(), 0.5f),
                Gltf.isTrue(from.isDoubleSided()),
                maps(from, pbr));
    }

    private Material.Maps maps(
            de.javagl.jgltf.impl.v2.Material from, MaterialPbrMetallicRoughness pbr) {
        return new Material.Maps(
                texture(pbr.getBaseColorTexture()),
                texture(from.getEmissiveTexture()),
                Gltf.maybe(from.getNormalTexture())
                        .flatMap(info -> texture(info.getIndex(), info.getExtensions())),
                texture(pbr.getMetallicRoughnessTexture()));
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

    private Optional<Texture> texture(@Nullable TextureInfo texture) {
        return Gltf.maybe(texture).flatMap(info -> texture(info.getIndex(), info.getExtensions()));
    }

    private Optional<Texture> texture(
            @Nullable Integer index, @Nullable Map<String, Object> extensions) {
        return warnings.attempt(
                        "A texture",
                        () -> Gltf.at(gltf.getTextures(), Gltf.or(index, -1), "texture"))
                .flatMap(
                        from ->
                                bitmap(from)
                                        .map(bitmap -> texture(bitmap, sampler(from), extensions)));
    }

    /**
     * With EXT_texture_webp the picture's number is in the extension and any substitute in its
     * usual place.
     */
    private Optional<Bitmap> bitmap(de.javagl.jgltf.impl.v2.Texture texture) {
        return Gltf.extension(texture.getExtensions(), "EXT_texture_webp")
                .map(webp -> Gltf.whole(webp, "source", -1))
                .flatMap(images::bitmap)
                .or(() -> Gltf.index(texture.getSource()).flatMap(images::bitmap));
    }

    private Sampler sampler(de.javagl.jgltf.impl.v2.Texture texture) {
        return Gltf.index(texture.getSampler())
                .flatMap(
                        index ->
                                warnings.attempt(
                                        "A texture",
                                        () -> Gltf.at(gltf.getSamplers(), index, "sampler")))
                .orElseGet(Sampler::new);
    }

    private Texture texture(
            Bitmap bitmap, Sampler sampler, @Nullable Map<String, Object> extensions) {
        Map<?, ?> transform = Gltf.extension(extensions, "KHR_texture_transform").orElse(Map.of());
        if (Gltf.number(transform, "rotation", 0) != 0) {
            warnings.add("A texture is rotated, which is not shown.");
        }
        var scale = Gltf.numbers(transform, "scale", 1, 1);
        var offset = Gltf.numbers(transform, "offset", 0, 0);
        boolean smooth = Gltf.or(sampler.getMagFilter(), 0) != NEAREST;
        return new Texture(
                bitmap, wrap(sampler.getWrapS()), smooth, scale[0], scale[1], offset[0], offset[1]);
    }

    private static Texture.Wrap wrap(@Nullable Integer mode) {
        return switch (Gltf.or(mode, 0)) {
            case CLAMP_TO_EDGE -> Texture.Wrap.CLAMP;
            case MIRRORED_REPEAT -> Texture.Wrap.MIRROR;
            default -> Texture.Wrap.REPEAT;
        };
    }
}
