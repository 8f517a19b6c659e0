// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Maps;
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
        return Material.unlit(Rgba.WHITE).withBase(texture);
    }

    /** White with holes wherever the picture's alpha is below one half. */
    static Material cutOut(Bitmap bitmap) {
        return textured(sharp(bitmap)).withAlpha(Alpha.MASK, 0.5f).withDoubleSided();
    }

    static Material glowing(int rgb) {
        return Material.pbr(Rgba.BLACK, 0, 1).withEmissive(linear(rgb, 1));
    }

    static Material glowing(Texture base, Texture glow) {
        var maps =
                new Maps(Optional.of(base), Optional.of(glow), Optional.empty(), Optional.empty());
        return glowing(0xFFFFFF).withMaps(maps);
    }

    /** Lets light through, unlike {@link #glass} with a shine. */
    static Material pane(int rgb, float alpha) {
        return Material.pbr(linear(rgb, alpha), 0, 0.1f).withAlpha(Alpha.BLEND, 0);
    }

    /** White and rough, with a tangent-space normal map of one colour. */
    static Material bent(int normal) {
        var map = Optional.of(sharp(picture(1, 0xFF000000 | normal)));
        return Material.pbr(Rgba.WHITE, 0, 1)
                .withMaps(new Maps(Optional.empty(), Optional.empty(), map, Optional.empty()));
    }

    /** White metal as smooth as the green channel of one colour says. */
    static Material polished(int metallicRoughness) {
        var map = Optional.of(sharp(picture(1, 0xFF000000 | metallicRoughness)));
        return Material.pbr(Rgba.WHITE, 1, 1)
                .withMaps(new Maps(Optional.empty(), Optional.empty(), Optional.empty(), map));
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
