// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import de.javagl.jgltf.impl.v2.GlTF;
import de.javagl.jgltf.impl.v2.Sampler;
import de.javagl.jgltf.impl.v2.TextureInfo;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The textures of a glTF file, as its materials place them. One thread. */
final class GltfTextures {
    private static final int NEAREST = 9728;
    private static final int CLAMP_TO_EDGE = 33071;
    private static final int MIRRORED_REPEAT = 33648;

    private final GlTF gltf;
    private final GltfImages images;
    private final Warnings warnings;

    GltfTextures(GltfSource source, GltfImages images) {
        gltf = source.gltf();
        warnings = source.warnings();
        this.images = images;
    }

    /** Which set of texture coordinates it wants; KHR_texture_transform has the last word. */
    static int set(TextureInfo info) {
        return Gltf.whole(transform(info), "texCoord", Gltf.or(info.getTexCoord(), 0));
    }

    private static Map<?, ?> transform(TextureInfo info) {
        return Gltf.extension(info.getExtensions(), "KHR_texture_transform").orElse(Map.of());
    }

    /**
     * A texture, unless its picture cannot be shown.
     *
     * @param sets the sets of texture coordinates that the mesh will have
     */
    Optional<Texture> texture(@Nullable TextureInfo info, List<Integer> sets) {
        return Gltf.maybe(info).flatMap(known -> find(known, sets));
    }

    private Optional<Texture> find(TextureInfo info, List<Integer> sets) {
        return find(info)
                .flatMap(
                        from ->
                                bitmap(from)
                                        .map(bitmap -> placed(bitmap, sampler(from), info, sets)));
    }

    private Optional<de.javagl.jgltf.impl.v2.Texture> find(TextureInfo info) {
        return warnings.attempt(
                "A texture",
                () -> Gltf.at(gltf.getTextures(), Gltf.or(info.getIndex(), -1), "texture"));
    }

    /**
     * With EXT_texture_webp the picture's number is in the extension and any substitute in its
     * usual place.
     */
    private Optional<Bitmap> bitmap(de.javagl.jgltf.impl.v2.Texture texture) {
        return webp(texture)
                .flatMap(images::bitmap)
                .or(() -> Gltf.index(texture.getSource()).flatMap(images::bitmap));
    }

    private static Optional<Integer> webp(de.javagl.jgltf.impl.v2.Texture texture) {
        return Gltf.extension(texture.getExtensions(), "EXT_texture_webp")
                .map(webp -> Gltf.whole(webp, "source", -1));
    }

    /** Lets the pictures be decoded that textures will be made of, several at a time. */
    void ahead(Stream<TextureInfo> infos) {
        var unheard = new Warnings();
        images.ahead(
                infos.map(info -> Gltf.or(info.getIndex(), -1))
                        .flatMap(
                                i ->
                                        unheard
                                                .attempt(
                                                        "",
                                                        () -> Gltf.at(gltf.getTextures(), i, ""))
                                                .stream())
                        .flatMap(t -> webp(t).or(() -> Gltf.index(t.getSource())).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
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

    private static Texture placed(
            Bitmap bitmap, Sampler sampler, TextureInfo info, List<Integer> sets) {
        var transform = transform(info);
        var scale = Gltf.numbers(transform, "scale", 1, 1);
        var offset = Gltf.numbers(transform, "offset", 0, 0);
        return new Texture(
                bitmap,
                wrap(sampler.getWrapS()),
                wrap(sampler.getWrapT()),
                Gltf.or(sampler.getMagFilter(), 0) != NEAREST,
                scale[0],
                scale[1],
                offset[0],
                offset[1],
                Gltf.number(transform, "rotation", 0),
                Math.max(0, sets.indexOf(set(info))));
    }

    private static Texture.Wrap wrap(@Nullable Integer mode) {
        return switch (Gltf.or(mode, 0)) {
            case CLAMP_TO_EDGE -> Texture.Wrap.CLAMP;
            case MIRRORED_REPEAT -> Texture.Wrap.MIRROR;
            default -> Texture.Wrap.REPEAT;
        };
    }
}
