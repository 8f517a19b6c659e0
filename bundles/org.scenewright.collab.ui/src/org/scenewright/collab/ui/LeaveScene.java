// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Ends the part of the person here in the shared scene of the active editor. */
public final class LeaveScene extends AbstractHandler {

    @Override
    public boolean isEnabled() {
        var scenes = SharedScenesFactory.of(PlatformUI.getWorkbench());
        return scenes.current().isPresent() || scenes.isOpening();
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var scenes = SharedScenesFactory.of(window.getWorkbench());
        scenes.active().filter(scenes::mayLeave).ifPresent(scenes::leave);
        return null;
    }
}
