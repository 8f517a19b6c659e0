// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A toolbar, words beside it and a picture below, as in a viewport. */
class BarLayoutTest {
    private static final int WIDE = 1200;
    private static final int NARROW = 150;

    private final Shell shell = new Shell(Display.getDefault());
    private final Composite row = new Composite(shell, SWT.NONE);
    private final ToolBar bar = new ToolBar(row, SWT.FLAT | SWT.WRAP);
    private final Label words = new Label(row, SWT.RIGHT);
    private final Canvas picture = new Canvas(shell, SWT.NONE);

    @BeforeEach
    void fill() {
        shell.setLayout(new GridLayout());
        row.setLayout(new BarLayout(bar, words));
        row.setLayoutData(new GridData(SWT.FILL, SWT.CENTER, true, false));
        picture.setLayoutData(new GridData(SWT.FILL, SWT.FILL, true, true));
        for (int i = 0; i < 20; i++) {
            new ToolItem(bar, SWT.PUSH).setText("Tool");
        }
        words.setText("12 triangles");
    }

    @AfterEach
    void dispose() {
        shell.dispose();
    }

    private void show(int width) {
        shell.setSize(width, 300);
        shell.layout();
    }

    @Test
    void whereThereIsRoomTheWordsHaveWhatTheBarLeaves() {
        show(WIDE);
        assertEquals(bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, bar.getSize().x);
        assertEquals(bar.getSize().x + BarLayout.GAP, words.getLocation().x);
        assertEquals(row.getSize().x, words.getLocation().x + words.getSize().x);
        assertTrue(words.getSize().x > 0, "room for words");
    }

    @Test
    void aNarrowWindowIsNotWidenedByTheBar() {
        show(NARROW);
        int room = shell.getClientArea().width;
        assertTrue(bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x > room, "the bar wants more");
        assertTrue(picture.getBounds().x + picture.getSize().x <= room, "the picture is cut off");
        assertEquals(row.getSize().x, bar.getSize().x);
        assertEquals(0, words.getSize().x);
    }

    @Test
    void afterwardsItIsAsWideAsBefore() {
        show(NARROW);
        show(WIDE);
        assertEquals(bar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x, bar.getSize().x);
    }
}
