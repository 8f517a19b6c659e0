// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.ValueJson;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Runs the code of scenes, and tells what became of it. */
@Command(
        name = "play",
        description = {
            "Runs the code of scenes without drawing them: so many frames of a thirtieth of a"
                    + " second, of which the first takes no time, as fast as they go. What the"
                    + " scenes write to the console goes to standard error.",
            "Exit code 1 when the code of a scene failed; 2 when there is none, or the scene cannot"
                    + " be read."
        },
        mixinStandardHelpOptions = true)
final class PlayFolders implements Callable<Integer> {
    /** Nobody sits before it, and what runs it may be busy with much else. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR", arity = "0..*", description = "the folder of a built scene")
    List<Path> directories = new ArrayList<>();

    @Option(
            names = "--global",
            paramLabel = "DIR",
            description = "a scene that is there wherever one stands; it is served first")
    List<Path> globals = new ArrayList<>();

    @Option(
            names = "--ticks",
            defaultValue = "300",
            description = "frames of each scene, by default ${DEFAULT-VALUE}: ten seconds")
    int ticks;

    @Option(
            names = "--build",
            description =
                    "builds the scenes first: with the esbuild of the project where its build is"
                            + " the SDK's, else with npm run build")
    boolean build;

    @Option(names = "--json", description = "one line of JSON")
    boolean json;

    @Override
    public Integer call() throws InterruptedException {
        if (ticks < 0 || directories.isEmpty() && globals.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    ticks < 0 ? "--ticks is not negative." : "Missing required parameter: 'DIR'");
        }
        var folders = Stream.of(directories, globals).flatMap(List::stream).toList();
        if (build) {
            for (var folder : folders) {
                new BuiltFirst(this::say).build(folder);
            }
        }
        return play(folders.stream().map(PlayedFolder::of).toList());
    }

    private static WorkerHome home() {
        return WorkerHome.ofProperty(SourceTypes.cache())
                .orElseThrow(() -> new CommandFailed("Start this through releng/scenewright."));
    }

    private int play(List<PlayedFolder> folders) throws InterruptedException {
        try (var workers = new PlayWorkers(home(), PATIENCE);
                var rehearsal = new Rehearsal(workers, ticks, this::say)) {
            var world = folders.getFirst().base();
            for (int i = 0; i < folders.size(); i++) {
                rehearsal.add(folders.get(i), i >= directories.size(), world);
            }
            rehearsal.run();
            return report(rehearsal.programme(), workers.engine());
        }
    }

    private int report(Programme programme, String engine) {
        programme
                .unplayable()
                .ifPresent(
                        why -> {
                            throw new CommandFailed(why);
                        });
        var facts = programme.toValue(engine);
        spec.commandLine().getOut().println(json ? ValueJson.print(facts) : Programme.text(facts));
        return programme.errors() == 0 ? 0 : 1;
    }

    private void say(String line) {
        spec.commandLine().getErr().println(line);
    }
}
