// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures editing one scene together, all on loopback. */
@Command(
        name = "collab",
        description = {
            "Measures editing a scene together, all on loopback: an edit on its way to another"
                    + " document, joining and coming back, a room with many people, the server of"
                    + " rooms beside the official one, the orders of ADR-2, and a day without"
                    + " connection.",
            "maxQueueBytes is the most that ever waited for one guest of the server;"
                    + " serverCores is the work of its thread; deliveries per second of work are"
                    + " those of a process of its own."
        },
        mixinStandardHelpOptions = true)
final class CollabBench implements Callable<Integer> {
    private static final String RUN = "org.scenewright.collab.CollabRun";
    private static final List<String> FIELDS =
            List.of(
                    "p50Ms",
                    "p99Ms",
                    "joinMs",
                    "serverCores",
                    "maxQueueBytes",
                    "deliveriesPerCpuS",
                    "peerDeliveriesPerCpuS",
                    "ratio",
                    "coldP50Ms",
                    "coldP99Ms",
                    "joinBytes",
                    "rejoinMs",
                    "rejoinBytes",
                    "rejoinEdits",
                    "bringBackMs",
                    "bringBackBytes",
                    "bringBackEdits",
                    "crowdP50Ms",
                    "crowdP99Ms",
                    "crowdPerS",
                    "crowdWantedPerS",
                    "dropped",
                    "deliveriesPerS",
                    "peerDeliveriesPerS",
                    "offlineMs",
                    "offlineCpuMs",
                    "offlineEdits");

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "each in a JVM of its own, by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--entities",
            defaultValue = "10000",
            description = "of the scene, by default ${DEFAULT-VALUE}")
    int entities;

    @Option(
            names = "--editors",
            defaultValue = "50",
            description = "who edit in the room with many people, by default ${DEFAULT-VALUE}")
    int editors;

    @Option(
            names = "--viewers",
            defaultValue = "200",
            description = "who look on there, by default ${DEFAULT-VALUE}")
    int viewers;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "how long that is measured, by default ${DEFAULT-VALUE}")
    int seconds;

    @Override
    public Integer call() throws IOException, InterruptedException {
        String path = System.getProperty("scenewright.together", "");
        if (path.isEmpty()) {
            throw new CommandFailed("There is no CollabRun; start this through releng/bench.");
        }
        if (editors < 2 || viewers < 0 || entities < 1 || seconds < 1) {
            throw new CommandFailed("Two people have to edit something, for a second at least.");
        }
        var medians = new Medians("collab");
        Value last = Value.EMPTY;
        for (int run = 0; run < Math.max(1, runs); run++) {
            last = run(path);
            medians.add(last);
        }
        var broadcast = FieldPath.of("broadcast");
        var line =
                medians.values(FIELDS)
                        // In simulated time all runs tell the same.
                        .with(broadcast, last.at(broadcast).orElse(Value.EMPTY))
                        .with(FieldPath.of("editors"), Value.of(editors))
                        .with(FieldPath.of("viewers"), Value.of(viewers));
        spec.commandLine().getOut().println(ValueJson.print(line));
        return 0;
    }

    private Value run(String path) throws IOException, InterruptedException {
        try (var scratch = ScratchFolder.create()) {
            var scene = scratch.path().resolve("scene");
            Generate.boxes(entities, scene);
            var process =
                    new ProcessBuilder(command(path, scene))
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            String out =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailed("A run failed; see what it said above.");
            }
            return ValueJson.parse(out);
        }
    }

    private List<String> command(String path, Path scene) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As this JVM runs.
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", path, RUN, scene.toString()));
        for (int number : new int[] {editors, viewers, seconds}) {
            command.add(Integer.toString(number));
        }
        return command;
    }
}
