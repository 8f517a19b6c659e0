// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Bitmap;
import org.scenewright.assets.Material;
import org.scenewright.assets.Material.Alpha;
import org.scenewright.assets.Material.Maps;
import org.scenewright.assets.Material.Rgba;
import org.scenewright.assets.Texture;
import org.scenewright.crdt.Entity;
import org.scenewright.schema.Value;

import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;

/** Reads Material components; equal ones but for their colour give equal materials. */
final class Surfaces {
    /** The values of MaterialTransparencyMode. */
    private static final int OPAQUE = 0;

    private static final int ALPHA_TEST = 1;
    private static final int ALPHA_BLEND = 2;
    private static final int ALPHA_TEST_AND_BLEND = 3;

    /**
     * glTF and Unity agree on what emission 1 means; the SDK's default intensity of 2 shows as
     * that.
     */
    private static final double EMISSION = 0.5;

    private final AssetUse assets;
    private final Map<Bitmap, Boolean> seeThrough = new WeakHashMap<>();

    Surfaces(AssetUse assets) {
        this.assets = assets;
    }

    /** The surface that a Material component describes for an entity. */
    Surface of(Dress dress, Value component) {
        var material = Part.of(component).part("material");
        return switch (material.text("$case")) {
            case "pbr" -> pbr(dress.at("material.pbr"), material.part("pbr"));
            case "unlit" -> unlit(dress.at("material.unlit"), material.part("unlit"));
            default -> Surface.of(Material.DEFAULT);
        };
    }

    private Surface pbr(Dress dress, Part pbr) {
        var texture = texture(dress, pbr, "texture");
        var color = Colors.linear(pbr, "albedoColor");
        var emission = texture(dress, pbr, "emissiveTexture");
        var maps =
                new Maps(texture, emission, texture(dress, pbr, "bumpTexture"), Optional.empty());
        var material =
                Material.pbr(
                                Rgba.WHITE,
                                portion(pbr, "metallic", 0.5),
                                portion(pbr, "roughness", 0.5))
                        .withEmissive(emissive(pbr, emission))
                        .withAlpha(alpha(pbr, color, texture), portion(pbr, "alphaTest", 0.5))
                        .withMaps(maps);
        return new Surface(material, color);
    }

    private static float portion(Part value, String field, double fallback) {
        return (float) Math.clamp(value.number(field, fallback), 0, 1);
    }

    private static Rgba emissive(Part pbr, Optional<Texture> emission) {
        boolean named = pbr.has("emissiveColor");
        if (!named && emission.isEmpty()) {
            return Rgba.BLACK;
        }
        double intensity = Math.clamp(pbr.number("emissiveIntensity", 2), 0, 100);
        return Colors.times(Colors.linear(pbr, "emissiveColor"), intensity * EMISSION);
    }

    private Surface unlit(Dress dress, Part unlit) {
        var texture = texture(dress, unlit, "texture");
        var color = Colors.linear(unlit, "diffuseColor");
        var plain =
                Material.unlit(Rgba.WHITE)
                        .withAlpha(alpha(unlit, color, texture), portion(unlit, "alphaTest", 0.5));
        var material = texture.map(plain::withBase).orElse(plain);
        return new Surface(material, color);
    }

    private Alpha alpha(Part material, Rgba color, Optional<Texture> texture) {
        return switch ((int) material.number("transparencyMode", 4)) {
            case OPAQUE -> Alpha.OPAQUE;
            case ALPHA_TEST -> Alpha.MASK;
            case ALPHA_BLEND, ALPHA_TEST_AND_BLEND -> Alpha.BLEND;
            default -> automatic(color, texture);
        };
    }

    private Alpha automatic(Rgba color, Optional<Texture> texture) {
        if (color.a() < 1) {
            return Alpha.BLEND;
        }
        return texture.filter(t -> isSeeThrough(t.bitmap())).isPresent()
                ? Alpha.MASK
                : Alpha.OPAQUE;
    }

    private boolean isSeeThrough(Bitmap bitmap) {
        return seeThrough.computeIfAbsent(bitmap, Surfaces::hasHoles);
    }

    private static boolean hasHoles(Bitmap bitmap) {
        byte[] rgba = bitmap.rgba();
        for (int i = 3; i < rgba.length; i += 4) {
            if ((rgba[i] & 255) < 250) {
                return true;
            }
        }
        return false;
    }

    private Optional<Texture> texture(Dress dress, Part material, String field) {
        var kinds = material.part(field).part("tex");
        return switch (kinds.text("$case")) {
            case "videoTexture" -> still(dress.screen(), kinds.part("videoTexture"));
            default -> picture(dress.at(field + ".tex.texture"), kinds.part("texture"));
        };
    }

    private static Optional<Texture> still(Videos.Screen screen, Part video) {
        return Entity.of(video.number("videoPlayerEntity", 0)).map(screen::still);
    }

    private Optional<Texture> picture(Dress dress, Part texture) {
        String src = texture.text("src");
        return src.isEmpty()
                ? Optional.empty()
                : assets.picture(dress.entity(), dress.source(src))
                        .ready()
                        .map(bitmap -> sampled(bitmap, texture));
    }

    private static Texture sampled(Bitmap bitmap, Part texture) {
        var wrap =
                switch ((int) texture.number("wrapMode", 1)) {
                    case 0 -> Texture.Wrap.REPEAT;
                    case 2 -> Texture.Wrap.MIRROR;
                    default -> Texture.Wrap.CLAMP;
                };
        float tilingU = (float) texture.part("tiling").number("x", 1);
        float tilingV = (float) texture.part("tiling").number("y", 1);
        float offsetU = (float) texture.part("offset").number("x", 0);
        // The SDK's v points up and ours down: 1 - ((1 - v) * tiling + offset).
        float offsetV = 1 - tilingV - (float) texture.part("offset").number("y", 0);
        boolean smooth = texture.number("filterMode", 1) != 0;
        return new Texture(bitmap, wrap, smooth, tilingU, tilingV, offsetU, offsetV);
    }
}
