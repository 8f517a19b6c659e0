// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * A picture of which the corners keep their size where the rest is stretched.
 *
 * @param portions of the picture that are its top, left, right and bottom
 */
record NineSlices(List<Double> portions, BufferedImage image, double density) {

    void paint(Graphics2D pen, Rectangle place) {
        int[] fromX = cuts(portions.get(1), portions.get(2), image.getWidth());
        int[] fromY = cuts(portions.get(0), portions.get(3), image.getHeight());
        int[] toX = cuts(fromX, place.x, place.width);
        int[] toY = cuts(fromY, place.y, place.height);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                pen.drawImage(
                        image,
                        toX[column],
                        toY[row],
                        toX[column + 1],
                        toY[row + 1],
                        fromX[column],
                        fromY[row],
                        fromX[column + 1],
                        fromY[row + 1],
                        null);
            }
        }
    }

    private static int[] cuts(double first, double last, int length) {
        int begin = (int) (first * length);
        int end = (int) (last * length);
        return new int[] {0, begin, Math.max(begin, length - end), length};
    }

    /** Where the cuts are on the element; the ends become smaller where there is no room. */
    private int[] cuts(int[] from, int at, int length) {
        double first = from[1] * density;
        double last = (from[3] - from[2]) * density;
        double fit = first + last > length ? length / (first + last) : 1;
        int begin = (int) Math.round(first * fit);
        int end = (int) Math.round(last * fit);
        return new int[] {at, at + begin, at + length - end, at + length};
    }
}
