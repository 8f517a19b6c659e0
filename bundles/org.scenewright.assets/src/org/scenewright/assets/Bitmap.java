// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

/**
 * A decoded picture: 8-bit sRGB red, green, blue, alpha (not premultiplied), top row first; its
 * identity is its key in caches.
 */
public final class Bitmap {
    private final int width;
    private final int height;
    private final byte[] rgba;

    public Bitmap(int width, int height, byte[] rgba) {
        if (rgba.length != width * height * 4) {
            throw new IllegalArgumentException(
                    "a " + width + " x " + height + " bitmap has " + rgba.length + " bytes");
        }
        this.width = width;
        this.height = height;
        this.rgba = rgba;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The bytes themselves, never to be changed. */
    public byte[] rgba() {
        return rgba;
    }
}
