// SPDX-License-Identifier: EPL-2.0
package org.scenewright.hud;

import org.scenewright.hud.Room.Mode;
import org.scenewright.hud.Room.Span;

import java.util.Optional;

/** Finds how long the children of a box are before they grow or shrink. */
final class FlexBases {
    private final FlexPass pass;
    private final FlexBox box;
    private final Axis main;
    private final Axis cross;

    FlexBases(FlexPass pass) {
        this.pass = pass;
        box = pass.box();
        main = pass.main();
        cross = pass.cross();
    }

    /** The length of all together, with their margins. */
    float measure() {
        var alone = alone();
        float sum = 0;
        for (var child : box.children()) {
            if (child.style().place().isGone()) {
                child.vanish();
            } else if (child.flows()) {
                child.basis = alone.filter(child::equals).isPresent() ? 0 : basis(child);
                sum += child.basis + child.margins(main, width());
            }
        }
        return sum;
    }

    /** A child that alone both grows and shrinks takes all there is, whatever it measures. */
    private Optional<FlexBox> alone() {
        if (pass.mainMode() != Mode.EXACT) {
            return Optional.empty();
        }
        var flexible = box.children().stream().filter(FlexBox::isFlexible).toList();
        return FlexPass.onlyOne(flexible)
                .filter(c -> c.style().share().grow() != 0 && c.style().share().shrink() != 0);
    }

    private float width() {
        return pass.inner(Axis.HORIZONTAL);
    }

    private float basis(FlexBox child) {
        float insets = child.insets(main, width());
        float basis = child.style().share().basis().of(pass.inner(main));
        if (!Float.isNaN(basis) && !Float.isNaN(pass.inner(main))) {
            // As in Yoga, the first one stays.
            return Float.isNaN(child.basis) ? Math.max(basis, insets) : child.basis;
        }
        float given = child.given(main, pass.inner(main));
        return Math.max(Float.isNaN(given) ? wanted(child) : given, insets);
    }

    /** How long the content of a child wants to be. */
    private float wanted(FlexBox child) {
        boolean scrolls = box.style().place().scrolls();
        var along = scrolls ? Span.FREE : Span.most(pass.inner(main));
        var room = pass.room(pass.within(child, main, along), across(child));
        FlexPass.lay(child, room, false);
        return child.measured(main);
    }

    private Span across(FlexBox child) {
        float inner = pass.inner(cross);
        float given = child.given(cross, inner);
        if (!Float.isNaN(given)) {
            return pass.within(child, cross, Span.exact(given + child.margins(cross, width())));
        }
        boolean isExact = !Float.isNaN(inner) && pass.crossMode() == Mode.EXACT;
        boolean isStretched = isExact && pass.box().align(child) == FlexStyle.Align.STRETCH;
        return pass.within(child, cross, isStretched ? Span.exact(inner) : Span.most(inner));
    }
}
