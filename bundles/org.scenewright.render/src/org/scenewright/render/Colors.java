// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

import org.scenewright.assets.Material.Rgba;

/** The way from colours as people choose them, sRGB, to light, which is linear. */
final class Colors {
    private Colors() {}

    static float linear(double srgb) {
        double c = Math.clamp(srgb, 0, 1);
        return (float) (c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4));
    }

    /** A colour given as 0xRRGGBB. */
    static Rgba linear(int rgb, double alpha) {
        return new Rgba(
                linear((rgb >> 16 & 255) / 255.0),
                linear((rgb >> 8 & 255) / 255.0),
                linear((rgb & 255) / 255.0),
                (float) alpha);
    }

    /** The colour that a field of a component holds; white where it holds none. */
    static Rgba linear(Part owner, String field) {
        var color = owner.part(field);
        return new Rgba(
                linear(color.number("r", 1)),
                linear(color.number("g", 1)),
                linear(color.number("b", 1)),
                (float) Math.clamp(color.number("a", 1), 0, 1));
    }

    static Rgba times(Rgba color, double factor) {
        return new Rgba(
                (float) (color.r() * factor),
                (float) (color.g() * factor),
                (float) (color.b() * factor),
                color.a());
    }
}
