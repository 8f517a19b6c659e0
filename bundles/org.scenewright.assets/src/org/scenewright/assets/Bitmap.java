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
    private final Pixels pixels;

    /** Where its bytes are had from. Any thread. */
    interface Pixels {
        byte[] bytes();

        boolean isAtHand();
    }

    /** Bytes that are always there. */
    private record Held(byte[] bytes) implements Pixels {
        @Override
        public boolean isAtHand() {
            return true;
        }
    }

    public Bitmap(int width, int height, byte[] rgba) {
        this(width, height, new Held(rgba));
        if (rgba.length != size()) {
            throw new IllegalArgumentException(
                    "a " + width + " x " + height + " bitmap has " + rgba.length + " bytes");
        }
    }

    /** A picture whose bytes may have to be decoded again. */
    Bitmap(int width, int height, Pixels pixels) {
        this.width = width;
        this.height = height;
        this.pixels = pixels;
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

    /** How many bytes it has. */
    public int size() {
        return width * height * 4;
    }

    /**
     * Whether its bytes are in the memory; where they are not, they are decoded in the background,
     * and will be there later.
     */
    public boolean isAtHand() {
        return pixels.isAtHand();
    }

    /** The bytes themselves, never to be changed. It decodes them where they are not at hand. */
    public byte[] rgba() {
        return pixels.bytes();
    }
}
