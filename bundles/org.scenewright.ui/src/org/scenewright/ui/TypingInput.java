// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.scenewright.hud.HudKey;

import java.util.Map;
import java.util.Optional;

/** What people type on a canvas, for fields of a running scene; UI thread. */
final class TypingInput {
    private static final Map<Integer, HudKey> KEYS =
            Map.of(
                    SWT.ARROW_LEFT,
                    HudKey.LEFT,
                    SWT.ARROW_RIGHT,
                    HudKey.RIGHT,
                    SWT.HOME,
                    HudKey.HOME,
                    SWT.END,
                    HudKey.END,
                    (int) SWT.BS,
                    HudKey.BACKSPACE,
                    (int) SWT.DEL,
                    HudKey.DELETE,
                    (int) SWT.CR,
                    HudKey.ENTER,
                    SWT.KEYPAD_CR,
                    HudKey.ENTER,
                    (int) SWT.ESC,
                    HudKey.ESCAPE);

    private final Canvas canvas;
    private final Viewport viewport;

    TypingInput(Canvas canvas, Viewport viewport) {
        this.canvas = canvas;
        this.viewport = viewport;
        canvas.addListener(SWT.KeyDown, this::pressed);
    }

    private void pressed(Event event) {
        var key = Optional.ofNullable(KEYS.get(event.keyCode));
        boolean isCommand = (event.stateMask & (SWT.MOD1 | SWT.ALT | SWT.COMMAND)) != 0;
        if (key.isPresent()) {
            viewport.with(stage -> stage.type(key.get()));
        } else if (isCommand && event.stateMask == SWT.MOD1 && event.keyCode == 'v') {
            paste();
        } else if (!isCommand && event.character >= ' ') {
            String letter = String.valueOf(event.character);
            viewport.with(stage -> stage.type(letter));
        }
    }

    private void paste() {
        var clipboard = new Clipboard(canvas.getDisplay());
        if (clipboard.getContents(TextTransfer.getInstance()) instanceof String text) {
            viewport.with(stage -> stage.type(text));
        }
        clipboard.dispose();
    }
}
