// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

import java.util.Optional;

/** The text on the clipboard; UI thread only. */
final class ClipText {
    private ClipText() {}

    static void copy(Display display, String text) {
        var clipboard = new Clipboard(display);
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }

    static Optional<String> paste(Display display) {
        var clipboard = new Clipboard(display);
        var found = clipboard.getContents(TextTransfer.getInstance());
        clipboard.dispose();
        return found instanceof String text ? Optional.of(text) : Optional.empty();
    }
}
