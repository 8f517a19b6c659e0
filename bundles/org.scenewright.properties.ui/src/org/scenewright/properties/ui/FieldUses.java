// SPDX-License-Identifier: EPL-2.0
package org.scenewright.properties.ui;

import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The file that a field names, and the search for all that names it; UI thread.
 *
 * @param project the folder of the scene
 * @param file the path in there
 */
record FieldUses(Path project, String file) {
    /** Of another bundle, which may be absent. */
    private static final String COMMAND = "org.scenewright.refactoring.ui.references";

    private static final System.Logger LOG = System.getLogger(FieldUses.class.getName());

    /** What begins the search; nothing where nobody can search. */
    Optional<Runnable> finding() {
        var commands = PlatformUI.getWorkbench().getService(ICommandService.class);
        return Optional.of(commands.getCommand(COMMAND))
                .filter(Command::isDefined)
                .map(command -> () -> find(command));
    }

    private void find(Command command) {
        var asked =
                ParameterizedCommand.generateCommand(
                        command, Map.of("file", file, "scene", project.toString()));
        try {
            PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(asked, null);
        } catch (CommandException refused) {
            LOG.log(System.Logger.Level.WARNING, "Nobody looks for " + file, refused);
        }
    }
}
