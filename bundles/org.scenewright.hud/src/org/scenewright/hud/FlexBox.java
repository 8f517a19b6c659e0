// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.FlexStyle.Direction;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A box that is laid out, with what the layout found by now; one thread only. */
final class FlexBox {
    private final FlexStyle style;
    private final Optional<Content> content;
    private final List<FlexBox> children = new ArrayList<>();
    private final float[] position = new float[2];
    private final float[] size = new float[2];
    private final Map<Room.Sizes, float[]> sizes = new HashMap<>();
    private Optional<Room.Sizes> laid = Optional.empty();

    /** How large it is for now: by the last measurement. */
    final float[] measured = new float[2];

    /** How long it is along the main axis of its parent before it grows or shrinks; once known. */
    float basis = Float.NaN;

    /** Something that is not made of boxes, as text is. */
    interface Content {
        /**
         * How large it wants to be.
         *
         * @param width how wide it may be; infinite where that is open
         */
        float[] measure(float width);
    }

    FlexBox(FlexStyle style, Optional<Content> content) {
        this.style = style;
        this.content = content;
    }

    void add(FlexBox child) {
        children.add(child);
    }

    FlexStyle style() {
        return style;
    }

    Optional<Content> content() {
        return content;
    }

    List<FlexBox> children() {
        return children;
    }

    /** From the left or upper edge of its parent. */
    float position(Axis axis) {
        return position[axis.ordinal()];
    }

    void place(Axis axis, float at) {
        position[axis.ordinal()] = at;
    }

    /** How large it is in the end. */
    float size(Axis axis) {
        return size[axis.ordinal()];
    }

    float measured(Axis axis) {
        return measured[axis.ordinal()];
    }

    /** Whether it takes part in the layout with its siblings. */
    boolean flows() {
        return !style.place().isGone() && !style.place().isAbsolute();
    }

    boolean isFlexible() {
        return !style.place().isAbsolute()
                && (style.share().grow() != 0 || style.share().shrink() != 0);
    }

    /** The margin at the left or upper edge, or at the other one. */
    float margin(Axis axis, boolean isFirst, float ownerWidth) {
        var margin = style.spacing().margin();
        return (isFirst ? margin.first(axis) : margin.last(axis)).orZero(ownerWidth);
    }

    float margins(Axis axis, float ownerWidth) {
        return margin(axis, true, ownerWidth) + margin(axis, false, ownerWidth);
    }

    boolean isMarginAuto(Axis axis, boolean isFirst) {
        var margin = style.spacing().margin();
        return (isFirst ? margin.first(axis) : margin.last(axis)).isAuto();
    }

    boolean hasAutoMargin(Axis axis) {
        return isMarginAuto(axis, true) || isMarginAuto(axis, false);
    }

    float border(Axis axis, boolean isFirst) {
        var border = style.spacing().border();
        return Math.max(0, (isFirst ? border.first(axis) : border.last(axis)).orZero(0));
    }

    float borders(Axis axis) {
        return border(axis, true) + border(axis, false);
    }

    /** Border and padding at the left or upper edge, or at the other one. */
    float inset(Axis axis, boolean isFirst, float ownerWidth) {
        var padding = style.spacing().padding();
        float kept = (isFirst ? padding.first(axis) : padding.last(axis)).orZero(ownerWidth);
        return border(axis, isFirst) + Math.max(0, kept);
    }

    float insets(Axis axis, float ownerWidth) {
        return inset(axis, true, ownerWidth) + inset(axis, false, ownerWidth);
    }

    /** The size that the style gives it; not a number where it does not. */
    float given(Axis axis, float owner) {
        float length = style.extent().along(axis).of(owner);
        return length >= 0 ? length : Float.NaN;
    }

    boolean isGiven(Axis axis, float owner) {
        return !Float.isNaN(given(axis, owner));
    }

    /** A size within what the style allows. */
    float clamp(Axis axis, float size, float owner) {
        float most = style.most().along(axis).of(owner);
        float least = style.least().along(axis).of(owner);
        float clamped = most >= 0 && size > most ? most : size;
        return least >= 0 && clamped < least ? least : clamped;
    }

    /** A size within what the style allows, with room for border and padding. */
    float bound(Axis axis, float size, float owner, float ownerWidth) {
        float insets = insets(axis, ownerWidth);
        float clamped = clamp(axis, size, owner);
        return Float.isNaN(clamped) ? insets : Math.max(clamped, insets);
    }

    /** What its own style moves it by from where it would be. */
    float offset(Axis axis, float owner) {
        var offset = style.place().offset();
        var first = offset.first(axis);
        return first.isSet() ? first.orZero(owner) : -offset.last(axis).orZero(owner);
    }

    /** How a child lies across the main axis. */
    Align align(FlexBox child) {
        var self = child.style.share().self();
        var align = self == Align.AUTO ? style.flow().items() : self;
        boolean isColumn = style.main() == Axis.VERTICAL;
        return align == Align.BASELINE && isColumn ? Align.START : align;
    }

    /** Whether its children, in a row, stand on a common line. */
    boolean hasBaseline() {
        return style.main() == Axis.HORIZONTAL
                && (style.flow().items() == Align.BASELINE
                        || children.stream()
                                .anyMatch(c -> c.flows() && align(c) == Align.BASELINE));
    }

    /** How far below its upper edge the line is on which it stands. */
    float baseline() {
        var candidates = children.stream().filter(FlexBox::flows).toList();
        return candidates.stream()
                .filter(child -> align(child) == Align.BASELINE)
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .map(child -> child.position(Axis.VERTICAL) + child.baseline())
                .orElse(measured(Axis.VERTICAL));
    }

    boolean isReversed(Axis axis) {
        var direction = style.flow().direction();
        return direction.isReversed() && direction.axis() == axis;
    }

    Direction direction() {
        return style.flow().direction();
    }

    /**
     * Takes what was found before for a room; whether there was something.
     *
     * <p>As in Yoga, what percents are of does not count, so that a box keeps the size for which
     * its parents made room.
     */
    boolean recall(Room room, boolean places) {
        boolean isLaid = laid.filter(room.sizes()::equals).isPresent();
        var known = places ? isLaid ? size : null : sizes.get(room.sizes());
        if (known == null) {
            return false;
        }
        System.arraycopy(known, 0, measured, 0, 2);
        return true;
    }

    void remember(Room room, boolean places) {
        if (places) {
            laid = Optional.of(room.sizes());
            System.arraycopy(measured, 0, size, 0, 2);
        } else {
            sizes.put(room.sizes(), measured.clone());
        }
    }

    /** Takes no room, nor does anything in it. */
    void vanish() {
        position[0] = 0;
        position[1] = 0;
        size[0] = 0;
        size[1] = 0;
        children.forEach(FlexBox::vanish);
    }
}
