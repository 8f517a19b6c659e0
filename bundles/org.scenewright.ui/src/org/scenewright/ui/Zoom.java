// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.widgets.Control;

/** How many pixels a hundred points have on the monitor of a control. */
final class Zoom {
    private Zoom() {}

    static int of(Control control) {
        return control.getMonitor().getZoom();
    }

    static int pixels(int points, int zoom) {
        return Math.round(points * zoom / 100f);
    }

    static int points(double pixels, int zoom) {
        return (int) Math.round(pixels * 100 / zoom);
    }
}
