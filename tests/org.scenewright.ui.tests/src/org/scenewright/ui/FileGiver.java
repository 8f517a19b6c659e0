// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.DragSource;
import org.eclipse.swt.dnd.DragSourceAdapter;
import org.eclipse.swt.dnd.DragSourceEvent;
import org.eclipse.swt.dnd.FileTransfer;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A program of its own that shows a window to drag files out of, as the file manager of a system
 * does; it ends when its input does. It is one class, so that it can be copied.
 */
public final class FileGiver extends DragSourceAdapter {
    static final int X = 1405;
    static final int Y = 20;

    private final String[] files;

    private FileGiver(String... files) {
        this.files = files;
    }

    /**
     * @param files what can be dragged
     */
    public static void main(String[] files) {
        var display = new Display();
        var shell = new Shell(display, SWT.NO_TRIM | SWT.ON_TOP);
        shell.setLayout(new FillLayout());
        shell.setBounds(X, Y, 150, 100);
        var label = new Label(shell, SWT.NONE);
        label.setText("drag me");
        offer(label, files);
        label.addListener(SWT.Paint, event -> System.out.println("shown"));
        shell.open();
        Thread.ofPlatform().daemon().start(FileGiver::awaitEnd);
        while (!shell.isDisposed()) {
            if (!display.readAndDispatch()) {
                display.sleep();
            }
        }
    }

    private static void offer(Control control, String[] files) {
        var source = new DragSource(control, DND.DROP_COPY | DND.DROP_MOVE | DND.DROP_LINK);
        source.setTransfer(FileTransfer.getInstance());
        source.addDragListener(new FileGiver(files));
    }

    @Override
    public void dragSetData(DragSourceEvent event) {
        event.data = files;
    }

    private static void awaitEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nobody says anything.
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }
}
