// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.contexts.IContextActivation;
import org.eclipse.ui.contexts.IContextService;

import java.util.Optional;

/** Keys of one control: a context that is active while the control has the focus; UI thread. */
final class FocusContext {
    private final IContextService contexts;
    private final String id;
    private Optional<IContextActivation> active = Optional.empty();

    private FocusContext(IContextService contexts, String id) {
        this.contexts = contexts;
        this.id = id;
    }

    /** Binds a context to the focus of a control for as long as that lives. */
    static void bind(Control control, IContextService contexts, String id) {
        var context = new FocusContext(contexts, id);
        control.addListener(SWT.FocusIn, event -> context.activate());
        control.addListener(SWT.FocusOut, event -> context.deactivate());
        control.addListener(SWT.Dispose, event -> context.deactivate());
    }

    private void activate() {
        deactivate();
        active = Optional.of(contexts.activateContext(id));
    }

    private void deactivate() {
        active.ifPresent(contexts::deactivateContext);
        active = Optional.empty();
    }
}
