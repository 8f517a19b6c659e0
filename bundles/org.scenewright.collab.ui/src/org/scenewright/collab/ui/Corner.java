// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;

import java.util.Optional;
import java.util.function.Function;

/** The corner of the screen where things are told without taking the focus; UI thread. */
final class Corner {
    private static final int BORDER_ALPHA = 128;

    private final Display display;
    private Optional<NotificationPopup> popup = Optional.empty();

    Corner(Display display) {
        this.display = display;
    }

    /** Shows something for a while, instead of what was there before. */
    void show(long millis, Function<Composite, Control> content) {
        hide();
        var next =
                NotificationPopup.forDisplay(display)
                        .title("Shared Scene", true)
                        .content(parent -> framed(parent, content))
                        .delay(millis)
                        .fadeIn(false)
                        .build();
        popup = Optional.of(next);
        next.open();
    }

    private static Control framed(Composite parent, Function<Composite, Control> content) {
        var shell = parent.getShell();
        // It leaves a margin of one pixel.
        shell.addListener(SWT.Paint, event -> frame(shell, event.gc));
        return content.apply(parent);
    }

    /** In the colour of what is written, which stands out in every theme. */
    private static void frame(Shell shell, GC gc) {
        var size = shell.getClientArea();
        gc.setForeground(shell.getDisplay().getSystemColor(SWT.COLOR_WIDGET_FOREGROUND));
        gc.setAlpha(BORDER_ALPHA);
        gc.drawRectangle(0, 0, size.width - 1, size.height - 1);
    }

    void hide() {
        popup.filter(open -> open.getShell() != null && !open.getShell().isDisposed())
                .ifPresent(NotificationPopup::close);
        popup = Optional.empty();
    }
}
