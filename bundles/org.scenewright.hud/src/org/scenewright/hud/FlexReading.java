// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.FlexStyle.Direction;
import org.scenewright.hud.FlexStyle.Flow;
import org.scenewright.hud.FlexStyle.Justify;
import org.scenewright.hud.FlexStyle.Place;
import org.scenewright.hud.FlexStyle.Share;
import org.scenewright.hud.FlexStyle.Spacing;
import org.scenewright.hud.FlexStyle.Wrap;

/** Reads the style of a box from a UiTransform component; what is absent is as in explorers. */
record FlexReading(Part transform) {
    private static final float MOST = 1e6f;

    /** YGPositionType, YGDisplay and YGOverflow. */
    private static final int ABSOLUTE = 1;

    private static final int NONE = 1;
    private static final int SCROLL = 2;

    FlexStyle style() {
        return new FlexStyle(
                flow(),
                share(),
                extent("width", "height"),
                extent("minWidth", "minHeight"),
                extent("maxWidth", "maxHeight"),
                new Spacing(edges("margin", ""), edges("border", "Width"), edges("padding", "")),
                place());
    }

    private Flow flow() {
        return new Flow(
                choice(Direction.values(), "flexDirection", Direction.ROW),
                choice(Wrap.values(), "flexWrap", Wrap.NO_WRAP),
                choice(Justify.values(), "justifyContent", Justify.START),
                choice(Align.values(), "alignItems", Align.STRETCH),
                choice(Align.values(), "alignContent", Align.STRETCH));
    }

    private Share share() {
        return new Share(
                length("flexBasis"),
                factor("flexGrow", 0),
                factor("flexShrink", 1),
                choice(Align.values(), "alignSelf", Align.AUTO));
    }

    private Place place() {
        return new Place(
                edges("position", ""),
                transform.whole("positionType", 0) == ABSOLUTE,
                transform.whole("display", 0) == NONE,
                transform.whole("overflow", 0) == SCROLL);
    }

    private float factor(String field, float fallback) {
        return (float) Math.clamp(transform.number(field, fallback), 0, MOST);
    }

    private <E extends Enum<E>> E choice(E[] choices, String field, E fallback) {
        int choice = transform.whole(field, fallback.ordinal());
        return choice >= 0 && choice < choices.length ? choices[choice] : fallback;
    }

    private Extent extent(String width, String height) {
        return new Extent(length(width), length(height));
    }

    private Edges edges(String before, String after) {
        return new Edges(
                length(before + "Left" + after),
                length(before + "Top" + after),
                length(before + "Right" + after),
                length(before + "Bottom" + after));
    }

    private Length length(String field) {
        var unit = choice(Length.Unit.values(), field + "Unit", Length.Unit.UNDEFINED);
        return switch (unit) {
            case UNDEFINED -> Length.UNDEFINED;
            case AUTO -> Length.AUTO;
            case POINT, PERCENT ->
                    new Length(unit, (float) Math.clamp(transform.number(field, 0), -MOST, MOST));
        };
    }
}
