// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.events.IEventBroker;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.osgi.service.event.EventHandler;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Starts the measurement of the program arguments {@code -measure NAME -of DIR -to FILE} once the
 * workbench stands.
 */
public final class MeasureArgument {

    /** Called while the workbench is being built. */
    @Execute
    public void listen(IEventBroker events) {
        var arguments = Arrays.asList(Platform.getApplicationArgs());
        EventHandler start = event -> start(arguments);
        events.subscribe(UIEvents.UILifeCycle.APP_STARTUP_COMPLETE, start);
    }

    private static void start(List<String> arguments) {
        var scene = Path.of(after(arguments, "-of"));
        var result = Path.of(after(arguments, "-to"));
        var measurement =
                new Measurement(after(arguments, "-measure"), scene, result, UiThread.current());
        Thread.ofPlatform().name("measurement").daemon().start(measurement);
    }

    private static String after(List<String> arguments, String name) {
        return arguments.get(arguments.indexOf(name) + 1);
    }
}
