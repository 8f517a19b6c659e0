// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What people ought to know of a shared scene: told in a corner of the window, without the focus,
 * and kept for who looked away; UI thread.
 */
final class Notices {
    private static final int MOST_AT_ONCE = 3;
    private static final int WIDTH = 320;
    // What comes together is read together.
    private static final int GATHERING_MILLIS = 300;
    private static final long SHOWN_MILLIS = 8000;

    private final UiThread ui;
    private final Chronicle chronicle = new Chronicle(InstantSource.system());
    private final Deque<Notice> unshown = new ArrayDeque<>();
    private final Corner corner;
    private boolean isClosed;

    Notices(UiThread ui) {
        this.ui = ui;
        this.corner = new Corner(ui.display());
    }

    /** What was told so that people can read it again. */
    Chronicle chronicle() {
        return chronicle;
    }

    /** Tells something that people can read again. */
    void tell(Notice notice) {
        chronicle.add(notice);
        flash(notice);
    }

    /** Tells something that stands somewhere else, too. */
    void flash(Notice notice) {
        if (unshown.isEmpty()) {
            ui.later(GATHERING_MILLIS, this::show);
        }
        unshown.removeIf(other -> other.sentence().equals(notice.sentence()));
        unshown.addFirst(notice);
    }

    /** Does what was offered, which is offered no more. */
    void accept(Notice notice) {
        corner.hide();
        chronicle.settle();
        notice.accept();
    }

    private void show() {
        var some = unshown.stream().limit(MOST_AT_ONCE).toList();
        unshown.clear();
        if (!isClosed && !some.isEmpty()) {
            corner.show(SHOWN_MILLIS, parent -> content(parent, some));
        }
    }

    private Control content(Composite parent, List<Notice> some) {
        var box = new Composite(parent, SWT.NO_FOCUS);
        GridLayoutFactory.fillDefaults().applyTo(box);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(box);
        // Of its own it has the colour of a dialog.
        box.setBackground(parent.getBackground());
        box.setBackgroundMode(SWT.INHERIT_FORCE);
        for (var notice : some) {
            var line = notice.offer().isPresent() ? link(box, notice) : label(box, notice);
            line.setData("id", "news");
            GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH, SWT.DEFAULT).applyTo(line);
        }
        return box;
    }

    private static Control label(Composite parent, Notice notice) {
        var label = new Label(parent, SWT.WRAP);
        label.setText(notice.sentence().replace("&", "&&"));
        return label;
    }

    private Control link(Composite parent, Notice notice) {
        var link = new Link(parent, SWT.WRAP);
        link.setText(notice.markup());
        link.addListener(SWT.Selection, event -> accept(notice));
        return link;
    }

    void close() {
        isClosed = true;
        corner.hide();
    }
}
