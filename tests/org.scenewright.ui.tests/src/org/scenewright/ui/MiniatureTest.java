// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.ImageData;
import org.junit.jupiter.api.Test;
import org.scenewright.assets.Bitmap;

class MiniatureTest {

    @Test
    void aPictureIsInTheMiddleOfItsSquare() {
        var small = Miniature.of(plain(40, 20, 0xFF0000, 255), 10);
        assertEquals(0, small.getAlpha(5, 0));
        assertEquals(255, small.getAlpha(5, 5));
        assertEquals(0xFF0000, small.getPixel(5, 5));
        assertEquals(0, small.getAlpha(5, 9));
    }

    @Test
    void whatIsClearHasNoColour() {
        var bitmap = plain(2, 2, 0x00FF00, 255);
        bitmap.rgba()[3] = 0;
        bitmap.rgba()[1] = 0;
        var small = Miniature.of(bitmap, 1);
        assertEquals(191, small.getAlpha(0, 0));
        assertEquals(0x00FF00, small.getPixel(0, 0));
    }

    @Test
    void smallPicturesFillTheSquareToo() {
        var large = Miniature.of(plain(1, 1, 0x123456, 255), 7);
        assertEquals(0x123456, large.getPixel(0, 0));
        assertEquals(0x123456, large.getPixel(6, 6));
    }

    @Test
    void threadThinPicturesAreStillThere() {
        ImageData thin = Miniature.of(plain(1000, 1, 0xFFFFFF, 255), 10);
        assertEquals(255, thin.getAlpha(5, 4));
    }

    private static Bitmap plain(int width, int height, int rgb, int alpha) {
        var rgba = new byte[width * height * 4];
        for (int i = 0; i < width * height; i++) {
            rgba[i * 4] = (byte) (rgb >> 16);
            rgba[i * 4 + 1] = (byte) (rgb >> 8);
            rgba[i * 4 + 2] = (byte) rgb;
            rgba[i * 4 + 3] = (byte) alpha;
        }
        return new Bitmap(width, height, rgba);
    }
}
