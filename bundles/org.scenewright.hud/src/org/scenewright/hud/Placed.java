// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.crdt.Entity;

import java.util.Optional;

/**
 * An element at its place.
 *
 * @param box where it is
 * @param inside what its border and padding leave
 * @param clip nothing of it is seen beyond that
 * @param opacity from 0 to 1
 * @param border how thick its left, upper, right and lower border are
 * @param overflow how far what is in it could be scrolled, to the left and up
 * @param parent what it is in; nothing at the top
 */
record Placed(
        Element element,
        Rect box,
        Rect inside,
        Rect clip,
        float opacity,
        float[] border,
        float[] overflow,
        Optional<Placed> parent) {

    Entity entity() {
        return element.entity();
    }

    Element.Matter matter() {
        return element.matter();
    }

    boolean isAt(double x, double y) {
        return box.holds(x, y) && clip.holds(x, y);
    }

    boolean scrolls() {
        return element.style().place().scrolls() && (overflow[0] > 0 || overflow[1] > 0);
    }

    /** The padding box: what a picture behind it would fill. */
    Rect room() {
        return box.inset(border[0], border[1], border[2], border[3]);
    }
}
