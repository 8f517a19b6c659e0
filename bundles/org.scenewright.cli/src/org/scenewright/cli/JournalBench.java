// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.Journal;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Origin;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long an edit of a dragging hand takes until it is on the disk, and what it takes to
 * bring edits back; milliseconds and bytes.
 */
@Command(
        name = "journal",
        description = "Measures the journal of a scene.",
        mixinStandardHelpOptions = true)
final class JournalBench implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of(
                    "durableP50Ms",
                    "durableP95Ms",
                    "editP50Us",
                    "recoverMs",
                    "bytesPerEdit",
                    "checkpointBytes",
                    "compactedBytes",
                    "startedMs");

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", defaultValue = "3", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--entities",
            defaultValue = "10000",
            description = "in the scene, by default ${DEFAULT-VALUE}")
    int entities;

    @Option(
            names = "--edits",
            defaultValue = "600",
            description = "of one drag, 120 a second, by default ${DEFAULT-VALUE}")
    int edits;

    private final ComponentTypes core = CoreComponents.load();

    @Override
    public Integer call() throws IOException {
        if (edits < 1) {
            throw new CommandFailed("A drag has at least one edit.");
        }
        try (var scratch = ScratchFolder.create()) {
            var directory = scratch.path();
            var quiet = new CommandLine(new Generate());
            var project = directory.resolve("scene");
            if (quiet.execute(Integer.toString(entities), project.toString()) != 0) {
                throw new CommandFailed("A scene of " + entities + " entities cannot be made.");
            }
            var medians = new Medians("journal");
            for (int run = 0; run < Math.max(1, runs); run++) {
                medians.add(new Run(project, directory.resolve("journal" + run)).measure());
            }
            spec.commandLine().getOut().println(ValueJson.print(medians.values(FIELDS)));
            return 0;
        }
    }

    /** One scene that is opened, dragged about, lost and brought back. */
    private final class Run {
        private final SceneProject project;
        private final Path folder;
        private final List<Double> durable = new CopyOnWriteArrayList<>();
        private final List<Double> cost = new ArrayList<>();
        private Value result = Value.EMPTY;

        Run(Path project, Path folder) {
            this.project = SceneProject.of(project);
            this.folder = folder;
        }

        private Journal.Opened open() {
            return Journal.open(folder, LoadedScene.open(project, core), () -> core);
        }

        private void note(String field, double number) {
            result = result.with(FieldPath.of(field), Value.of(number));
        }

        private long bytes() throws IOException {
            return Files.size(folder.resolve("journal"));
        }

        Value measure() throws IOException {
            var opened = open();
            var journal = opened.journal().orElseThrow();
            long start = System.nanoTime();
            edit(opened, 0);
            journal.durable().join();
            note("startedMs", millis(start));
            long checkpoint = bytes();
            drag(opened);
            note("checkpointBytes", checkpoint);
            note("bytesPerEdit", (bytes() - checkpoint) / (double) edits);
            note("durableP50Ms", quantile(durable, 0.5));
            note("durableP95Ms", quantile(durable, 0.95));
            note("editP50Us", quantile(cost, 0.5));
            journal.close(true).join();
            compact();
            return result;
        }

        private void drag(Journal.Opened opened) {
            var all = new ArrayList<CompletableFuture<Void>>();
            for (int i = 1; i <= edits; i++) {
                // As fast as screens ask for it.
                LockSupport.parkNanos(8_000_000);
                long start = System.nanoTime();
                edit(opened, i);
                cost.add((System.nanoTime() - start) / 1e3);
                all.add(
                        opened.journal()
                                .orElseThrow()
                                .durable()
                                .thenRun(() -> durable.add(millis(start))));
            }
            all.forEach(CompletableFuture::join);
        }

        /** Brings the edits back and saves them: then the file starts anew, with the history. */
        private void compact() throws IOException {
            var files = LoadedScene.open(project, core);
            long start = System.nanoTime();
            var back = Journal.open(folder, files, () -> core);
            note("recoverMs", millis(start));
            SceneFolder.save(files, back.scene().snapshot());
            var journal = back.journal().orElseThrow();
            journal.files(files, back.scene().state());
            journal.durable().join();
            note("compactedBytes", bytes());
            journal.close(true).join();
        }

        private void edit(Journal.Opened opened, int number) {
            var scene = opened.scene();
            var first = new Entity(Entity.FIRST_FREE_NUMBER);
            var path = FieldPath.parse("position.x");
            var edit = new Edit.Set(first, SceneSnapshot.TRANSFORM, path, Value.of(number * 0.01));
            // A new step every tenth edit, so that there is a history to bring back.
            scene.apply(edit, Origin.gesture(1 + number / 10));
        }
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    private static double quantile(List<Double> numbers, double share) {
        var sorted = numbers.stream().sorted().toList();
        return sorted.get((int) (share * (sorted.size() - 1)));
    }
}
