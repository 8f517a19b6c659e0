// SPDX-License-Identifier: EPL-2.0
package org.scenewright.testing;

import static org.scenewright.testing.GlbBuilder.ordered;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a face of a sample model is painted with.
 *
 * @param rgb as on a colour chart, 0xRRGGBB
 * @param glow how much of the colour it gives off by itself
 * @param picture PNG bytes that the colour is multiplied with
 */
record Paint(
        String name,
        int rgb,
        float alpha,
        float glow,
        boolean bothSides,
        Optional<byte[]> picture) {

    static Paint of(String name, int rgb) {
        return new Paint(name, rgb, 1, 0, false, Optional.empty());
    }

    static Paint picture(String name, byte[] png) {
        return new Paint(name, 0xFFFFFF, 1, 0, false, Optional.of(png));
    }

    Paint glowing(float strength) {
        return new Paint(name, rgb, alpha, strength, bothSides, picture);
    }

    Paint clear(float rest) {
        return new Paint(name, rgb, rest, glow, bothSides, picture);
    }

    Paint onBothSides() {
        return new Paint(name, rgb, alpha, glow, true, picture);
    }

    /** Adds itself to a file and says its number there. */
    int addTo(GlbBuilder file) {
        var surface =
                ordered(
                        "baseColorFactor",
                        List.of(linear(16), linear(8), linear(0), alpha),
                        "metallicFactor",
                        0,
                        "roughnessFactor",
                        0.85f);
        picture.ifPresent(
                png ->
                        surface.put(
                                "baseColorTexture",
                                Map.of("index", file.texture(png, "image/png"))));
        var material = ordered("name", name, "pbrMetallicRoughness", surface);
        material.put(
                "emissiveFactor", List.of(linear(16) * glow, linear(8) * glow, linear(0) * glow));
        material.put("alphaMode", alpha < 1 ? "BLEND" : "OPAQUE");
        material.put("doubleSided", bothSides);
        return file.add("materials", material);
    }

    private float linear(int shift) {
        double value = (rgb >> shift & 0xFF) / 255.0;
        return (float) (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
    }
}
