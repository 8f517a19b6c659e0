// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import java.util.List;
import java.util.Optional;

/**
 * How an element looks apart from what it says.
 *
 * @param fill what is behind it
 * @param borders the colours of its left, upper, right and lower border
 * @param radii of its corners, clockwise from the upper left
 * @param opacity from 0 to 1; what is in it has at most that
 * @param clips whether nothing in it reaches beyond it
 * @param level among its siblings; higher ones lie over lower ones
 */
record Look(
        Optional<Fill> fill,
        List<Ink> borders,
        List<Length> radii,
        float opacity,
        boolean clips,
        int level) {

    static Look of(Part transform, Optional<Fill> fill) {
        return new Look(
                fill,
                List.of(
                        Ink.of(transform, "borderLeftColor", Ink.NONE),
                        Ink.of(transform, "borderTopColor", Ink.NONE),
                        Ink.of(transform, "borderRightColor", Ink.NONE),
                        Ink.of(transform, "borderBottomColor", Ink.NONE)),
                List.of(
                        radius(transform, "borderTopLeftRadius"),
                        radius(transform, "borderTopRightRadius"),
                        radius(transform, "borderBottomRightRadius"),
                        radius(transform, "borderBottomLeftRadius")),
                (float) Math.clamp(transform.number("opacity", 1), 0, 1),
                transform.whole("overflow", 0) != 0,
                transform.whole("zIndex", 0));
    }

    private static Length radius(Part transform, String corner) {
        boolean isPercent = transform.whole(corner + "Unit", 0) == Length.Unit.PERCENT.ordinal();
        float radius = (float) Math.clamp(transform.number(corner, 0), 0, 1e5);
        return new Length(isPercent ? Length.Unit.PERCENT : Length.Unit.POINT, radius);
    }

    boolean isRound() {
        return radii.stream().anyMatch(radius -> radius.value() > 0);
    }
}
