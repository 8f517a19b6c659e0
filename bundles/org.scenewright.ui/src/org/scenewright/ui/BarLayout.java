// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Lays out a toolbar and beside it what takes the room that it leaves; where there is too little
 * room, the toolbar is no wider than that.
 */
final class BarLayout extends Layout {
    static final int GAP = 11;

    private final Control bar;
    private final Control beside;

    /** Lays out the only children of a row. */
    BarLayout(Control bar, Control beside) {
        this.bar = bar;
        this.beside = beside;
    }

    @Override
    @SuppressWarnings("null")
    protected Point computeSize(Composite row, int width, int height, boolean flush) {
        var wanted = bar(width == SWT.DEFAULT ? Integer.MAX_VALUE : width);
        int high = Math.max(wanted.y, beside.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        return new Point(
                width == SWT.DEFAULT ? wanted.x : width, height == SWT.DEFAULT ? high : height);
    }

    /** As large as the bar wants to be, or else higher, where bars can wrap. */
    private Point bar(int most) {
        var wanted = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        return wanted.x <= most ? wanted : new Point(most, bar.computeSize(most, SWT.DEFAULT).y);
    }

    @Override
    @SuppressWarnings("null")
    protected void layout(Composite row, boolean flush) {
        var room = row.getClientArea();
        var shown = bar(room.width);
        int high = Math.min(room.height, beside.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        bar.setBounds(0, 0, shown.x, Math.min(room.height, shown.y));
        int left = Math.min(room.width, shown.x + GAP);
        beside.setBounds(left, (room.height - high) / 2, room.width - left, high);
    }
}
