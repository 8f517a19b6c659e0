// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.event.EventHandler;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Opens the scene of the program argument {@code -scene DIR} as soon as the workbench stands. */
public final class StartArgument {
    private static final String NAME = "-scene";

    /**
     * Called while the workbench is being built; nothing waits or is left behind where there is no
     * argument.
     */
    @Execute
    public void listen(IEventBroker events) {
        argument(Arrays.asList(Platform.getApplicationArgs()))
                .ifPresent(
                        folder ->
                                events.subscribe(
                                        UIEvents.UILifeCycle.APP_STARTUP_COMPLETE,
                                        opening(folder)));
    }

    private static EventHandler opening(Path folder) {
        return event -> open(folder);
    }

    static Optional<Path> argument(List<String> arguments) {
        int name = arguments.indexOf(NAME);
        return name >= 0 && name + 1 < arguments.size()
                ? Optional.of(Path.of(arguments.get(name + 1)))
                : Optional.empty();
    }

    private static void open(Path folder) {
        var windows = PlatformUI.getWorkbench().getWorkbenchWindows();
        Arrays.stream(windows)
                .findFirst()
                .ifPresent(window -> SceneOpener.open(folder, window, true));
    }
}
