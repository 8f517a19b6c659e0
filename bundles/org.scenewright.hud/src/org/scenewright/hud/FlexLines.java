// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.FlexStyle.Align;
import org.scenewright.hud.Room.Mode;
import org.scenewright.hud.Room.Span;

import java.util.List;

/** Spreads lines across a box. */
final class FlexLines {
    private final FlexPass pass;
    private final List<FlexLine> lines;
    private final Axis cross;

    FlexLines(FlexPass pass, List<FlexLine> lines) {
        this.pass = pass;
        this.lines = lines;
        cross = pass.cross();
    }

    void spread(float thick) {
        float left = inner(thick) - thick;
        float[] gaps = gaps(left);
        float below = pass.box().inset(cross, true, pass.ownerWidth()) + gaps[0];
        for (var line : lines) {
            float own = thickness(line) + gaps[2];
            for (var item : line.items()) {
                align(line, item, new Lane(below, own, gaps[1]));
            }
            below += gaps[1] + own;
        }
    }

    /**
     * Where a line is across its box.
     *
     * @param below where it begins
     * @param thick how thick it is
     * @param gap what is left free behind it, which in Yoga a child that stretches takes too
     */
    private record Lane(float below, float thick, float gap) {}

    private void align(FlexLine line, FlexBox item, Lane lane) {
        float first = item.margin(cross, true, width());
        float size = item.measured(cross);
        float below = lane.below;
        switch (pass.box().align(item)) {
            case START, AUTO, BETWEEN, AROUND -> item.place(cross, below + first);
            case CENTER -> item.place(cross, below + (lane.thick - size) / 2);
            case END -> {
                float last = item.margin(cross, false, width());
                item.place(cross, below + lane.thick - last - size);
            }
            case STRETCH -> {
                item.place(cross, below + first);
                fit(item, lane.thick + lane.gap);
            }
            case BASELINE -> item.place(cross, below + line.ascent() - item.baseline());
        }
    }

    private float width() {
        return pass.inner(Axis.HORIZONTAL);
    }

    private void fit(FlexBox item, float thick) {
        // In Yoga it is the width of the margins that makes a child of a column longer.
        float along = item.measured(pass.main()) + item.margins(Axis.HORIZONTAL, width());
        boolean isFit = item.measured(cross) == thick && item.measured(pass.main()) == along;
        if (!item.isGiven(cross, pass.inner(cross)) && !isFit) {
            FlexPass.lay(item, pass.room(Span.exact(along), Span.exact(thick)), true);
        }
    }

    private float inner(float thick) {
        var box = pass.box();
        float insets = pass.insets(cross);
        float given = box.given(cross, pass.owner(cross));
        float size =
                pass.crossMode() == Mode.EXACT
                        ? pass.inner(cross) + insets
                        : Float.isNaN(given) ? thick + insets : given;
        return box.bound(cross, size, pass.owner(cross), pass.ownerWidth()) - insets;
    }

    private float thickness(FlexLine line) {
        float thick = 0;
        float below = 0;
        float above = line.ascent();
        for (var item : line.items()) {
            float outer = pass.outer(item, cross);
            thick = Math.max(thick, outer);
            if (pass.box().align(item) == Align.BASELINE) {
                float margin = item.margin(Axis.VERTICAL, true, pass.inner(Axis.HORIZONTAL));
                below = Math.max(below, outer - item.baseline() - margin);
                thick = Math.max(thick, above + below);
            }
        }
        return thick;
    }

    /** What is before the first line, between two, and added to each. */
    private float[] gaps(float left) {
        int count = lines.size();
        return switch (left >= 0 ? pass.box().style().flow().content() : fallback()) {
            case AUTO, START, BASELINE -> new float[] {0, 0, 0};
            case CENTER -> new float[] {left / 2, 0, 0};
            case END -> new float[] {left, 0, 0};
            case STRETCH -> new float[] {0, 0, left / count};
            case BETWEEN -> new float[] {0, count > 1 ? left / (count - 1) : 0, 0};
            case AROUND -> new float[] {left / count / 2, left / count, 0};
        };
    }

    /** Where nothing is left over, nothing is spread. */
    private Align fallback() {
        var content = pass.box().style().flow().content();
        return switch (content) {
            case STRETCH, BETWEEN, AROUND -> Align.START;
            case AUTO, START, CENTER, END, BASELINE -> content;
        };
    }
}
