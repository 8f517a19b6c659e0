// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWTError;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.DND;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

import java.util.Optional;
import java.util.function.Function;

/** The text on the clipboard; UI thread only. */
final class ClipText {
    /** Why nothing was copied. */
    static final String BUSY = "another program holds the clipboard; try again.";

    private ClipText() {}

    /** Whether the clipboard took the text, which it does not while another program holds it. */
    static boolean copy(Display display, String text) {
        return with(
                display,
                clipboard ->
                        isTaken(
                                () ->
                                        clipboard.setContents(
                                                new Object[] {text},
                                                new Transfer[] {TextTransfer.getInstance()})));
    }

    /** Whether a task was done, and not refused by a clipboard that is busy. */
    static boolean isTaken(Runnable task) {
        try {
            task.run();
            return true;
        } catch (SWTError busy) {
            if (busy.code != DND.ERROR_CANNOT_SET_CLIPBOARD) {
                throw busy;
            }
            return false;
        }
    }

    static Optional<String> paste(Display display) {
        return with(display, clipboard -> clipboard.getContents(TextTransfer.getInstance()))
                        instanceof String text
                ? Optional.of(text)
                : Optional.empty();
    }

    private static <T> T with(Display display, Function<Clipboard, T> task) {
        var clipboard = new Clipboard(display);
        try {
            return task.apply(clipboard);
        } finally {
            clipboard.dispose();
        }
    }
}
