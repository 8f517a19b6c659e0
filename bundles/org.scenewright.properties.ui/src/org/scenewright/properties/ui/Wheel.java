// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

import java.util.Objects;
import java.util.stream.Stream;

/**
 * The wheel over a control whose value it would change, which nobody means who scrolls past: it
 * scrolls what the control is in instead.
 */
final class Wheel {
    /** Platforms count lines, three to a notch. */
    private static final double LINES = 3;

    private Wheel() {}

    /** Hears the turning of the wheel over a control. */
    static void scroll(Event event) {
        event.doit = false;
        if (event.widget instanceof Control control) {
            Stream.iterate(control, Objects::nonNull, Control::getParent)
                    .filter(ScrolledComposite.class::isInstance)
                    .findFirst()
                    .ifPresent(outer -> scroll((ScrolledComposite) outer, event.count));
        }
    }

    private static void scroll(ScrolledComposite outer, int lines) {
        var at = outer.getOrigin();
        outer.setOrigin(at.x, at.y - (int) Math.rint(lines / LINES * notch(outer)));
    }

    /** As far as GTK scrolls where no such control is. */
    private static double notch(ScrolledComposite outer) {
        return Math.pow(outer.getClientArea().height, 2.0 / 3);
    }
}
