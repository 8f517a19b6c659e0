// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.collab.Role;

import java.util.Optional;

/** Asks for another room, or for a director that says which, and goes there with the session. */
public final class MeetElsewhere extends AbstractHandler {

    @Override
    public boolean isEnabled() {
        return SharedScenesFactory.of(PlatformUI.getWorkbench())
                .current()
                .filter(shared -> !shared.isOver())
                .isPresent();
    }

    @Override
    public @Nullable Object execute(ExecutionEvent event) throws ExecutionException {
        var window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        var scenes = SharedScenesFactory.of(window.getWorkbench());
        scenes.active()
                .ifPresent(
                        scene ->
                                scenes.of(scene)
                                        .flatMap(shared -> ask(window, scenes, shared))
                                        .ifPresent(meeting -> scenes.move(scene, meeting)));
        return null;
    }

    private static Optional<Meeting> ask(
            IWorkbenchWindow window, SharedScenes scenes, Shared shared) {
        boolean isOwner = shared.session().status().role() == Role.OWNER;
        return MoveForm.ask(window.getShell(), scenes.ui(), isOwner);
    }
}
