// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Lays out a toolbar, the first of two children, and beside it what takes the room that it leaves;
 * where there is too little room, the toolbar is no wider than that.
 */
@SuppressWarnings("null") // the platform's types say nothing about null
final class BarLayout extends Layout {

    @Override
    protected Point computeSize(Composite row, int width, int height, boolean flush) {
        Control[] both = row.getChildren();
        var bar = bar(both[0], width == SWT.DEFAULT ? Integer.MAX_VALUE : width);
        int high = Math.max(bar.y, both[1].computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        return new Point(
                width == SWT.DEFAULT ? bar.x : width, height == SWT.DEFAULT ? high : height);
    }

    /** As large as it wants to be, or else higher, where bars can wrap. */
    private static Point bar(Control bar, int most) {
        var wanted = bar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
        return wanted.x <= most ? wanted : new Point(most, bar.computeSize(most, SWT.DEFAULT).y);
    }

    @Override
    protected void layout(Composite row, boolean flush) {
        Control[] both = row.getChildren();
        var room = row.getClientArea();
        var bar = bar(both[0], room.width);
        int high = Math.min(room.height, both[1].computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        both[0].setBounds(0, 0, bar.x, Math.min(room.height, bar.y));
        both[1].setBounds(bar.x, (room.height - high) / 2, room.width - bar.x, high);
    }
}
