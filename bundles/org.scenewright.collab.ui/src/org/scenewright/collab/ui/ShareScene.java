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

/** Asks how, and shares the scene of the active editor. */
public final class ShareScene extends AbstractHandler {

    @Override
    public boolean isEnabled() {
        return SharedScenesFactory.of(PlatformUI.getWorkbench()).isFree();
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var scenes = SharedScenesFactory.of(window.getWorkbench());
        scenes.active().ifPresent(scene -> share(window, scenes, scene));
        return null;
    }

    private static void share(IWorkbenchWindow window, SharedScenes scenes, SceneSession scene) {
        ShareForm.ask(window.getShell(), scenes, scene)
                .ifPresent(
                        answer -> {
                            PeopleView.show(window);
                            scenes.share(scene, answer);
                        });
    }
}
