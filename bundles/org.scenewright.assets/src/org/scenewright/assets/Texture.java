// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * A picture and how it is sampled.
 *
 * @param scaleU how often it repeats, applied before the offset
 */
public record Texture(
        Bitmap bitmap,
        Wrap wrap,
        boolean smooth,
        float scaleU,
        float scaleV,
        float offsetU,
        float offsetV) {

    /** What lies beyond the edges of the picture. */
    public enum Wrap {
        REPEAT,
        CLAMP,
        MIRROR
    }

    public static Texture of(Bitmap bitmap) {
        return new Texture(bitmap, Wrap.REPEAT, true, 1, 1, 0, 0);
    }
}
