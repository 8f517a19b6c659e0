// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The signs in the left margin of a grid; a click on one resets its field. UI thread only. */
final class Marks {
    /** How wide the bar at the edge is that says who is at a field. */
    static final int BAR = 3;

    /** What is between the bar, the sign and the label. */
    static final int GAP = 2;

    static final int SIGN = 11;
    static final int WIDTH = BAR + GAP + SIGN + GAP;

    private final Composite grid;
    private final List<Mark> marks = new ArrayList<>();

    Marks(Composite grid) {
        this.grid = grid;
        grid.addListener(SWT.Paint, this::paint);
        grid.addListener(SWT.MouseDown, this::click);
        grid.addListener(SWT.MouseMove, this::hover);
    }

    Mark add(Label label, Slot slot) {
        marks.removeIf(Mark::isGone);
        var mark = new Mark(label, slot);
        marks.add(mark);
        label.setData("mark", mark);
        return mark;
    }

    /** The sign of the field that was added for this slot. */
    Optional<Mark> of(Slot slot) {
        return marks.reversed().stream().filter(mark -> mark.slot() == slot).findFirst();
    }

    private void paint(Event event) {
        marks.stream()
                .filter(mark -> !mark.isGone() && mark.label().getVisible())
                .forEach(mark -> mark.paint(event.gc));
    }

    private Optional<Mark> at(Event event) {
        return marks.stream()
                .filter(mark -> !mark.isGone() && mark.label().getVisible())
                .filter(mark -> mark.differs() || mark.wrong().isPresent())
                .filter(mark -> mark.place().contains(event.x, event.y))
                .findFirst();
    }

    private void click(Event event) {
        if (event.button == 1) {
            at(event).filter(Mark::differs).ifPresent(mark -> mark.reset());
        }
    }

    private void hover(Event event) {
        var mark = at(event);
        int cursor = mark.filter(Mark::differs).isPresent() ? SWT.CURSOR_HAND : SWT.CURSOR_ARROW;
        grid.setCursor(grid.getDisplay().getSystemCursor(cursor));
        grid.setToolTipText(mark.map(m -> m.wrong().orElse("Reset to Default")).orElse(null));
    }
}
