// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.PlayWorkers;
import org.scenewright.script.WorkerHome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

/** Measures how fast the code of scenes runs, side by side with the same bundle in Node. */
@Command(
        name = "play",
        description = {
            "Measures playing a scene of 1,000 moving entities, and 20 scenes of 100.",
            "Every run has a new worker that is warm as one is before anybody presses Play; the"
                    + " first run goes on until the code is compiled, and goes by turns with Node."
        },
        mixinStandardHelpOptions = true)
final class PlayBench implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of(
                    "firstSecondTicks",
                    "fifthSecondTicks",
                    "replayFirstSecondTicks",
                    "firstTickMs",
                    "replayFirstTickMs",
                    "stopMs",
                    "preparedS");
    private static final int MANY = 1000;
    private static final int FEW = 100;
    private static final int TURNS = 5;
    private static final int MOST_TURNS = 8;
    private static final double FASTER = 1.05;
    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final Duration CROWD = Duration.ofSeconds(15);
    private static final Duration FIRST = Duration.ofMillis(6500);
    private static final Duration REPLAY = Duration.ofMillis(2500);
    private static final Duration TURN = Duration.ofSeconds(3);

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", defaultValue = "3", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--warm-up",
            defaultValue = "30",
            description = "least seconds for compiling a scene, by default ${DEFAULT-VALUE}")
    int warmUp;

    private final Medians medians = new Medians("play");
    private final Medians turns = new Medians("turns");

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var scratch = ScratchFolder.create()) {
            var many = MovingScene.build(scratch.path().resolve("many"), MANY);
            var few = MovingScene.build(scratch.path().resolve("few"), FEW);
            var cache = Files.createDirectories(scratch.path().resolve("cache"));
            var home =
                    WorkerHome.ofProperty(cache)
                            .orElseThrow(
                                    () -> new CommandFailed("Start this through releng/bench."));
            Value more = Value.EMPTY;
            for (int run = 0; run < Math.max(1, runs); run++) {
                try (var workers = new PlayWorkers(home, PlayFolders.PATIENCE)) {
                    medians.add(first(workers, many));
                    more = run == 0 ? compiled(workers, many, few) : more;
                }
            }
            var line = with(with(medians.values(FIELDS), more), interpreted(home, many));
            spec.commandLine().getOut().println(ValueJson.print(line));
            return 0;
        }
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
    }

    private static Value with(Value line, Value more) {
        for (var field : more.members().entrySet()) {
            line = line.with(FieldPath.of(field.getKey()), field.getValue());
        }
        return line;
    }

    private static Value with(Value line, String field, double number) {
        return line.with(FieldPath.of(field), Value.of(number));
    }

    /** Of a bundle that the worker has never seen, and of the same again. */
    private Value first(PlayWorkers workers, MovingScene scene) {
        workers.prepare();
        var prepared = WorkerProcesses.awaitCalm(LONGEST);
        say("A worker is warm after " + prepared.toSeconds() + " s");
        var first = new Sprint(workers, scene.bundle());
        first.run(FIRST);
        double stopMs = first.stopMs();
        var again = new Sprint(workers, scene.bundle());
        again.run(REPLAY);
        again.stopMs();
        var line = with(Value.EMPTY, "firstSecondTicks", first.ticksInSecond(1));
        line = with(line, "fifthSecondTicks", first.ticksInSecond(5));
        line = with(line, "replayFirstSecondTicks", again.ticksInSecond(1));
        line = with(line, "firstTickMs", first.firstTickMs());
        line = with(line, "replayFirstTickMs", again.firstTickMs());
        line = with(line, "stopMs", stopMs);
        line = with(line, "preparedS", prepared.toMillis() / 1e3);
        say(ValueJson.print(line));
        return line;
    }

    /** The same where there is no compiler for the JVM at hand. */
    private static Value interpreted(WorkerHome home, MovingScene many) throws IOException {
        try (var workers = new PlayWorkers(withoutCompiler(home), PlayFolders.PATIENCE)) {
            workers.prepare();
            WorkerProcesses.awaitCalm(LONGEST);
            var sprint = new Sprint(workers, many.bundle());
            sprint.run(FIRST);
            var before = WorkerProcesses.work();
            var lap = sprint.run(FIRST);
            var work = WorkerProcesses.work().minus(before);
            var line = with(Value.EMPTY, "interpretedRssMb", WorkerProcesses.rssMb());
            line = with(line, "interpretedTicksPerS", lap.ticksPerSecond());
            line = with(line, "interpretedTicksPerCpuS", lap.ticks() * 1e3 / work.toMillis());
            sprint.close();
            return line.with(FieldPath.of("interpretedEngine"), Value.of(workers.engine()));
        }
    }

    private static WorkerHome withoutCompiler(WorkerHome home) {
        var jars =
                home.classPath().stream()
                        .filter(jar -> !jar.getFileName().toString().matches("compiler[-.].*"))
                        .toList();
        return new WorkerHome(home.javaHomes(), jars, home.main(), home.cache());
    }

    /** Runs until it gets no faster any more, as a busy machine takes longer to compile. */
    private void warm(Sprint sprint) {
        double best = sprint.run(Duration.ofSeconds(warmUp)).ticksPerSecond();
        double last = sprint.run(TURN).ticksPerSecond();
        for (int turn = 0; turn < MOST_TURNS && last > best * FASTER; turn++) {
            best = Math.max(best, last);
            last = sprint.run(TURN).ticksPerSecond();
        }
    }

    /** Once the code is compiled: ours and Node by turns, and then many scenes at once. */
    private Value compiled(PlayWorkers workers, MovingScene many, MovingScene few)
            throws IOException, InterruptedException {
        var sprint = new Sprint(workers, many.bundle());
        warm(sprint);
        String version = "";
        for (int turn = 0; turn < TURNS; turn++) {
            var before = WorkerProcesses.work();
            var lap = sprint.run(TURN);
            var work = WorkerProcesses.work().minus(before);
            var told = new Peer("play.cjs").run(many.bundle().toString(), "1500", "3000");
            version = told.text("nodeVersion", "");
            var line = with(Value.EMPTY, "ticksPerS", lap.ticksPerSecond());
            line = with(line, "nodeTicksPerS", told.number("ticksPerS", Double.NaN));
            line = with(line, "ipcMs", lap.besideMs());
            line = with(line, "ticksPerCpuS", lap.ticks() * 1e3 / work.toMillis());
            line = with(line, "nodeTicksPerCpuS", told.number("ticksPerCpuS", Double.NaN));
            turns.add(line);
            say(ValueJson.print(line));
        }
        sprint.stopMs();
        double rss = WorkerProcesses.rssMb();
        var line = with(Value.EMPTY, "ticksPerS", turns.of("ticksPerS"));
        line = with(line, "nodeTicksPerS", turns.of("nodeTicksPerS"));
        line = line.with(FieldPath.of("nodeVersion"), Value.of(version));
        line = with(line, "ratio", turns.of("ticksPerS") / turns.of("nodeTicksPerS"));
        line = with(line, "ipcMs", turns.of("ipcMs"));
        line = with(line, "ticksPerCpuS", turns.of("ticksPerCpuS"));
        line = with(line, "nodeTicksPerCpuS", turns.of("nodeTicksPerCpuS"));
        // Where others use the machine, this one tells more than the other.
        double cpuRatio = turns.of("ticksPerCpuS") / turns.of("nodeTicksPerCpuS");
        line = with(line, "cpuRatio", cpuRatio);
        line = with(line, "rssMb", rss);
        line = with(line, Crowd.of(workers, few).measure(CROWD));
        return line.with(FieldPath.of("engine"), Value.of(workers.engine()));
    }
}
