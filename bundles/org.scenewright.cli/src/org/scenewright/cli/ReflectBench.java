// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;
import org.scenewright.script.Answer;
import org.scenewright.script.Reflections;
import org.scenewright.script.ScriptWorkers;
import org.scenewright.script.WorkerHome;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * Measures how long it takes from TypeScript files to the schemas of their components, side by side
 * with the type check of the same files, and from a selection to its painted property sheet in the
 * real workbench; milliseconds.
 */
@Command(
        name = "reflect",
        description = "Measures reading the components of TypeScript files.",
        mixinStandardHelpOptions = true)
final class ReflectBench implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of("coldMs", "startedMs", "warmMs", "oneFileMs", "tscMs", "components");
    private static final List<String> SHEET_FIELDS =
            List.of("sheetMs", "sheetCpuMs", "sheet1000Ms", "sheet1000CpuMs");
    private static final int BOXES = 2_000;
    private static final Duration TRAINING = Duration.ofMinutes(3);
    private static final int KEEPS_CLASSES = 25;
    private static final int WARM_UP = 3;

    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "DIR",
            description = "a project; without it one of 200 files is made")
    Optional<Path> directory = Optional.empty();

    @Option(names = "--runs", defaultValue = "5", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var scratch = ScratchFolder.create()) {
            // First, as it is what a machine without display or OpenGL has to be told about.
            var sheet = sheet(scratch.path().resolve("boxes"));
            var trained = scratch.path().resolve("trained");
            train(trained, project(scratch.path().resolve("training")));
            var medians = new Medians("reflect");
            for (int run = 0; run < Math.max(1, runs); run++) {
                var folder = Files.createDirectories(scratch.path().resolve("run" + run));
                medians.add(new Run(project(folder.resolve("project")), folder, trained).measure());
            }
            var line = with(medians.values(FIELDS), sheet);
            spec.commandLine().getOut().println(ValueJson.print(line));
            return 0;
        }
    }

    /** How long the property sheet takes to show a selection; medians of one start. */
    private static Value sheet(Path scene) throws IOException, InterruptedException {
        Generate.boxes(BOXES, scene);
        return new Workbench(scene).measure("sheet");
    }

    private static Value with(Value line, Value sheet) {
        for (var field : SHEET_FIELDS) {
            line = line.with(FieldPath.of(field), Value.of(sheet.number(field, Double.NaN)));
        }
        return line;
    }

    /** A copy that may be changed. */
    private BenchProject project(Path folder) throws IOException {
        return directory.isPresent()
                ? BenchProject.copy(directory.orElseThrow(), folder)
                : BenchProject.generate(folder);
    }

    private static WorkerHome home(Path cache) {
        return WorkerHome.ofProperty(cache)
                .orElseThrow(() -> new CommandFailed("Start this through releng/bench."));
    }

    /** Has the file made that an editor has from its second start on. */
    private static void train(Path cache, BenchProject project) throws IOException {
        try (var workers = new ScriptWorkers(home(cache))) {
            ask(new Reflections(workers, cache.resolve("last")), project);
            long end = System.nanoTime() + TRAINING.toNanos();
            while (isTrainable() && !isTrained(cache) && System.nanoTime() < end) {
                LockSupport.parkNanos(100_000_000);
            }
        }
    }

    private static boolean isTrainable() {
        var path = System.getProperty("scenewright.worker.path", "").split(File.pathSeparator);
        return Runtime.version().feature() >= KEEPS_CLASSES
                && Stream.of(path).map(Path::of).allMatch(Files::isRegularFile);
    }

    private static boolean isTrained(Path cache) throws IOException {
        try (var files = Files.newDirectoryStream(cache, "worker-*.aot")) {
            return files.iterator().hasNext();
        }
    }

    /** The number of components that were found. */
    private static int ask(Reflections reflections, BenchProject project) {
        return switch (reflections.ask(project.folder(), sign -> {}).answer().join()) {
            case Answer.Reflected(var reflection) -> reflection.definitions().size();
            case Answer.Failed(var message) -> throw new CommandFailed(message);
            case Answer.NoWorker(var reason) -> throw new CommandFailed(reason);
            case Answer.Died(var exit, var file) -> throw new CommandFailed(exit.detail());
            case Answer.Cancelled() -> throw new CommandFailed("It was cancelled.");
        };
    }

    /** One project from its first time on. */
    private static final class Run {
        private final BenchProject project;
        private final Path folder;
        private final Path trained;
        private Value result = Value.EMPTY;

        Run(BenchProject project, Path folder, Path trained) {
            this.project = project;
            this.folder = folder;
            this.trained = trained;
        }

        Value measure() throws IOException, InterruptedException {
            cold("coldMs", folder.resolve("cache"));
            try (var workers = new ScriptWorkers(home(trained))) {
                var reflections = new Reflections(workers, folder.resolve("last"));
                long start = System.nanoTime();
                ask(reflections, project);
                note("startedMs", millis(start));
                warm(reflections);
            }
            note("tscMs", project.typeCheck());
            return result;
        }

        /** With nothing there that a former start could have left. */
        private void cold(String field, Path cache) {
            try (var workers = new ScriptWorkers(home(cache))) {
                long start = System.nanoTime();
                int components = ask(new Reflections(workers, cache.resolve("last")), project);
                note(field, millis(start));
                note("components", components);
            }
        }

        private void warm(Reflections reflections) throws IOException {
            for (int i = 0; i < WARM_UP; i++) {
                project.changeAll();
                ask(reflections, project);
            }
            project.changeAll();
            long start = System.nanoTime();
            ask(reflections, project);
            note("warmMs", millis(start));
            project.changeOne();
            ask(reflections, project);
            project.changeOne();
            start = System.nanoTime();
            ask(reflections, project);
            note("oneFileMs", millis(start));
        }

        private void note(String field, double number) {
            result = result.with(FieldPath.of(field), Value.of(number));
        }
    }

    static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
