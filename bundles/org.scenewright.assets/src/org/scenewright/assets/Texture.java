// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * A picture and how it is sampled.
 *
 * @param wrap beyond its left and right edges
 * @param wrapV beyond its upper and lower edges
 * @param scaleU how often it repeats, applied before the turn and the offset
 * @param turn in radians, by which texture coordinates turn counter-clockwise as seen on the
 *     picture
 * @param set which of the mesh's sets of texture coordinates it takes, 0 or 1
 */
public record Texture(
        Bitmap bitmap,
        Wrap wrap,
        Wrap wrapV,
        boolean smooth,
        float scaleU,
        float scaleV,
        float offsetU,
        float offsetV,
        float turn,
        int set) {

    /** What lies beyond the edges of the picture. */
    public enum Wrap {
        REPEAT,
        CLAMP,
        MIRROR
    }

    /** One that is not turned and takes the first set of texture coordinates. */
    public Texture(
            Bitmap bitmap,
            Wrap wrap,
            boolean smooth,
            float scaleU,
            float scaleV,
            float offsetU,
            float offsetV) {
        this(bitmap, wrap, wrap, smooth, scaleU, scaleV, offsetU, offsetV, 0, 0);
    }

    public static Texture of(Bitmap bitmap) {
        return new Texture(bitmap, Wrap.REPEAT, true, 1, 1, 0, 0);
    }
}
