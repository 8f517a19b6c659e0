// SPDX-License-Identifier: EPL-2.0
package org.scenewright.assets;

import java.util.Optional;

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

    /** Reads a PNG, JPEG or WebP file; nothing where it is none, is damaged or is far too large. */
    public static Optional<Bitmap> decode(byte[] file) {
        try {
            return Optional.of(PictureDecoder.decode(file));
        } catch (AssetException unreadable) {
            return Optional.empty();
        }
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
