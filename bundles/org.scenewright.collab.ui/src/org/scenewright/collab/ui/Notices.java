// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;

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
    private final Deque<String> newestFirst = new ArrayDeque<>();
    private final Deque<String> unshown = new ArrayDeque<>();
    private Optional<NotificationPopup> popup = Optional.empty();
    private boolean isClosed;

    Notices(UiThread ui) {
        this.ui = ui;
    }

    /** What was told, the newest first. */
    List<String> all() {
        return List.copyOf(newestFirst);
    }

    /** Tells something that people can read again. */
    void tell(String sentence) {
        newestFirst.remove(sentence);
        newestFirst.addFirst(sentence);
        while (newestFirst.size() > MOST) {
            newestFirst.removeLast();
        }
        flash(sentence);
    }

    /** Tells something that stands somewhere else, too. */
    void flash(String sentence) {
        if (unshown.isEmpty()) {
            ui.later(GATHERING_MILLIS, this::show);
        }
        unshown.remove(sentence);
        unshown.addFirst(sentence);
    }

    private void show() {
        var sentences = unshown.stream().limit(MOST_AT_ONCE).toList();
        unshown.clear();
        if (!isClosed && !sentences.isEmpty()) {
            hide();
            var next =
                    NotificationPopup.forDisplay(ui.display())
                            .title("Shared Scene", true)
                            .content(parent -> content(parent, String.join("\n", sentences)))
                            .delay(SHOWN_MILLIS)
                            .fadeIn(false)
                            .build();
            popup = Optional.of(next);
            next.open();
        }
    }

    private static Control content(Composite parent, String text) {
        var label = new Label(parent, SWT.WRAP);
        label.setData("id", "notice");
        label.setText(text);
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .indent(8, 6)
                .hint(WIDTH, SWT.DEFAULT)
                .applyTo(label);
        return label;
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
