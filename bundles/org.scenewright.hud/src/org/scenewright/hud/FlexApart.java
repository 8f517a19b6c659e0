// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.FlexStyle.Wrap;
import org.scenewright.hud.Room.Mode;
import org.scenewright.hud.Room.Span;

/** Lays out a child apart from its siblings, in the whole inside of the border of its parent. */
final class FlexApart {
    private final FlexBox box;
    private final FlexBox child;
    private final Room room;
    private final float[] inside = new float[2];

    /**
     * @param room the one of the box
     */
    FlexApart(FlexBox box, FlexBox child, Room room) {
        this.box = box;
        this.child = child;
        this.room = room;
        for (var axis : Axis.values()) {
            inside[axis.ordinal()] = box.measured(axis) - box.borders(axis);
        }
    }

    void lay() {
        float wide = known(Axis.HORIZONTAL);
        float high = known(Axis.VERTICAL);
        if (Float.isNaN(wide) || Float.isNaN(high)) {
            FlexPass.lay(child, room(width(wide), Span.known(high)), false);
            wide = child.measured(Axis.HORIZONTAL) + margins(Axis.HORIZONTAL);
            high = child.measured(Axis.VERTICAL) + margins(Axis.VERTICAL);
        }
        FlexPass.lay(child, room(Span.exact(wide), Span.exact(high)), true);
        place(Axis.HORIZONTAL);
        place(Axis.VERTICAL);
    }

    private Room room(Span width, Span height) {
        return new Room(width, height, width(), inside[1]);
    }

    private float width() {
        return inside[0];
    }

    private Span width(float known) {
        boolean isOpen = Float.isNaN(known) && box.style().main() == Axis.VERTICAL;
        return isOpen && room.width().mode() != Mode.FREE && width() > 0
                ? Span.most(width())
                : Span.known(known);
    }

    private float margins(Axis axis) {
        return child.margins(axis, width());
    }

    private float inside(Axis axis) {
        return inside[axis.ordinal()];
    }

    /** The size with margins, where the style says it or both ends are given. */
    private float known(Axis axis) {
        float given = child.given(axis, inside(axis));
        if (!Float.isNaN(given)) {
            return given + margins(axis);
        }
        var offset = child.style().place().offset();
        float first = offset.first(axis).of(inside(axis));
        float last = offset.last(axis).of(inside(axis));
        boolean isSpanned = offset.first(axis).isSet() && offset.last(axis).isSet();
        return isSpanned
                ? child.bound(axis, inside(axis) - first - last, inside(axis), width())
                : Float.NaN;
    }

    private void place(Axis axis) {
        var offset = child.style().place().offset();
        float size = child.measured(axis);
        if (offset.first(axis).isSet()) {
            float first = offset.first(axis).of(inside(axis));
            child.place(axis, first + box.border(axis, true) + child.margin(axis, true, width()));
        } else if (offset.last(axis).isSet()) {
            float last = offset.last(axis).of(inside(axis));
            float end = box.measured(axis) - box.border(axis, false) - last;
            child.place(axis, end - size - child.margin(axis, false, width()));
        } else {
            child.place(axis, at(axis, lie(axis)));
        }
    }

    private float at(Axis axis, Align lie) {
        float first = box.inset(axis, true, room.ownerWidth());
        float last = box.measured(axis) - box.inset(axis, false, room.ownerWidth());
        float before = child.margin(axis, true, width());
        float after = child.margin(axis, false, width());
        float size = child.measured(axis);
        return switch (lie) {
            case CENTER -> (first + last - size - before - after) / 2 + before;
            case END -> last - size - after;
            case AUTO, START, STRETCH, BASELINE, BETWEEN, AROUND -> first + before;
        };
    }

    /** How it lies where its style does not say where it is. */
    private Align lie(Axis axis) {
        if (axis == box.style().main()) {
            var along =
                    switch (box.style().flow().justify()) {
                        case START, BETWEEN -> Align.START;
                        case CENTER, AROUND, EVENLY -> Align.CENTER;
                        case END -> Align.END;
                    };
            return box.direction().isReversed() ? turned(along) : along;
        }
        var across = box.align(child);
        boolean isUpward = box.style().flow().wrap() == Wrap.WRAP_REVERSE;
        return isUpward ? turned(across) : across;
    }

    private static Align turned(Align align) {
        return switch (align) {
            case CENTER -> Align.CENTER;
            case END -> Align.START;
            case AUTO, START, STRETCH, BASELINE, BETWEEN, AROUND -> Align.END;
        };
    }
}
