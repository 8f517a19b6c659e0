// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.scene.Edit;
import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Outcome;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.ComponentTypes;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;

/** Measures how long a document takes to be read, edited, undone and told to somebody else. */
@Command(
        name = "doc",
        description = {
            "Measures the document, without any window.",
            "loadMs: 60,000 entities with 5 components from files into a document that can be"
                    + " edited; coldMs: the first time, the types of all components included.",
            "snapshotMs: all that the document holds as CRDT messages, which is what a late joiner"
                    + " gets.",
            "bytesPerComponent: what stays in memory besides the bytes of the files.",
            "edit10kUs, edit60kUs: a field of a random entity, of 10,000 with 5 components and of"
                + " 60,000 with 16; undo1000Ms: undoing a move of 1,000 entities in the latter.",
            "newcomersMs: 60,000 new entities below one parent in one batch of messages.",
            "The same with Cpu: what the thread worked, where others keep the machine busy."
        },
        mixinStandardHelpOptions = true)
final class DocBench implements Callable<Integer> {
    private static final int FEW = 10_000;
    private static final int MANY = 60_000;
    private static final int COMPONENTS = 5;
    private static final int WIDE = 16;
    private static final int EDITS = 5_000;
    private static final int MOVED = 1_000;
    private static final int TRANSFORM_BYTES = 44;
    private static final Entity FIRST = Entity.of(Entity.FIRST_FREE_NUMBER, 0);

    private static final List<String> FIELDS =
            List.of(
                    "loadMs",
                    "snapshotMs",
                    "bytesPerComponent",
                    "edit10kUs",
                    "edit60kUs",
                    "undo1000Ms",
                    "newcomersMs",
                    "loadCpuMs",
                    "snapshotCpuMs",
                    "edit10kCpuUs",
                    "edit60kCpuUs",
                    "undo1000CpuMs",
                    "newcomersCpuMs");

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", defaultValue = "5", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Override
    public Integer call() throws IOException {
        try (var many = BoxFolder.of(MANY, COMPONENTS);
                var few = BoxFolder.of(FEW, COMPONENTS);
                var wide = BoxFolder.of(MANY, WIDE)) {
            var watch = new Stopwatch();
            var core = CoreComponents.load();
            open(many, core);
            double cold = watch.milliseconds();
            var fewBoxes = open(few, core).scene();
            var wideBoxes = open(wide, core).scene();
            var medians = new Medians("doc");
            // The first run is for the compiler.
            for (int run = -1; run < Math.max(1, runs); run++) {
                var result = new Run(core).measure(many, fewBoxes, wideBoxes);
                if (run >= 0) {
                    medians.add(result);
                }
            }
            var line = medians.values(FIELDS).with(FieldPath.of("coldMs"), Value.of(cold));
            spec.commandLine().getOut().println(ValueJson.print(line));
        }
        return 0;
    }

    /** A document with the files behind it, as an editor keeps them. */
    private record Opened(LoadedScene files, Scene scene) {}

    private static Opened open(BoxFolder folder, ComponentTypes core) {
        var files = LoadedScene.open(SceneProject.of(folder.directory()), core);
        if (!files.isReadable()) {
            throw new CommandFailed(files.problems().toString());
        }
        return new Opened(files, new Scene(files.snapshot()));
    }

    /** One run, which collects what it measures. */
    private static final class Run {
        private final ComponentTypes core;
        private Value result = Value.EMPTY;

        Run(ComponentTypes core) {
            this.core = core;
        }

        Value measure(BoxFolder many, Scene few, Scene wide) {
            load(many);
            edit(few, FEW, "edit10k");
            edit(wide, MANY, "edit60k");
            undo(wide);
            welcome();
            return result;
        }

        private void note(String field, double number) {
            result = result.with(FieldPath.of(field), Value.of(number));
        }

        private void note(String name, String unit, Stopwatch watch, double perMillisecond) {
            double worked = watch.workedMilliseconds();
            note(name + unit, watch.milliseconds() * perMillisecond);
            note(name + "Cpu" + unit, worked * perMillisecond);
        }

        private void load(BoxFolder many) {
            long before = usedBytes();
            var watch = new Stopwatch();
            var opened = open(many, core);
            note("load", "Ms", watch, 1);
            long held = usedBytes() - before - many.bytes();
            note("bytesPerComponent", (double) held / (MANY * COMPONENTS));
            watch = new Stopwatch();
            var out = new CrdtWriter();
            opened.scene().tellAll(out);
            note("snapshot", "Ms", watch, 1);
            require(out.length() > MANY * COMPONENTS && opened.files().isReadable());
        }

        private void edit(Scene scene, int entities, String name) {
            var random = new Random(entities);
            var watch = new Stopwatch();
            for (int i = 0; i < EDITS; i++) {
                var entity = Entity.of(FIRST.number() + random.nextInt(entities), 0);
                apply(scene, move(entity, random.nextDouble()));
            }
            note(name, "Us", watch, 1e3 / EDITS);
        }

        private void undo(Scene scene) {
            var moves = new ArrayList<Edit>();
            for (int i = 0; i < MOVED; i++) {
                moves.add(move(Entity.of(FIRST.number() + i * (MANY / MOVED), 0), 0.25 + i));
            }
            apply(scene, new Edit.All("Move", moves));
            var watch = new Stopwatch();
            int undone = scene.undo().orElseThrow().list().size();
            note("undo1000", "Ms", watch, 1);
            require(undone == MOVED);
        }

        private void welcome() {
            var scene = new Scene(SceneSnapshot.empty(core));
            var data = ByteBuffer.allocate(TRANSFORM_BYTES).order(ByteOrder.LITTLE_ENDIAN);
            data.putFloat(24, 1).putFloat(28, 1).putFloat(32, 1).putFloat(36, 1);
            var out = new CrdtWriter();
            for (int i = 0; i < MANY; i++) {
                out.put(Entity.of(FIRST.number() + i, 0), new ComponentId(1), 1, data);
                data.putInt(40, FIRST.number());
            }
            var watch = new Stopwatch();
            scene.merge(out.bytes(), Origin.link(Origin.Kind.PEER, "bench"));
            note("newcomers", "Ms", watch, 1);
            require(scene.snapshot().children(FIRST).size() == MANY - 1);
        }

        private static Edit move(Entity entity, double x) {
            return new Edit.Set(
                    entity, SceneSnapshot.TRANSFORM, FieldPath.of("position", "x"), Value.of(x));
        }

        private static void apply(Scene scene, Edit edit) {
            if (scene.apply(edit, Origin.USER) instanceof Outcome.Refused(var reason)) {
                throw new CommandFailed(reason);
            }
        }

        private static void require(boolean isAsExpected) {
            if (!isAsExpected) {
                throw new CommandFailed("The document is not what was to be measured.");
            }
        }
    }

    /** What is reachable, as far as the collector tells. */
    private static long usedBytes() {
        var runtime = Runtime.getRuntime();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 3; i++) {
            System.gc();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }
}
