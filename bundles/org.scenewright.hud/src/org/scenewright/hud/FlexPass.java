// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.FlexStyle.Wrap;
import org.scenewright.hud.Room.Mode;
import org.scenewright.hud.Room.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays out one box in one room by the rules of flexible boxes, as Yoga reads them: a box may become
 * smaller than what is in it, and percents are of the inside of the parent.
 */
final class FlexPass {
    private final FlexBox box;
    private final Room room;
    private final boolean places;
    private final Axis main;
    private final Axis cross;
    private final float[] inner = new float[2];
    private Mode mainMode;
    private float length;
    private boolean isCrowded;

    private FlexPass(FlexBox box, Room room, boolean places) {
        this.box = box;
        this.room = room;
        this.places = places;
        main = box.style().main();
        cross = main.other();
        mainMode = room.along(main).mode();
    }

    /** Lays out a tree that fills some room. */
    static void layOut(FlexBox root, float width, float height) {
        root.place(Axis.HORIZONTAL, 0);
        root.place(Axis.VERTICAL, 0);
        lay(root, new Room(Span.exact(width), Span.exact(height), width, height), true);
    }

    /**
     * Measures a box.
     *
     * @param places whether it stays so, and what is in it gets its place
     */
    static void lay(FlexBox box, Room room, boolean places) {
        if (!box.recall(room, places)) {
            new FlexPass(box, room, places).run();
            box.remember(room, places);
        }
    }

    private void run() {
        if (box.content().isPresent()) {
            fill(box.content().get());
        } else if (box.children().isEmpty()) {
            settle(Axis.HORIZONTAL, insets(Axis.HORIZONTAL));
            settle(Axis.VERTICAL, insets(Axis.VERTICAL));
        } else if (places || !isFixed()) {
            flow();
        } else {
            fix(Axis.HORIZONTAL);
            fix(Axis.VERTICAL);
        }
    }

    FlexBox box() {
        return box;
    }

    boolean places() {
        return places;
    }

    Axis main() {
        return main;
    }

    Axis cross() {
        return cross;
    }

    Mode mainMode() {
        return mainMode;
    }

    Mode crossMode() {
        return room.along(cross).mode();
    }

    /** How large the inside is; not a number where that is open. */
    float inner(Axis axis) {
        return inner[axis.ordinal()];
    }

    /** How long its lines are; not a number where that is open. */
    float length() {
        return length;
    }

    void length(float lines) {
        length = lines;
    }

    /** The room of a child, of which the sizes are along the main axis and across it. */
    Room room(Span along, Span across) {
        return Room.of(main, along, across, inner);
    }

    float owner(Axis axis) {
        return room.owner(axis);
    }

    float ownerWidth() {
        return room.ownerWidth();
    }

    /** Whether there are lines, and more than one is needed. */
    boolean isCrowded() {
        return isCrowded && box.style().wraps();
    }

    float insets(Axis axis) {
        return box.insets(axis, ownerWidth());
    }

    private float margins(Axis axis) {
        return box.margins(axis, ownerWidth());
    }

    private float bound(Axis axis, float size) {
        return box.bound(axis, size, owner(axis), ownerWidth());
    }

    /** The size along an axis: as it must be, or else what the content needs. */
    private void settle(Axis axis, float needed) {
        var span = room.along(axis);
        box.measured[axis.ordinal()] =
                bound(axis, span.isExact() ? span.size() - margins(axis) : needed);
    }

    private void fill(FlexBox.Content content) {
        float wide = room.width().size() - margins(Axis.HORIZONTAL) - insets(Axis.HORIZONTAL);
        boolean isOpen = Float.isNaN(wide) || room.width().mode() == Mode.FREE;
        boolean isKnown = room.width().isExact() && room.height().isExact();
        float[] wanted =
                isKnown
                        ? new float[2]
                        : content.measure(isOpen ? Float.POSITIVE_INFINITY : Math.max(0, wide));
        settle(Axis.HORIZONTAL, wanted[0] + insets(Axis.HORIZONTAL));
        settle(Axis.VERTICAL, wanted[1] + insets(Axis.VERTICAL));
    }

    private boolean isFixed() {
        return room.width().isExact() && room.height().isExact()
                || isClosed(Axis.HORIZONTAL)
                || isClosed(Axis.VERTICAL);
    }

    private boolean isClosed(Axis axis) {
        var span = room.along(axis);
        return span.mode() == Mode.AT_MOST && span.size() - margins(axis) <= 0;
    }

    private void fix(Axis axis) {
        float size = room.along(axis).size() - margins(axis);
        boolean isOpen = Float.isNaN(size) || room.along(axis).mode() == Mode.AT_MOST && size < 0;
        box.measured[axis.ordinal()] = bound(axis, isOpen ? 0 : size);
    }

    /** How large the inside may be, by the room and by what the style allows. */
    private float inside(Axis axis) {
        float insets = insets(axis);
        float size = room.along(axis).size() - margins(axis) - insets;
        float most = box.style().most().along(axis).of(owner(axis)) - insets;
        float least = box.style().least().along(axis).of(owner(axis)) - insets;
        float capped = size > most ? most : size;
        return Float.isNaN(size) ? size : Math.max(capped, Float.isNaN(least) ? 0 : least);
    }

    private void flow() {
        inner[0] = inside(Axis.HORIZONTAL);
        inner[1] = inside(Axis.VERTICAL);
        length = inner(main);
        float wanted = new FlexBases(this).measure();
        isCrowded = mainMode != Mode.FREE && wanted > inner(main);
        if (isCrowded() && mainMode == Mode.AT_MOST) {
            mainMode = Mode.EXACT;
        }
        var lines = lines();
        float longest = (float) lines.stream().mapToDouble(FlexLine::length).max().orElse(0);
        float thick = (float) lines.stream().mapToDouble(FlexLine::thickness).sum();
        if (places && (box.style().wraps() || box.hasBaseline())) {
            new FlexLines(this, lines).spread(thick);
        }
        size(main, mainMode, longest);
        size(cross, crossMode(), thick + insets(cross));
        if (places) {
            finish();
        }
    }

    private List<FlexLine> lines() {
        var lines = new ArrayList<FlexLine>();
        var children = box.children();
        int next = 0;
        float below = box.inset(cross, true, ownerWidth());
        while (next < children.size()) {
            var line = new FlexLine(this);
            next = line.take(children, next);
            line.flex();
            line.justify();
            if (places) {
                line.align(below);
            }
            below += line.thickness();
            lines.add(line);
        }
        return lines;
    }

    private void size(Axis axis, Mode mode, float needed) {
        float size = room.along(axis).size() - margins(axis);
        boolean isLoose = box.style().place().scrolls() && mode == Mode.AT_MOST;
        if (isLoose) {
            float most = (axis == main ? length : inner(axis)) + insets(axis);
            float wanted = box.clamp(axis, needed, owner(axis));
            size = Math.max(Math.min(most, wanted), insets(axis));
        } else {
            size = bound(axis, mode == Mode.EXACT ? size : needed);
        }
        box.measured[axis.ordinal()] = size;
    }

    /** Turns round what is reversed, moves what is relative, and places what is absolute. */
    private void finish() {
        boolean isUpward = box.style().flow().wrap() == Wrap.WRAP_REVERSE;
        for (var child : box.children()) {
            if (child.flows()) {
                turn(child, main, box.direction().isReversed());
                turn(child, cross, isUpward);
            } else if (child.style().place().isAbsolute() && !child.style().place().isGone()) {
                new FlexApart(box, child, room).lay();
            }
        }
    }

    private void turn(FlexBox child, Axis axis, boolean isReversed) {
        float at = child.position(axis);
        float turned = isReversed ? box.measured(axis) - at - child.size(axis) : at;
        child.place(axis, turned + child.offset(axis, inner(axis)));
    }

    /** Lays out a child across the whole thickness that its line has. */
    void stretch(FlexBox child, float thickness) {
        float along = child.measured(main) + child.margins(main, inner(Axis.HORIZONTAL));
        var style = box.style();
        boolean isLoose = style.flow().content() != Align.STRETCH && style.wraps();
        var across = new Span(thickness, isLoose ? Mode.FREE : Mode.EXACT);
        lay(child, room(within(child, main, Span.exact(along)), across(child, across)), true);
    }

    private Span across(FlexBox child, Span span) {
        return span.mode() == Mode.FREE ? span : within(child, cross, span);
    }

    /** A size of a child, with its margins, that is no larger than its style allows. */
    Span within(FlexBox child, Axis axis, Span span) {
        float most = child.style().most().along(axis).of(axis == main ? length : inner(axis));
        return span.within(most + child.margins(axis, inner(Axis.HORIZONTAL)));
    }

    /** Whether a child is to be as thick as its line. */
    boolean stretches(FlexBox child) {
        return box.align(child) == Align.STRETCH && !child.hasAutoMargin(cross);
    }

    /** Something with margins. */
    float outer(FlexBox child, Axis axis) {
        return child.measured(axis) + child.margins(axis, inner(Axis.HORIZONTAL));
    }

    static Optional<FlexBox> onlyOne(List<FlexBox> some) {
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }
}
