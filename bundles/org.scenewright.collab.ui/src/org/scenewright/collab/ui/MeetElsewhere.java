// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.window.Window;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.HandlerUtil;
import org.jspecify.annotations.Nullable;
import org.scenewright.comms.CommsException;
import org.scenewright.comms.ConnectionString;

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
        SharedScenesFactory.of(window.getWorkbench())
                .current()
                .ifPresent(
                        shared -> {
                            var dialog =
                                    new InputDialog(
                                            window.getShell(),
                                            "Meet Elsewhere",
                                            "Room or director that you go to; what you edit"
                                                    + " reaches the others when they are there.",
                                            "",
                                            MeetElsewhere::objection);
                            if (dialog.open() == Window.OK) {
                                var to = ConnectionString.parse(dialog.getValue());
                                shared.session().move(to);
                            }
                        });
        return null;
    }

    private static @Nullable String objection(String text) {
        try {
            ConnectionString.parse(text);
            return null;
        } catch (CommsException none) {
            return none.getMessage();
        }
    }
}
