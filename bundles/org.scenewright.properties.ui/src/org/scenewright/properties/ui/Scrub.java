// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

import java.util.OptionalDouble;
import java.util.function.Supplier;

/**
 * Dragging a label sideways to change a number; Shift is ten times faster, Ctrl ten times finer;
 * one drag is one undo step.
 */
final class Scrub {
    private final Supplier<? extends NumberBox.Source> source;
    private final Runnable moved;
    private NumberBox.Source held;
    private OptionalDouble start = OptionalDouble.empty();
    private long gesture;
    private int from;

    Scrub(Control handle, Supplier<? extends NumberBox.Source> source, Runnable moved) {
        this.source = source;
        this.held = source.get();
        this.moved = moved;
        handle.setCursor(handle.getDisplay().getSystemCursor(SWT.CURSOR_SIZEWE));
        handle.addListener(SWT.MouseDown, this::down);
        handle.addListener(SWT.MouseMove, this::move);
        handle.addListener(SWT.MouseUp, e -> start = OptionalDouble.empty());
    }

    static double speed(int modifiers) {
        return (modifiers & SWT.SHIFT) != 0 ? 10 : (modifiers & SWT.MOD1) != 0 ? 0.1 : 1;
    }

    private void down(Event event) {
        if (event.button == 1) {
            held = source.get();
            start = held.number();
            gesture = held.newGesture();
            from = event.x;
        }
    }

    private void move(Event event) {
        // A drag ends where its entities do: those that came after them are not meant.
        if (!held.equals(source.get())) {
            start = OptionalDouble.empty();
        }
        start.ifPresent(
                number -> {
                    double by = (event.x - from) * held.step() * speed(event.stateMask);
                    held.write(NumberBox.clean(number + by), gesture);
                    moved.run();
                });
    }
}
