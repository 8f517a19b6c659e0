// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

/** A rectangle in pixels of the layout, from the upper left corner of the screen. */
record Rect(float x, float y, float width, float height) {

    float right() {
        return x + width;
    }

    float bottom() {
        return y + height;
    }

    boolean holds(double px, double py) {
        return px >= x && py >= y && px < right() && py < bottom();
    }

    Rect within(Rect other) {
        float left = Math.max(x, other.x);
        float top = Math.max(y, other.y);
        return new Rect(
                left,
                top,
                Math.max(0, Math.min(right(), other.right()) - left),
                Math.max(0, Math.min(bottom(), other.bottom()) - top));
    }

    Rect inset(float left, float top, float right, float bottom) {
        return new Rect(
                x + left,
                y + top,
                Math.max(0, width - left - right),
                Math.max(0, height - top - bottom));
    }

    boolean isEmpty() {
        return width <= 0 || height <= 0;
    }
}
