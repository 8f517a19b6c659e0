// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.assets.Bitmap;

import java.awt.image.BufferedImage;

/** Pictures as a pen can paint them, in whatever colour; what was used last is kept. */
final class Stamps {
    /** Pixels, of four bytes each; a colour that fades makes another picture with each frame. */
    private static final long KEPT = 32 << 20;

    private final Recent<Key, BufferedImage> kept = new Recent<>(KEPT, Key::pixels);

    private record Key(Bitmap bitmap, float red, float green, float blue) {
        long pixels() {
            return (long) bitmap.width() * bitmap.height();
        }
    }

    /** A picture of which each colour is multiplied with that of an ink. */
    BufferedImage of(Bitmap bitmap, Ink ink) {
        var key = new Key(bitmap, ink.red(), ink.green(), ink.blue());
        return kept.get(key, Stamps::made);
    }

    private static BufferedImage made(Key key) {
        int width = key.bitmap().width();
        int height = key.bitmap().height();
        byte[] rgba = key.bitmap().rgba();
        int[] argb = new int[width * height];
        for (int i = 0; i < argb.length; i++) {
            int red = Math.round((rgba[i * 4] & 255) * key.red());
            int green = Math.round((rgba[i * 4 + 1] & 255) * key.green());
            int blue = Math.round((rgba[i * 4 + 2] & 255) * key.blue());
            argb[i] = (rgba[i * 4 + 3] & 255) << 24 | red << 16 | green << 8 | blue;
        }
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, argb, 0, width);
        return image;
    }
}
