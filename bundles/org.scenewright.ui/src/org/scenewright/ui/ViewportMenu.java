// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.scenewright.render.Spot;

import java.util.List;
import java.util.Optional;

/**
 * Shows the context menu of a viewport where the right button is clicked, not where it drags the
 * camera, and not while somebody walks.
 */
final class ViewportMenu {
    private static final int CLICK_POINTS = 4;

    private final OpenScene scene;
    private final Viewport viewport;
    private final ViewportKeys keys;
    private final Canvas canvas;
    private final EntityMenu entities;
    private Point pressed = new Point(0, 0);

    ViewportMenu(OpenScene scene, Viewport viewport, ViewportKeys keys, EntityMenu entities) {
        this.scene = scene;
        this.viewport = viewport;
        this.keys = keys;
        this.canvas = keys.canvas();
        this.entities = entities;
        entities.create(canvas);
        canvas.addListener(SWT.MenuDetect, this::detected);
        canvas.addListener(SWT.MouseDown, event -> pressed = new Point(event.x, event.y));
        canvas.addListener(SWT.MouseUp, this::released);
    }

    /** Asked by key, it shows at once; the mouse has to be let go of first. */
    private void detected(Event event) {
        event.doit = event.detail == SWT.MENU_KEYBOARD;
        if (event.doit) {
            entities.show(Optional.empty());
        }
    }

    private void released(Event event) {
        boolean clicked =
                Math.abs(event.x - pressed.x) < CLICK_POINTS
                        && Math.abs(event.y - pressed.y) < CLICK_POINTS;
        if (event.button == 3 && clicked && !keys.walks()) {
            int zoom = Zoom.of(canvas);
            scene.ui()
                    .then(
                            viewport.spot(Zoom.pixels(event.x, zoom), Zoom.pixels(event.y, zoom)),
                            this::showFor);
        }
    }

    /** A menu is about what was clicked, or on empty ground about what is selected. */
    private void showFor(Spot spot) {
        if (!canvas.isDisposed()) {
            spot.hit()
                    .filter(hit -> !scene.selected().contains(hit))
                    .ifPresent(hit -> scene.select(List.of(hit)));
            entities.show(Optional.of(spot.ground()));
        }
    }
}
