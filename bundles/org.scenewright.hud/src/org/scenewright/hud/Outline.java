// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.Path2D;

/**
 * A rectangle of pixels with round corners.
 *
 * @param place without the corners
 * @param radii how wide and how high each corner is, clockwise from the upper left
 */
record Outline(Rectangle place, float[] radii) {
    /** What of the radius the handles of a curve are from its ends, for a quarter of a circle. */
    private static final float HANDLE = 0.5523f;

    /** Corners that a rectangle has room for. */
    static Outline of(Rectangle place, float[] wanted) {
        float fit = 1;
        for (int side = 0; side < 4; side++) {
            // Two corners share each side: the widths of the upper and lower, the heights of
            // others.
            int next = (side + 1) % 4;
            int part = side % 2;
            float sum = wanted[side * 2 + part] + wanted[next * 2 + part];
            float room = part == 0 ? place.width : place.height;
            fit = sum > room ? Math.min(fit, room / sum) : fit;
        }
        float[] radii = wanted.clone();
        for (int i = 0; i < radii.length; i++) {
            radii[i] *= fit;
        }
        return new Outline(place, radii);
    }

    boolean isRound() {
        for (float radius : radii) {
            if (radius > 0) {
                return true;
            }
        }
        return false;
    }

    /** What is left of it inside of a border; left, upper, right and lower. */
    Outline inside(int[] border) {
        var inner =
                new Rectangle(
                        place.x + border[0],
                        place.y + border[1],
                        Math.max(0, place.width - border[0] - border[2]),
                        Math.max(0, place.height - border[1] - border[3]));
        float[] smaller = radii.clone();
        int[] beside = {0, 2, 2, 0};
        int[] above = {1, 1, 3, 3};
        for (int corner = 0; corner < 4; corner++) {
            smaller[corner * 2] = Math.max(0, radii[corner * 2] - border[beside[corner]]);
            smaller[corner * 2 + 1] = Math.max(0, radii[corner * 2 + 1] - border[above[corner]]);
        }
        return of(inner, smaller);
    }

    Shape shape() {
        return isRound() ? path() : place;
    }

    Path2D path() {
        var path = new Path2D.Float(Path2D.WIND_EVEN_ODD);
        float left = place.x;
        float top = place.y;
        float right = left + place.width;
        float bottom = top + place.height;
        path.moveTo(left + radii[0], top);
        path.lineTo(right - radii[2], top);
        new Corner(right, top, -radii[2], radii[3]).down(path);
        path.lineTo(right, bottom - radii[5]);
        new Corner(right, bottom, -radii[4], -radii[5]).across(path);
        path.lineTo(left + radii[6], bottom);
        new Corner(left, bottom, radii[6], -radii[7]).down(path);
        path.lineTo(left, top + radii[1]);
        new Corner(left, top, radii[0], radii[1]).across(path);
        path.closePath();
        return path;
    }

    /**
     * A corner and how far the curve round it begins and ends from it.
     *
     * @param across on the upper or lower side
     * @param along on the left or right side
     */
    private record Corner(float x, float y, float across, float along) {
        private static final float STAY = 1 - HANDLE;

        void down(Path2D.Float path) {
            path.curveTo(x + across * STAY, y, x, y + along * STAY, x, y + along);
        }

        void across(Path2D.Float path) {
            path.curveTo(x, y + along * STAY, x + across * STAY, y, x + across, y);
        }
    }
}
