// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Optional;

/**
 * What a surface looks like, in the metallic-roughness model of glTF.
 *
 * @param unlit whether light is ignored and only the base colour shows
 * @param base linear red, green, blue, alpha
 * @param emissive linear, already multiplied by its intensity
 * @param alphaCutoff where {@code alpha} is MASK
 * @param normal a tangent-space normal map, sampled linearly
 * @param metallicRoughness blue = metallic, green = roughness, sampled linearly
 */
public record Material(
        boolean unlit,
        Rgba base,
        float metallic,
        float roughness,
        Rgba emissive,
        Alpha alpha,
        float alphaCutoff,
        boolean doubleSided,
        Optional<Texture> baseTexture,
        Optional<Texture> emissiveTexture,
        Optional<Texture> normal,
        Optional<Texture> metallicRoughness) {

    /** How alpha is used. */
    public enum Alpha {
        OPAQUE,
        MASK,
        BLEND
    }

    /** Linear red, green, blue and alpha. */
    public record Rgba(float r, float g, float b, float a) {
        public static final Rgba WHITE = new Rgba(1, 1, 1, 1);
        public static final Rgba BLACK = new Rgba(0, 0, 0, 1);
    }

    /** The SDK's own material where a component names none: white, half metallic and half rough. */
    public static final Material DEFAULT = pbr(Rgba.WHITE, 0.5f, 0.5f);

    public static Material pbr(Rgba base, float metallic, float roughness) {
        return new Material(
                false,
                base,
                metallic,
                roughness,
                Rgba.BLACK,
                Alpha.OPAQUE,
                0.5f,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public static Material unlit(Rgba base) {
        return new Material(
                true,
                base,
                0,
                1,
                Rgba.BLACK,
                base.a() < 1 ? Alpha.BLEND : Alpha.OPAQUE,
                0.5f,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Material withBaseTexture(Texture texture) {
        return new Material(
                unlit,
                base,
                metallic,
                roughness,
                emissive,
                alpha,
                alphaCutoff,
                doubleSided,
                Optional.of(texture),
                emissiveTexture,
                normal,
                metallicRoughness);
    }

    public Material withDoubleSided() {
        return new Material(
                unlit,
                base,
                metallic,
                roughness,
                emissive,
                alpha,
                alphaCutoff,
                true,
                baseTexture,
                emissiveTexture,
                normal,
                metallicRoughness);
    }
}
