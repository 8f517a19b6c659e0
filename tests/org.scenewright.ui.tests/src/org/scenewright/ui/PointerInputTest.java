// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scenewright.render.InputEvent;

import java.util.ArrayList;
import java.util.List;

/** What tools hear of a real mouse over a canvas beside another control. */
class PointerInputTest {
    private static final Point THERE = new Point(50, 40);

    private final Robot robot = new Robot();
    private final Shell shell = new Shell(Display.getDefault());
    private final Canvas other = new Canvas(shell, SWT.NONE);
    private final Canvas canvas = new Canvas(shell, SWT.NONE);
    private final List<InputEvent> heard = new ArrayList<>();

    @BeforeEach
    void open() {
        new PointerInput(canvas, heard::add);
        shell.setLayout(new FillLayout());
        shell.setBounds(100, 100, 400, 200);
        shell.open();
        robot.focus(canvas);
        robot.move(other, THERE);
        heard.clear();
    }

    @AfterEach
    void close() {
        shell.dispose();
    }

    @Test
    void whereThePointerComesInIsKnownBeforeItMovesOn() {
        robot.move(canvas, THERE);
        robot.until(() -> "heard of " + heard, () -> heard.stream().anyMatch(this::isThere));
    }

    private boolean isThere(InputEvent event) {
        return event instanceof InputEvent.PointerMoved moved
                && moved.x() == THERE.x
                && moved.y() == THERE.y;
    }
}
