// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.scenewright.render.InputEvent;

/**
 * Whether what a person does in a viewport goes on, as a drag does, or is over at once, as a click
 * is.
 */
final class Motion {
    private static final long WHEEL_NANOS = 200_000_000;

    private boolean held;
    private boolean dragged;
    private long wheel = System.nanoTime() - WHEEL_NANOS;

    void input(InputEvent event) {
        switch (event) {
            case InputEvent.PointerDown down -> held = true;
            case InputEvent.PointerMoved moved -> dragged = held;
            case InputEvent.PointerUp up -> end();
            case InputEvent.Cancelled cancelled -> end();
            case InputEvent.Wheel turned -> wheel = System.nanoTime();
            case InputEvent.KeyDown down -> {}
            case InputEvent.KeyUp up -> {}
            case InputEvent.Left left -> {}
        }
    }

    private void end() {
        held = false;
        dragged = false;
    }

    boolean goesOn() {
        return dragged || System.nanoTime() - wheel < WHEEL_NANOS;
    }
}
