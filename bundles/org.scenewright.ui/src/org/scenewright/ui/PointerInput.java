// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.scenewright.render.InputEvent;
import org.scenewright.render.InputEvent.Button;
import org.scenewright.render.InputEvent.Key;
import org.scenewright.render.InputEvent.Modifiers;

import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Mouse and keys of a canvas in the viewport's own words: points become pixels, SWT's codes become
 * names.
 */
final class PointerInput {
    private static final double LINES_PER_NOTCH = 3;
    private static final Map<Integer, Button> BUTTONS =
            Map.of(1, Button.LEFT, 2, Button.MIDDLE, 3, Button.RIGHT);
    private static final Map<Integer, Key> KEYS =
            Map.of(
                    SWT.ARROW_UP,
                    Key.UP,
                    SWT.ARROW_DOWN,
                    Key.DOWN,
                    SWT.ARROW_LEFT,
                    Key.LEFT,
                    SWT.ARROW_RIGHT,
                    Key.RIGHT,
                    SWT.HOME,
                    Key.HOME,
                    (int) SWT.ESC,
                    Key.ESCAPE,
                    SWT.SHIFT,
                    Key.SHIFT,
                    SWT.MOD1,
                    Key.CONTROL,
                    SWT.ALT,
                    Key.ALT);

    private final Canvas canvas;
    private final Consumer<InputEvent> tools;

    PointerInput(Canvas canvas, Consumer<InputEvent> tools) {
        this.canvas = canvas;
        this.tools = tools;
        canvas.addListener(SWT.MouseDown, this::down);
        canvas.addListener(SWT.MouseUp, this::up);
        canvas.addListener(SWT.MouseMove, this::moved);
        // GTK says of a movement from one control to another only that it came in.
        canvas.addListener(SWT.MouseEnter, this::moved);
        canvas.addListener(SWT.MouseVerticalWheel, this::wheel);
        canvas.addListener(SWT.MouseExit, event -> tools.accept(new InputEvent.Left()));
        canvas.addListener(SWT.FocusOut, event -> tools.accept(new InputEvent.Cancelled()));
        canvas.addListener(SWT.KeyDown, event -> key(event).ifPresent(key -> pressed(key, event)));
        canvas.addListener(SWT.KeyUp, event -> key(event).ifPresent(key -> released(key, event)));
        canvas.addListener(SWT.Traverse, PointerInput::traverse);
    }

    private double pixels(int points) {
        return points * (double) Zoom.of(canvas) / 100;
    }

    private void down(Event event) {
        canvas.forceFocus();
        button(event)
                .map(
                        button ->
                                new InputEvent.PointerDown(
                                        pixels(event.x), pixels(event.y), button, modifiers(event)))
                .ifPresent(tools);
    }

    private void up(Event event) {
        button(event)
                .map(
                        button ->
                                new InputEvent.PointerUp(
                                        pixels(event.x), pixels(event.y), button, modifiers(event)))
                .ifPresent(tools);
    }

    private void moved(Event event) {
        tools.accept(
                new InputEvent.PointerMoved(pixels(event.x), pixels(event.y), modifiers(event)));
    }

    private void wheel(Event event) {
        event.doit = false;
        tools.accept(
                new InputEvent.Wheel(
                        pixels(event.x),
                        pixels(event.y),
                        event.count / LINES_PER_NOTCH,
                        modifiers(event)));
    }

    private void pressed(Key key, Event event) {
        tools.accept(new InputEvent.KeyDown(key, modifiers(event)));
    }

    private void released(Key key, Event event) {
        tools.accept(new InputEvent.KeyUp(key, modifiers(event)));
    }

    private static Optional<Button> button(Event event) {
        return Optional.ofNullable(BUTTONS.get(event.button));
    }

    private static Optional<Key> key(Event event) {
        return Optional.ofNullable(KEYS.get(event.keyCode)).or(() -> Key.of((char) event.keyCode));
    }

    private static Modifiers modifiers(Event event) {
        return new Modifiers(
                (event.stateMask & SWT.SHIFT) != 0,
                (event.stateMask & SWT.MOD1) != 0,
                (event.stateMask & SWT.ALT) != 0);
    }

    /** Tab goes on to the next control; everything else is for the tools. */
    private static void traverse(Event event) {
        event.doit =
                event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS;
    }
}
