// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.jface.bindings.keys.KeySequence;
import org.eclipse.jface.bindings.keys.SWTKeySupport;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Event;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

import java.util.Map;
import java.util.Optional;

/**
 * Whose the keys are while a viewport has the focus: commands bound in the viewport's context, but
 * the fly keys while the right button is held; and all are the player's while somebody walks, or
 * the scene's while people type into it, save those that stop what runs, or let it wait.
 */
final class ViewportKeys {
    private static final String CONTEXT = SceneActions.PREFIX + "viewport";

    private final Canvas canvas;
    private final IContextService contexts;
    private final IBindingService bindings;
    private final Map<String, Runnable> kept;
    private Optional<IContextActivation> active = Optional.empty();
    private boolean walks;
    private boolean types;
    private boolean isFilterOff;

    /**
     * @param kept what commands do that work while somebody walks, by their identifiers
     */
    ViewportKeys(Canvas canvas, IServiceLocator site, Map<String, Runnable> kept) {
        this.canvas = canvas;
        this.contexts = site.getService(IContextService.class);
        this.bindings = site.getService(IBindingService.class);
        this.kept = kept;
        canvas.addListener(SWT.FocusIn, event -> focused(true));
        canvas.addListener(SWT.FocusOut, event -> focused(false));
        canvas.addListener(SWT.MouseDown, event -> right(event, this::deactivate));
        canvas.addListener(SWT.MouseUp, event -> right(event, this::activate));
        canvas.addListener(SWT.KeyDown, this::pressed);
        canvas.addListener(SWT.Dispose, event -> focused(false));
    }

    private static void right(Event event, Runnable change) {
        if (event.button == 3) {
            change.run();
        }
    }

    Canvas canvas() {
        return canvas;
    }

    /** Whether somebody walks. */
    boolean walks() {
        return walks;
    }

    /** From now on somebody walks, or does no more. */
    void walk(boolean on) {
        if (on != walks && !canvas.isDisposed()) {
            walks = on;
            // Whoever pressed a button of the toolbar wants to walk at once.
            focused(canvas.isFocusControl() || on && canvas.forceFocus());
        }
    }

    /** From now on people type into a running scene, or do no more. */
    void type(boolean on) {
        if (on != types && !canvas.isDisposed()) {
            types = on;
            focused(canvas.isFocusControl());
        }
    }

    private boolean isTaken() {
        return walks || types;
    }

    private void focused(boolean on) {
        filter(on && isTaken());
        if (on) {
            activate();
        } else {
            deactivate();
        }
    }

    /** With Control held one walks slowly: W with it must not close the editor. */
    private void filter(boolean off) {
        // All viewports share the filter: only the one that turned it off turns it on again.
        if (off != isFilterOff) {
            isFilterOff = off;
            bindings.setKeyFilterEnabled(!off);
        }
    }

    private void pressed(Event event) {
        if (isTaken()) {
            int key = SWTKeySupport.convertEventToUnmodifiedAccelerator(event);
            var stroke = SWTKeySupport.convertAcceleratorToKeyStroke(key);
            var binding = bindings.getPerfectMatch(KeySequence.getInstance(stroke));
            if (binding != null) {
                String command = binding.getParameterizedCommand().getId();
                kept.getOrDefault(command, () -> {}).run();
            }
        }
    }

    private void activate() {
        deactivate();
        if (!isTaken()) {
            active = Optional.of(contexts.activateContext(CONTEXT));
        }
    }

    private void deactivate() {
        active.ifPresent(contexts::deactivateContext);
        active = Optional.empty();
    }
}
