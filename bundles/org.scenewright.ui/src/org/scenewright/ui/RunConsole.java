// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a command of a project says, with its addresses and source files as links. */
final class RunConsole extends MessageConsole {
    /** The property that tells listeners whether the command runs. */
    static final String RUNNING = "org.scenewright.ui.running";

    private static final int LEAST = 400_000;
    private static final int MOST = 500_000;

    private final MessageConsoleStream stream;
    private final AtomicBoolean running = new AtomicBoolean(true);
    private Runnable stop = () -> {};

    RunConsole(String title, Path directory) {
        super(title, Icons.descriptor("play"));
        setWaterMarks(LEAST, MOST);
        addPatternMatchListener(new SourcePlaces(directory));
        addPatternMatchListener(new WebPlaces());
        stream = newMessageStream();
    }

    /** A line; any thread, which waits where the console does not keep up. */
    void say(String line) {
        stream.println(line);
    }

    void stopsBy(Runnable way) {
        stop = way;
    }

    /** Ends the command; UI thread. */
    void stop() {
        stop.run();
    }

    boolean isRunning() {
        return running.get();
    }

    /** The command has ended; any thread. */
    void ended() {
        running.set(false);
        firePropertyChange(this, RUNNING, true, false);
    }
}
