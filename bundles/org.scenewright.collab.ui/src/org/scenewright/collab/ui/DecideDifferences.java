// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;

/** Lists what there is to decide about the scene of the active editor. */
public final class DecideDifferences extends AbstractHandler {

    @Override
    public boolean isEnabled() {
        return !SharedScenesFactory.of(PlatformUI.getWorkbench()).decisions().isEmpty();
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        SharedScenesFactory.of(window.getWorkbench()).decide(window.getShell());
        return null;
    }
}
