// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.RGB;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.scenewright.render.Amount;
import org.scenewright.runtime.Registration;

import java.util.Optional;

/**
 * How near a scene is to its limits, as a small bar beside the toolbar of a viewport: that of which
 * there is most. A click, Enter or Space shows all of them. UI thread.
 */
final class Meter implements AutoCloseable {
    private static final int WIDTH = 92;
    private static final int MARGIN = 4;

    private final OpenScene scene;
    private final Canvas canvas;
    private final Registration watching;
    private Optional<LimitDetails> details = Optional.empty();

    Meter(Composite parent, OpenScene scene) {
        this.scene = scene;
        canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
        canvas.setData("id", "limits");
        var data = new GridData(SWT.END, SWT.CENTER, false, false);
        data.widthHint = WIDTH;
        data.heightHint = height(canvas);
        canvas.setLayoutData(data);
        canvas.setCursor(canvas.getDisplay().getSystemCursor(SWT.CURSOR_HAND));
        canvas.addListener(SWT.Paint, event -> paint(event.gc));
        canvas.addListener(SWT.MouseUp, event -> toggle());
        canvas.addListener(SWT.KeyDown, this::key);
        canvas.addListener(SWT.FocusIn, event -> canvas.redraw());
        canvas.addListener(SWT.FocusOut, event -> canvas.redraw());
        canvas.addListener(SWT.Traverse, event -> event.doit = true);
        canvas.getAccessible().addAccessibleListener(new Spoken());
        watching = scene.limits().watch(this::show);
        show(scene.limits().now());
    }

    private final class Spoken extends AccessibleAdapter {
        @Override
        @SuppressWarnings("null")
        public void getName(AccessibleEvent event) {
            event.result = "Scene limits: " + scene.limits().now().summary();
        }
    }

    private static int height(Canvas canvas) {
        var gc = new GC(canvas);
        int height = gc.getFontMetrics().getHeight();
        gc.dispose();
        return height + MARGIN;
    }

    private void show(Findings found) {
        if (!canvas.isDisposed()) {
            boolean isTold = found.amounts().isEmpty() || isOpen();
            canvas.setToolTipText(isTold ? null : found.summary());
            canvas.redraw();
        }
    }

    /** What the bar stands for, in a word. */
    private String words(Amount worst) {
        var now = scene.limits().now();
        var out = now.strays().count() == 0 ? "" : " !";
        return Findings.percent(worst) + out;
    }

    private void paint(GC gc) {
        var area = canvas.getClientArea();
        var worst = scene.limits().now().worst();
        gc.setAntialias(SWT.ON);
        worst.ifPresent(amount -> paint(gc, area, amount));
        if (canvas.isFocusControl()) {
            gc.drawFocus(0, 0, area.width, area.height);
        }
    }

    private void paint(GC gc, Rectangle area, Amount worst) {
        var words = words(worst);
        int room = gc.textExtent("100% !").x;
        var bar = new Rectangle(2, area.height / 2 - 4, area.width - room - 3 * MARGIN, 8);
        bar(gc, bar, worst);
        gc.setForeground(canvas.getForeground());
        gc.drawText(
                words,
                area.width - room - MARGIN,
                (area.height - gc.textExtent(words).y) / 2,
                true);
    }

    /** Draws an amount as part of a bar, in colours that stand out from any background. */
    static void bar(GC gc, Rectangle bar, Amount amount) {
        gc.setBackground(gc.getForeground());
        gc.setAlpha(60);
        gc.fillRoundRectangle(bar.x, bar.y, bar.width, bar.height, 6, 6);
        gc.setAlpha(255);
        gc.setBackground(new Color(color(amount.level())));
        int filled = (int) Math.ceil(bar.width * Math.clamp(amount.share(), 0, 1));
        gc.fillRoundRectangle(bar.x, bar.y, filled, bar.height, 6, 6);
    }

    private static RGB color(Amount.Level level) {
        return switch (level) {
            case FINE -> new RGB(0x3f, 0xa8, 0x60);
            case NEAR -> new RGB(0xe0, 0x98, 0x1f);
            case OVER -> new RGB(0xe0, 0x43, 0x43);
        };
    }

    private void key(Event event) {
        if (event.keyCode == SWT.CR || event.keyCode == ' ') {
            toggle();
        }
    }

    private void toggle() {
        if (isOpen()) {
            details.ifPresent(LimitDetails::close);
        } else {
            var popup = new LimitDetails(canvas, scene);
            details = Optional.of(popup);
            popup.open();
            // The tip would cover what says the same at length.
            show(scene.limits().now());
            popup.getShell().addListener(SWT.Dispose, event -> ended());
        }
    }

    private boolean isOpen() {
        return details.filter(LimitDetails::isOpen).isPresent();
    }

    private void ended() {
        details = Optional.empty();
        show(scene.limits().now());
    }

    @Override
    public void close() {
        watching.close();
        details.ifPresent(LimitDetails::close);
    }
}
