// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Texture;
import org.scenewright.assets.Texture.Wrap;

import java.util.Optional;

/** Materials to draw in tests; colours are sRGB as 0xRRGGBB. */
final class Looks {
    private Looks() {}

    static Material unlit(int rgb) {
        return Material.unlit(linear(rgb, 1));
    }

    static Material glass(int rgb, float alpha) {
        return Material.unlit(linear(rgb, alpha));
    }

    static Material pbr(int rgb, float metallic, float roughness) {
        return Material.pbr(linear(rgb, 1), metallic, roughness);
    }

    static Material textured(Texture texture) {
        return Material.unlit(Rgba.WHITE).withBaseTexture(texture);
    }

    /** White with holes wherever the picture's alpha is below one half. */
    static Material cutOut(Bitmap bitmap) {
        return new Material(
                true,
                Rgba.WHITE,
                0,
                1,
                Rgba.BLACK,
                Alpha.MASK,
                0.5f,
                true,
                Optional.of(sharp(bitmap)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Material glowing(int rgb) {
        return new Material(
                false,
                Rgba.BLACK,
                0,
                1,
                linear(rgb, 1),
                Alpha.OPAQUE,
                0.5f,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** White and rough, with a tangent-space normal map of one colour. */
    static Material bent(int normal) {
        return new Material(
                false,
                Rgba.WHITE,
                0,
                1,
                Rgba.BLACK,
                Alpha.OPAQUE,
                0.5f,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(sharp(picture(1, 0xFF000000 | normal))),
                Optional.empty());
    }

    /** White metal as smooth as the green channel of one colour says. */
    static Material polished(int metallicRoughness) {
        return new Material(
                false,
                Rgba.WHITE,
                1,
                1,
                Rgba.BLACK,
                Alpha.OPAQUE,
                0.5f,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(sharp(picture(1, 0xFF000000 | metallicRoughness))));
    }

    static Texture sharp(Bitmap bitmap) {
        return new Texture(bitmap, Wrap.REPEAT, false, 1, 1, 0, 0);
    }

    /** A square picture of pixels given as 0xAARRGGBB, the top row first. */
    static Bitmap picture(int side, int... argb) {
        var bytes = new byte[side * side * 4];
        for (int i = 0; i < side * side; i++) {
            bytes[i * 4] = (byte) (argb[i] >> 16);
            bytes[i * 4 + 1] = (byte) (argb[i] >> 8);
            bytes[i * 4 + 2] = (byte) argb[i];
            bytes[i * 4 + 3] = (byte) (argb[i] >> 24);
        }
        return new Bitmap(side, side, bytes);
    }

    /** Eight by eight fields in two colours. */
    static Bitmap checkers(int side, int one, int other) {
        var pixels = new int[side * side];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (i % side * 8 / side + i / side * 8 / side) % 2 == 0 ? one : other;
        }
        return picture(side, pixels);
    }

    static Rgba linear(int rgb, float alpha) {
        var color = Srgb.linear(rgb);
        return new Rgba(color.x, color.y, color.z, alpha);
    }
}
