// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.Rectangle;
import java.util.List;

/**
 * What the layout is painted on.
 *
 * @param width pixels of the layout
 * @param height pixels of the layout
 * @param density pixels of the picture for one of the layout
 */
public record Screen(float width, float height, float density) {

    /** The screen of a picture. */
    public static Screen of(int width, int height, float density) {
        return new Screen(width / density, height / density, density);
    }

    int pixelWidth() {
        return Math.round(width * density);
    }

    int pixelHeight() {
        return Math.round(height * density);
    }

    /** Whole pixels, so that edges are sharp. */
    Rectangle pixels(Rect rect) {
        int x = pixel(rect.x());
        int y = pixel(rect.y());
        return new Rectangle(x, y, pixel(rect.right()) - x, pixel(rect.bottom()) - y);
    }

    private int pixel(float at) {
        return Math.round(Math.clamp(at, -1e6f, 1e6f) * density);
    }

    /** Thin borders are there, too. */
    int[] pixels(float[] border) {
        int[] pixels = new int[border.length];
        for (int i = 0; i < border.length; i++) {
            pixels[i] = border[i] > 0 ? Math.max(1, Math.round(border[i] * density)) : 0;
        }
        return pixels;
    }

    /** A rectangle with round corners, of which percents are of its sides. */
    Outline outline(Rect rect, List<Length> radii) {
        float[] wanted = new float[8];
        for (int i = 0; i < 4; i++) {
            wanted[i * 2] = radii.get(i).orZero(rect.width()) * density;
            wanted[i * 2 + 1] = radii.get(i).orZero(rect.height()) * density;
        }
        return Outline.of(pixels(rect), wanted);
    }
}
