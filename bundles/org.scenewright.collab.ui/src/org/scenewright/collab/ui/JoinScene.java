// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.runtime.SceneSession;

/** Asks for the link, and makes the scene of the active editor the shared one. */
public final class JoinScene extends AbstractHandler {

    @Override
    public boolean isEnabled() {
        return SharedScenesFactory.of(PlatformUI.getWorkbench()).isFree();
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var scenes = SharedScenesFactory.of(window.getWorkbench());
        scenes.active().ifPresent(scene -> join(window, scenes, scene));
        return null;
    }

    private static void join(IWorkbenchWindow window, SharedScenes scenes, SceneSession scene) {
        JoinForm.ask(window.getShell(), scenes, SharedScenes.title(scene))
                .ifPresent(
                        link -> {
                            PeopleView.show(window);
                            scenes.join(scene, link);
                        });
    }
}
