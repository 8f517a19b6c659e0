// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import org.joml.Vector3f;

/** Colours as people write them, made linear. */
final class Srgb {
    private Srgb() {}

    /** The linear colour of 0xRRGGBB. */
    static Vector3f linear(int rgb) {
        return new Vector3f(channel(rgb >> 16), channel(rgb >> 8), channel(rgb));
    }

    /**
     * The linear colour of 0xRRGGBB after going some part of the way, as the eye sees it, to black
     * or white.
     */
    static Vector3f towards(int rgb, int target, float part) {
        int mixed = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int from = rgb >> shift & 0xFF;
            mixed |= Math.round(from + ((target >> shift & 0xFF) - from) * part) << shift;
        }
        return linear(mixed);
    }

    /** How bright 0xRRGGBB looks, 0 to 1. */
    static float brightness(int rgb) {
        return (0.3f * (rgb >> 16 & 0xFF) + 0.59f * (rgb >> 8 & 0xFF) + 0.11f * (rgb & 0xFF)) / 255;
    }

    private static float channel(int value) {
        float c = (value & 0xFF) / 255f;
        return c <= 0.04045f ? c / 12.92f : (float) Math.pow((c + 0.055f) / 1.055f, 2.4);
    }
}
