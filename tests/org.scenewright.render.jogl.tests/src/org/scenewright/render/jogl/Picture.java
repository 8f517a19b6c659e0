// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render.jogl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.scenewright.render.DrawList;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/** The pixels of a frame, copied, so that later frames do not change them. */
record Picture(int width, int height, int[] rgb) {
    private static final int TOLERANCE = 4;

    static Picture of(Frame frame) {
        var rgb = new int[frame.width() * frame.height()];
        for (int i = 0; i < rgb.length; i++) {
            byte[] b = frame.bgra();
            rgb[i] = (b[i * 4 + 2] & 0xFF) << 16 | (b[i * 4 + 1] & 0xFF) << 8 | b[i * 4] & 0xFF;
        }
        return new Picture(frame.width(), frame.height(), rgb);
    }

    /** A list as it looks when all that it needs is on the graphics card, however slow that is. */
    static Picture whole(JoglDevice device, DrawList list, Quality quality) {
        var frame = device.render(list, quality);
        while (frame.incomplete()) {
            frame = device.render(list, quality);
        }
        return of(frame);
    }

    /** The pixel at a share of the width from the left and of the height from the top. */
    int at(double x, double y) {
        return rgb[(int) (y * height) * width + (int) (x * width)];
    }

    /** Checks that a pixel has a colour but for rounding. */
    void check(double x, double y, int expected) {
        int actual = at(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = Math.abs((actual >> shift & 0xFF) - (expected >> shift & 0xFF));
            assertTrue(
                    difference <= TOLERANCE,
                    "%06X at %s, %s instead of %06X".formatted(actual, x, y, expected));
        }
    }

    /** How bright the pixel is, 0 to 255. */
    int brightness(double x, double y) {
        int c = at(x, y);
        return ((c >> 16 & 0xFF) + (c >> 8 & 0xFF) + (c & 0xFF)) / 3;
    }

    /** How many pixels are about as orange as the outline of a selection. */
    long orange() {
        return Arrays.stream(rgb)
                .filter(c -> (c >> 16 & 0xFF) > 200 && (c >> 8 & 0xFF) < 150 && (c & 0xFF) < 60)
                .count();
    }

    BufferedImage image() {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, width, height, rgb, 0, width);
        return image;
    }
}
