// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.console.MessageConsole;
import org.eclipse.ui.console.MessageConsoleStream;
import org.scenewright.runtime.ScriptHearing;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the code of a scene says, in a console of the scene's name; any thread, which is never kept
 * waiting: of what comes faster than the console takes it, lines are left out, and their number is
 * told.
 */
final class ScriptOutput implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ScriptOutput.class.getName());

    /** What the console holds, in characters; beyond, the oldest go until the first is left. */
    private static final int LEAST = 400_000;

    private static final int MOST = 500_000;
    private static final int MOST_WAITING = 4_000;

    private final UiThread ui;
    private final MessageConsole console;
    private final Map<ScriptHearing.Level, MessageConsoleStream> streams =
            new EnumMap<>(ScriptHearing.Level.class);
    private final BlockingQueue<Line> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();
    private final Thread writing;
    private final Map<Path, ScriptOutput> beside = new HashMap<>();

    private record Line(ScriptHearing.Level level, String text) {}

    /** Makes the console; UI thread. */
    ScriptOutput(OpenScene scene) {
        this(scene.title(), scene.session().project().directory(), scene.ui());
    }

    private ScriptOutput(String title, Path directory, UiThread ui) {
        this.ui = ui;
        console = new MessageConsole(title, Icons.descriptor("play"));
        console.setWaterMarks(LEAST, MOST);
        console.addPatternMatchListener(new SourcePlaces(directory));
        var colors = new OutputColors(ui.display());
        for (var level : ScriptHearing.Level.values()) {
            var stream = console.newMessageStream();
            colors.of(level).ifPresent(stream::setColor);
            streams.put(level, stream);
        }
        writing = Thread.ofVirtual().name("output of a scene").start(this::write);
    }

    /** Shows the console, empty, unless that would hide what people watch a play in; UI thread. */
    void begin() {
        open();
        if (!isWatchedElsewhere()) {
            show();
        }
    }

    private static boolean isWatchedElsewhere() {
        return List.of(PlatformUI.getWorkbench().getWorkbenchWindows()).stream()
                .flatMap(window -> List.of(window.getPages()).stream())
                .anyMatch(page -> isSeen(page, RuntimeView.ID) || isSeen(page, MessagesView.ID));
    }

    private static boolean isSeen(IWorkbenchPage page, String view) {
        return Optional.ofNullable(page.findView(view)).filter(page::isPartVisible).isPresent();
    }

    /** Shows the console with what it has, and lets people choose it; UI thread. */
    void show() {
        var consoles = ConsolePlugin.getDefault().getConsoleManager();
        consoles.addConsoles(new IConsole[] {console});
        consoles.showConsoleView(console);
    }

    /** Empties the console, and lets people choose it; UI thread. */
    void open() {
        waiting.clear();
        console.clearConsole();
        ConsolePlugin.getDefault().getConsoleManager().addConsoles(new IConsole[] {console});
    }

    /** That of another scene, which is played beside this one; it ends with this. UI thread. */
    ScriptOutput beside(String title, Path directory) {
        return beside.computeIfAbsent(directory, d -> new ScriptOutput(title, d, ui));
    }

    void said(ScriptHearing.Level level, String text, Optional<ScriptHearing.Spot> where) {
        add(level, text + where.map(ScriptOutput::place).orElse(""));
    }

    /** Something to know about it. */
    void warn(String sentence) {
        add(ScriptHearing.Level.WARNING, sentence);
    }

    private static String place(ScriptHearing.Spot spot) {
        return "   " + spot.file() + ":" + spot.line();
    }

    /** The code threw, or came to its end. */
    void failed(String message, String stack) {
        add(ScriptHearing.Level.ERROR, stack.isBlank() ? message : message + "\n" + stack.strip());
    }

    private void add(ScriptHearing.Level level, String text) {
        if (!waiting.offer(new Line(level, text))) {
            lost.incrementAndGet();
        }
    }

    private void write() {
        try {
            while (true) {
                var line = waiting.take();
                print(line);
                long left = lost.getAndSet(0);
                if (left > 0) {
                    print(
                            new Line(
                                    ScriptHearing.Level.WARNING,
                                    "(" + Counted.lines(left) + " left out)"));
                }
            }
        } catch (InterruptedException closed) {
            LOG.log(System.Logger.Level.DEBUG, "Nobody reads what a scene says any longer", closed);
        }
    }

    private void print(Line line) {
        Optional.ofNullable(streams.get(line.level()))
                .ifPresent(stream -> stream.println(line.text()));
    }

    MessageConsole console() {
        return console;
    }

    @Override
    public void close() {
        beside.values().forEach(ScriptOutput::close);
        writing.interrupt();
        ConsolePlugin.getDefault().getConsoleManager().removeConsoles(new IConsole[] {console});
    }
}
