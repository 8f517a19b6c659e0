// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;

import java.util.Optional;

/**
 * Whose the keys are while a viewport has the focus: commands bound in the viewport's context, but
 * the fly keys while the right button is held.
 */
final class ViewportKeys {
    private static final String CONTEXT = SceneActions.PREFIX + "viewport";

    private final IContextService contexts;
    private Optional<IContextActivation> active = Optional.empty();

    ViewportKeys(Canvas canvas, IContextService contexts) {
        this.contexts = contexts;
        canvas.addListener(SWT.FocusIn, event -> activate());
        canvas.addListener(SWT.FocusOut, event -> deactivate());
        canvas.addListener(SWT.MouseDown, event -> right(event, this::deactivate));
        canvas.addListener(SWT.MouseUp, event -> right(event, this::activate));
        canvas.addListener(SWT.Dispose, event -> deactivate());
    }

    private static void right(Event event, Runnable change) {
        if (event.button == 3) {
            change.run();
        }
    }

    private void activate() {
        deactivate();
        active = Optional.of(contexts.activateContext(CONTEXT));
    }

    private void deactivate() {
        active.ifPresent(contexts::deactivateContext);
        active = Optional.empty();
    }
}
