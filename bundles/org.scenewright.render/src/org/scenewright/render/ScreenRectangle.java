// SPDX-License-Identifier: EPL-2.0
package org.scenewright.render;

/**
 * A rectangle on the picture in pixels, from the upper left corner; the first corner is the upper
 * left one.
 */
public record ScreenRectangle(double left, double top, double right, double bottom) {

    /** The rectangle between any two opposite corners. */
    public static ScreenRectangle between(double x0, double y0, double x1, double y1) {
        return new ScreenRectangle(
                Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1));
    }

    boolean touches(ScreenRectangle o) {
        return left <= o.right && o.left <= right && top <= o.bottom && o.top <= bottom;
    }

    boolean contains(ScreenRectangle o) {
        return left <= o.left && top <= o.top && o.right <= right && o.bottom <= bottom;
    }

    ScreenRectangle union(ScreenRectangle o) {
        return new ScreenRectangle(
                Math.min(left, o.left),
                Math.min(top, o.top),
                Math.max(right, o.right),
                Math.max(bottom, o.bottom));
    }
}
