// SPDX-License-Identifier: EPL-2.0
package org.scenewright.collab.ui;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.IWorkbenchSite;
import org.eclipse.ui.handlers.IHandlerService;

/** Runs commands as if they were chosen from a menu; UI thread. */
final class Commands {
    private Commands() {}

    static void run(IWorkbenchSite site, String command) {
        try {
            site.getService(IHandlerService.class).executeCommand(command, null);
        } catch (CommandException unable) {
            System.getLogger(Commands.class.getName())
                    .log(System.Logger.Level.WARNING, "A command cannot run now", unable);
        }
    }
}
