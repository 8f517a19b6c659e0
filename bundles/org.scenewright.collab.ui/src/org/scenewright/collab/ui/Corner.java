// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.e4.ui.model.application.ui.SideValue;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimBar;
import org.eclipse.e4.ui.model.application.ui.basic.MTrimmedWindow;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.jface.notifications.NotificationPopup;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;

import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The corner of the window where things are told without taking the focus; UI thread. */
final class Corner {
    private static final int BORDER_ALPHA = 128;
    private static final int EDGE = 5;

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
        next.create();
        Optional.ofNullable(next.getShell()).ifPresent(Corner::settle);
        next.open();
    }

    /** By itself it is in the corner of the screen, where the status line of a window is. */
    private static void settle(Shell told) {
        Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .filter(window -> !window.getShell().getMinimized())
                .ifPresent(window -> told.setLocation(above(window, told.getSize())));
    }

    private static Point above(IWorkbenchWindow window, Point size) {
        var area = window.getShell().getClientArea();
        var end = window.getShell().toDisplay(area.width, area.height - statusLine(window));
        return new Point(end.x - size.x - EDGE, end.y - size.y - EDGE);
    }

    /** How high what is below the views is. */
    private static int statusLine(IWorkbenchWindow window) {
        return window.getService(MWindow.class) instanceof MTrimmedWindow trimmed
                ? trimmed.getTrimBars().stream()
                        .filter(bar -> bar.getSide() == SideValue.BOTTOM)
                        .map(MTrimBar::getWidget)
                        .flatMap(
                                widget ->
                                        widget instanceof Control line
                                                ? Stream.of(line)
                                                : Stream.of())
                        .mapToInt(line -> line.getSize().y)
                        .sum()
                : 0;
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
