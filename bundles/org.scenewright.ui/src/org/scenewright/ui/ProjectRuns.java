// SPDX-License-Identifier: EPL-2.0
package org.scenewright.ui;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.OperationCanceledException;
import org.eclipse.core.runtime.jobs.IJobChangeListener;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.console.ConsolePlugin;
import org.eclipse.ui.console.IConsole;
import org.eclipse.ui.services.IDisposable;
import org.scenewright.runtime.Aside;
import org.scenewright.script.BuildHearing;
import org.scenewright.script.ProjectTool;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The commands of the SDK that run for the projects of a workbench, each in a console of its own;
 * they end with the workbench. UI thread.
 */
public final class ProjectRuns implements IDisposable {
    private static final System.Logger LOG = System.getLogger(ProjectRuns.class.getName());

    /** Their processes end within a tenth of it; what they still say is not waited for. */
    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    private final Map<Key, Run> runs = new HashMap<>();
    private final Map<Key, CompletableFuture<?>> asked = new HashMap<>();

    /** What runs: of a project each command once. */
    private record Key(Path directory, ProjectTool.Verb verb) {}

    /**
     * What is to run, as the disk says.
     *
     * @param flaw what is missing, where nothing can run
     */
    private record Found(Optional<ProjectTool> tool, String flaw) {
        static Found of(Key key) {
            try {
                return new Found(Optional.of(ProjectTool.of(key.directory(), key.verb())), "");
            } catch (IOException missing) {
                return new Found(Optional.empty(), String.valueOf(missing.getMessage()));
            }
        }
    }

    private record Run(RunConsole console, Job job) {
        boolean isOn() {
            return job.getState() != Job.NONE;
        }
    }

    /**
     * Starts a command of a scene's project, once what people have not saved is saved or not
     * wanted; one that runs already is shown instead.
     */
    void start(OpenScene scene, ProjectTool.Verb verb) {
        var directory = scene.session().project().directory();
        var key = new Key(directory, verb);
        var known = Optional.ofNullable(runs.get(key));
        if (known.filter(Run::isOn).isPresent()) {
            known.ifPresent(run -> show(run.console()));
        } else if (isSaved()) {
            ask(scene, key);
        }
    }

    /** Whoever is impatient is not asked twice. */
    private void ask(OpenScene scene, Key key) {
        var before = Optional.<CompletableFuture<?>>ofNullable(asked.get(key));
        if (before.map(CompletableFuture::isDone).orElse(true)) {
            var looking = Aside.ask(() -> Found.of(key));
            asked.put(key, looking);
            scene.ui().then(looking, found -> start(scene, key, found));
        }
    }

    private void start(OpenScene scene, Key key, Found found) {
        if (found.tool().isEmpty()) {
            MessageDialog.openInformation(shell(), name(key.verb()), found.flaw());
        }
        var known = Optional.ofNullable(runs.get(key));
        // Asked last: only then it is known what will run.
        var wanted =
                found.tool()
                        .filter(tool -> known.filter(Run::isOn).isEmpty())
                        .filter(tool -> isWanted(scene, tool));
        if (wanted.isPresent()) {
            known.ifPresent(run -> close(run.console()));
            begin(key, scene.title(), wanted.get());
        }
    }

    private static boolean isWanted(OpenScene scene, ProjectTool tool) {
        return switch (tool.verb()) {
            case START -> true;
            case DEPLOY -> new DeployQuestion(scene.title(), scene.snapshot(), tool).ask(shell());
        };
    }

    private static boolean isSaved() {
        return Optional.ofNullable(PlatformUI.getWorkbench().getActiveWorkbenchWindow())
                .map(window -> window.getActivePage())
                .filter(page -> !page.saveAllEditors(true))
                .isEmpty();
    }

    private static Shell shell() {
        return PlatformUI.getWorkbench().getModalDialogShellProvider().getShell();
    }

    private void begin(Key key, String title, ProjectTool tool) {
        var console = new RunConsole(name(key.verb()) + " of " + title, key.directory());
        ICoreRunnable running = job -> run(tool, console, job);
        var job = Job.create(console.getName(), running);
        console.stopsBy(job::cancel);
        // Also where it is cancelled before it has begun.
        job.addJobChangeListener(IJobChangeListener.onDone(event -> console.ended()));
        runs.put(key, new Run(console, job));
        show(console);
        job.schedule();
    }

    private static String name(ProjectTool.Verb verb) {
        return switch (verb) {
            case START -> "Preview";
            case DEPLOY -> "Deploy";
        };
    }

    private static void run(ProjectTool tool, RunConsole console, IProgressMonitor job) {
        job.beginTask(tool.shown(), IProgressMonitor.UNKNOWN);
        console.say("> " + tool.shown());
        try {
            console.say(tool.run(new Ears(console, job)));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            throw new OperationCanceledException();
        }
    }

    /** Hears a command, which ends when people no longer want it. */
    private record Ears(RunConsole console, IProgressMonitor job) implements BuildHearing {
        @Override
        public void said(String line) {
            console.say(line);
        }

        @Override
        public boolean isCancelled() {
            return job.isCanceled();
        }
    }

    private static void show(RunConsole console) {
        var consoles = ConsolePlugin.getDefault().getConsoleManager();
        consoles.addConsoles(new IConsole[] {console});
        consoles.showConsoleView(console);
    }

    private static void close(RunConsole console) {
        ConsolePlugin.getDefault().getConsoleManager().removeConsoles(new IConsole[] {console});
    }

    /** The processes end with the workbench. */
    @Override
    public void dispose() {
        if (!new LastJobs(runs.values().stream().map(Run::job).toList()).end(LONGEST_END)) {
            LOG.log(System.Logger.Level.DEBUG, "A command of a project goes on for a while");
        }
        runs.clear();
    }
}
