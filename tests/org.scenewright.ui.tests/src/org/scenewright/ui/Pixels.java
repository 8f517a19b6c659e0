// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The pixels of a picture, copied. */
record Pixels(int width, int height, int[] rgb) {
    /** The compass in the upper right corner has the colours of handles. */
    private static final int COMPASS = 130;

    /** Which colours count. */
    interface Color {
        boolean is(int red, int green, int blue);
    }

    static final Color GREEN_BOX = (red, green, blue) -> green > 180 && red < 90 && blue < 90;
    static final Color BLUE_BOX = (red, green, blue) -> blue > 180 && red < 60 && green < 60;
    static final Color X_HANDLE = (red, green, blue) -> red > 200 && green < 110 && blue < 130;

    /**
     * A colour and those beside it.
     *
     * @param most how far each of the three parts may be off
     */
    static Color near(int rgb, int most) {
        return (red, green, blue) ->
                Math.abs(red - (rgb >> 16 & 255)) <= most
                        && Math.abs(green - (rgb >> 8 & 255)) <= most
                        && Math.abs(blue - (rgb & 255)) <= most;
    }

    static Pixels of(Image image) {
        var data = image.getImageData();
        var rgb = new int[data.width * data.height];
        for (int y = 0; y < data.height; y++) {
            data.getPixels(0, y, data.width, rgb, y * data.width);
        }
        for (int i = 0; i < rgb.length; i++) {
            var color = data.palette.getRGB(rgb[i]);
            rgb[i] = color.red << 16 | color.green << 8 | color.blue;
        }
        return new Pixels(data.width, data.height, rgb);
    }

    List<Point> of(Color color) {
        var found = new ArrayList<Point>();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                if ((x < width - COMPASS || y > COMPASS) && is(color, x, y)) {
                    found.add(new Point(x, y));
                }
            }
        }
        return found;
    }

    boolean is(Color color, int x, int y) {
        int pixel = rgb[y * width + x];
        return color.is(pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255);
    }

    /** The middle of all pixels of a colour. */
    Point middle(Color color) {
        var points = of(color);
        int x = (int) points.stream().mapToInt(point -> point.x).average().orElseThrow();
        int y = (int) points.stream().mapToInt(point -> point.y).average().orElseThrow();
        return new Point(x, y);
    }

    /** The pixel of a colour that is farthest to the right, a little inwards. */
    Point rightEnd(Color color) {
        var tip = of(color).stream().max(Comparator.comparingInt(point -> point.x)).orElseThrow();
        return new Point(tip.x - 4, tip.y);
    }
}
