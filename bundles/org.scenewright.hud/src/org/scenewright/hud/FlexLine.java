// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.FlexStyle.Justify;
import org.scenewright.hud.Room.Mode;
import org.scenewright.hud.Room.Span;

import java.util.ArrayList;
import java.util.List;

/** One line of children: what they share of its length, and where they are in it. */
final class FlexLine {
    /** Less than this is left of a sum by rounding. */
    private static final float TINY = 0.01f;

    private final FlexPass pass;
    private final FlexBox box;
    private final Axis main;
    private final Axis cross;
    private final List<FlexBox> items = new ArrayList<>();
    private float taken;
    private float grow;
    private float shrink;
    private float left;
    private float length;
    private float thickness;

    FlexLine(FlexPass pass) {
        this.pass = pass;
        box = pass.box();
        main = pass.main();
        cross = pass.cross();
    }

    List<FlexBox> items() {
        return items;
    }

    /** How long it is, with what is kept free at the ends of the box. */
    float length() {
        return length;
    }

    float thickness() {
        return thickness;
    }

    private float width() {
        return pass.inner(Axis.HORIZONTAL);
    }

    /** Takes as many children as there is room for; the next one after them. */
    int take(List<FlexBox> children, int from) {
        int next = from;
        for (; next < children.size(); next++) {
            var child = children.get(next);
            if (child.flows() && !takes(child)) {
                break;
            }
        }
        grow = grow > 0 && grow < 1 ? 1 : grow;
        shrink = shrink > 0 && shrink < 1 ? 1 : shrink;
        return next;
    }

    private boolean takes(FlexBox child) {
        float outer = basis(child) + child.margins(main, width());
        boolean isFull = box.style().wraps() && !items.isEmpty() && taken + outer > pass.length();
        if (!isFull) {
            items.add(child);
            taken += outer;
            grow += child.style().share().grow();
            shrink += child.style().share().shrink() * child.basis;
        }
        return !isFull;
    }

    private float basis(FlexBox child) {
        return child.clamp(main, child.basis, pass.owner(main));
    }

    /** Gives the children what is left over, or takes from them what is missing. */
    void flex() {
        left = free();
        boolean isSkipped = !pass.places() && pass.crossMode() == Mode.EXACT;
        if (isSkipped) {
            return;
        }
        float all = left;
        freeze();
        float given = 0;
        for (var item : items) {
            float size = share(item);
            given += size - basis(item);
            measure(item, size);
        }
        left = all - given;
    }

    private float free() {
        if (pass.mainMode() != Mode.EXACT) {
            return restricted() ? pass.length() - taken : taken < 0 ? -taken : 0;
        }
        float inner = pass.length();
        return Float.isNaN(inner) ? 0 : inner - taken;
    }

    /** Whether the box is as long as its style says at least or at most, not as its content. */
    private boolean restricted() {
        float owner = pass.owner(main);
        float insets = pass.insets(main);
        float least = box.style().least().along(main).of(owner) - insets;
        float most = box.style().most().along(main).of(owner) - insets;
        if (taken < least) {
            pass.length(least);
            return true;
        }
        if (taken > most) {
            pass.length(most);
            return true;
        }
        if (grow == 0 || box.style().share().grow() == 0) {
            pass.length(taken);
        }
        return false;
    }

    /** Lets those that reach what their style allows take that, so that others share the rest. */
    private void freeze() {
        float kept = 0;
        for (var item : items) {
            float basis = basis(item);
            float wanted = wanted(item, basis);
            float size = bound(item, wanted);
            if (wanted != basis && wanted != size && (left > 0 || shrink >= TINY)) {
                kept += size - basis;
                grow -= left > 0 ? item.style().share().grow() : 0;
                shrink -= left < 0 ? item.style().share().shrink() * item.basis : 0;
            }
        }
        left -= kept;
    }

    private float bound(FlexBox item, float size) {
        return item.bound(main, size, pass.length(), width());
    }

    private float wanted(FlexBox item, float basis) {
        var share = item.style().share();
        if (left < 0 && share.shrink() * basis != 0) {
            return shrink < TINY
                    ? basis - share.shrink() * basis
                    : basis + left / shrink * share.shrink() * basis;
        }
        return left > 0 && share.grow() != 0 ? basis + left / grow * share.grow() : basis;
    }

    private float share(FlexBox item) {
        float basis = basis(item);
        float wanted = wanted(item, basis);
        return wanted == basis ? basis : bound(item, wanted);
    }

    private void measure(FlexBox item, float size) {
        float margins = item.margins(main, width());
        var along = pass.within(item, main, Span.exact(size + margins));
        var across = pass.within(item, cross, across(item));
        boolean isLast = !pass.stretches(item) || item.isGiven(cross, pass.inner(cross));
        FlexPass.lay(item, pass.room(along, across), pass.places() && isLast);
    }

    private Span across(FlexBox item) {
        float inner = pass.inner(cross);
        float given = item.given(cross, inner);
        boolean isExact = pass.crossMode() == Mode.EXACT;
        if (!Float.isNaN(given)) {
            boolean isLoose =
                    item.style().extent().along(cross).unit() == Length.Unit.PERCENT && !isExact;
            float outer = given + item.margins(cross, width());
            return isLoose ? new Span(outer, Mode.FREE) : Span.exact(outer);
        }
        boolean isStretched =
                !Float.isNaN(inner) && isExact && !pass.isCrowded() && pass.stretches(item);
        return isStretched ? Span.exact(inner) : Span.most(inner);
    }

    /** Places the children along the line. */
    void justify() {
        if (pass.mainMode() == Mode.AT_MOST && left > 0) {
            left = spare();
        }
        int autos = items.stream().mapToInt(this::autos).sum();
        float[] gaps = autos > 0 ? new float[2] : gaps();
        boolean isReversed = box.direction().isReversed();
        float at = box.inset(main, !isReversed, pass.ownerWidth()) + gaps[0];
        float auto = autos > 0 ? Math.max(0, left) / autos : 0;
        for (var item : items) {
            at += item.isMarginAuto(main, !isReversed) ? auto : 0;
            if (pass.places()) {
                item.place(main, at + item.margin(main, !isReversed, width()));
            }
            at += item.isMarginAuto(main, isReversed) ? auto : 0;
            at += extent(item) + (item == items.getLast() ? 0 : gaps[1]);
        }
        length = at + box.inset(main, isReversed, pass.ownerWidth());
        thickness = thick();
    }

    /** How long a child is, where that was measured. */
    private float extent(FlexBox item) {
        boolean isSkipped = !pass.places() && pass.crossMode() == Mode.EXACT;
        return isSkipped ? item.basis + item.margins(main, width()) : pass.outer(item, main);
    }

    private float spare() {
        float least = box.style().least().along(main).of(pass.owner(main));
        float taken = pass.length() - left;
        return Float.isNaN(least) ? 0 : Math.max(0, least - pass.insets(main) - taken);
    }

    private int autos(FlexBox item) {
        return (item.isMarginAuto(main, true) ? 1 : 0) + (item.isMarginAuto(main, false) ? 1 : 0);
    }

    /** What is left free before the first child, and between two. */
    private float[] gaps() {
        int count = Math.max(1, items.size());
        return switch (left >= 0 ? box.style().flow().justify() : fallback()) {
            case START -> new float[] {0, 0};
            case CENTER -> new float[] {left / 2, 0};
            case END -> new float[] {left, 0};
            case BETWEEN -> new float[] {0, count > 1 ? left / (count - 1) : 0};
            case AROUND -> new float[] {left / count / 2, left / count};
            case EVENLY -> new float[] {left / (count + 1), left / (count + 1)};
        };
    }

    /** Where nothing is left over, nothing is spread. */
    private Justify fallback() {
        var justify = box.style().flow().justify();
        return switch (justify) {
            case BETWEEN, AROUND, EVENLY -> Justify.START;
            case START, CENTER, END -> justify;
        };
    }

    private float thick() {
        boolean isExact = pass.crossMode() == Mode.EXACT;
        boolean isOne = !box.style().wraps();
        if (isOne && isExact) {
            return pass.inner(cross);
        }
        float thick = box.hasBaseline() ? standing() : widest();
        float insets = pass.insets(cross);
        return isOne
                ? box.bound(cross, thick + insets, pass.owner(cross), pass.ownerWidth()) - insets
                : thick;
    }

    private float widest() {
        return (float) items.stream().mapToDouble(i -> pass.outer(i, cross)).max().orElse(0);
    }

    private float standing() {
        float above = 0;
        float below = 0;
        for (var item : items) {
            float rise = rise(item);
            above = Math.max(above, rise);
            below = Math.max(below, pass.outer(item, cross) - rise);
        }
        return above + below;
    }

    /** How far the line on which children stand is below the upper end of this line. */
    float ascent() {
        float ascent = 0;
        for (var item : items) {
            ascent = box.align(item) == Align.BASELINE ? Math.max(ascent, rise(item)) : ascent;
        }
        return ascent;
    }

    private float rise(FlexBox item) {
        return item.baseline() + item.margin(Axis.VERTICAL, true, width());
    }

    /** Places the children across the line, and stretches those that are to be as thick. */
    void align(float below) {
        float inner = pass.inner(cross);
        float insets = pass.insets(cross);
        float bound = box.bound(cross, thickness + insets, pass.owner(cross), pass.ownerWidth());
        float room = pass.crossMode() == Mode.EXACT ? inner : bound - insets;
        for (var item : items) {
            float first = below + item.margin(cross, true, width());
            if (pass.stretches(item)) {
                if (!item.isGiven(cross, inner)) {
                    pass.stretch(item, thickness);
                }
                item.place(cross, first);
            } else {
                item.place(cross, first + lead(item, room - pass.outer(item, cross)));
            }
        }
    }

    /** How far a child is from where its line begins. */
    private float lead(FlexBox item, float spare) {
        boolean isPushed = item.isMarginAuto(cross, true);
        boolean isPulled = item.isMarginAuto(cross, false);
        if (isPushed || isPulled) {
            float push = isPulled ? spare / 2 : spare;
            return isPushed ? Math.max(0, push) : 0;
        }
        return switch (box.align(item)) {
            case CENTER -> spare / 2;
            case END -> spare;
            case AUTO, START, STRETCH, BASELINE, BETWEEN, AROUND -> 0;
        };
    }
}
