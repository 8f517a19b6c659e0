// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Optional;

/**
 * What a surface looks like, in the metallic-roughness model of glTF.
 *
 * @param unlit whether light is ignored and only the base colour shows
 * @param base linear red, green, blue, alpha
 * @param emissive linear, already multiplied by its intensity
 * @param alphaCutoff below which nothing is seen, where {@code alpha} is MASK
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
        Maps maps) {

    /** How alpha is used. */
    public enum Alpha {
        OPAQUE,
        MASK,
        BLEND
    }

    /**
     * The pictures on a surface, each with its own place on it.
     *
     * @param base multiplies the base colour
     * @param emissive multiplies the emissive colour
     * @param normal a tangent-space normal map, sampled linearly
     * @param metallicRoughness blue = metallic, green = roughness, sampled linearly
     * @param occlusion red = how much of the light from all around arrives, sampled linearly
     * @param bump how steep the normal map is; 1 is as it says
     * @param shade how much the occlusion counts, 0 to 1
     */
    public record Maps(
            Optional<Texture> base,
            Optional<Texture> emissive,
            Optional<Texture> normal,
            Optional<Texture> metallicRoughness,
            Optional<Texture> occlusion,
            float bump,
            float shade) {
        public static final Maps NONE =
                new Maps(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        /** Without occlusion. */
        public Maps(
                Optional<Texture> base,
                Optional<Texture> emissive,
                Optional<Texture> normal,
                Optional<Texture> metallicRoughness) {
            this(base, emissive, normal, metallicRoughness, Optional.empty(), 1, 1);
        }
    }

    /** Linear red, green, blue and alpha. */
    public record Rgba(float r, float g, float b, float a) {
        public static final Rgba WHITE = new Rgba(1, 1, 1, 1);
        public static final Rgba BLACK = new Rgba(0, 0, 0, 1);
    }

    /** The SDK's own material where a component names none: white, half metallic and half rough. */
    public static final Material DEFAULT = pbr(Rgba.WHITE, 0.5f, 0.5f);

    /** Opaque, lit, seen from the front, without pictures. */
    public static Material pbr(Rgba base, float metallic, float roughness) {
        return new Material(
                false, base, metallic, roughness, Rgba.BLACK, Alpha.OPAQUE, 0.5f, false, Maps.NONE);
    }

    /** Of one colour whatever the light; see-through where the colour is. */
    public static Material unlit(Rgba base) {
        var alpha = base.a() < 1 ? Alpha.BLEND : Alpha.OPAQUE;
        return new Material(true, base, 0, 1, Rgba.BLACK, alpha, 0.5f, false, Maps.NONE);
    }

    public Material withEmissive(Rgba glow) {
        return new Material(
                unlit, base, metallic, roughness, glow, alpha, alphaCutoff, doubleSided, maps);
    }

    public Material withAlpha(Alpha use, float cutoff) {
        return new Material(
                unlit, base, metallic, roughness, emissive, use, cutoff, doubleSided, maps);
    }

    public Material withDoubleSided() {
        return new Material(
                unlit, base, metallic, roughness, emissive, alpha, alphaCutoff, true, maps);
    }

    public Material withMaps(Maps pictures) {
        return new Material(
                unlit,
                base,
                metallic,
                roughness,
                emissive,
                alpha,
                alphaCutoff,
                doubleSided,
                pictures);
    }

    /** The same with one picture, that of its base colour. */
    public Material withBase(Texture texture) {
        return withMaps(
                new Maps(
                        Optional.of(texture),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()));
    }
}
