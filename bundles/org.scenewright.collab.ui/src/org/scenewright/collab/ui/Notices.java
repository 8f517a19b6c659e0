// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What people ought to know of a shared scene: told in a corner of the screen, without the focus,
 * and kept for who looked away; UI thread.
 */
final class Notices {
    private static final int MOST = 20;
    private static final int MOST_AT_ONCE = 3;
    private static final int WIDTH = 320;
    // What comes together is read together.
    private static final int GATHERING_MILLIS = 300;
    private static final long SHOWN_MILLIS = 8000;

    private final UiThread ui;
    private final Deque<Notice> newestFirst = new ArrayDeque<>();
    private final Deque<Notice> unshown = new ArrayDeque<>();
    private Optional<NotificationPopup> popup = Optional.empty();
    private boolean isClosed;

    Notices(UiThread ui) {
        this.ui = ui;
    }

    /** What was told, the newest first. */
    List<Notice> all() {
        return List.copyOf(newestFirst);
    }

    /** Tells something that people can read again. */
    void tell(Notice notice) {
        add(notice, newestFirst);
        while (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
        flash(notice);
    }

    /** Tells something that stands somewhere else, too. */
    void flash(Notice notice) {
        if (unshown.isEmpty()) {
            ui.later(GATHERING_MILLIS, this::show);
        }
        add(notice, unshown);
    }

    private static void add(Notice notice, Deque<Notice> to) {
        to.removeIf(other -> other.sentence().equals(notice.sentence()));
        to.addFirst(notice);
    }

    /** Does what was offered, which is offered no more. */
    void accept(Notice notice) {
        hide();
        if (newestFirst.removeIf(other -> other == notice)) {
            newestFirst.addFirst(Notice.of(notice.sentence()));
        }
        notice.accept();
    }

    private void show() {
        var some = unshown.stream().limit(MOST_AT_ONCE).toList();
        unshown.clear();
        if (!isClosed && !some.isEmpty()) {
            hide();
            var next =
                    NotificationPopup.forDisplay(ui.display())
                            .title("Shared Scene", true)
                            .content(parent -> content(parent, some))
                            .delay(SHOWN_MILLIS)
                            .fadeIn(false)
                            .build();
            popup = Optional.of(next);
            next.open();
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
            line.setData("id", "notice");
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
        hide();
    }

    private void hide() {
        popup.filter(open -> open.getShell() != null && !open.getShell().isDisposed())
                .ifPresent(NotificationPopup::close);
        popup = Optional.empty();
    }
}
