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
import java.util.ArrayList;
import java.util.List;
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
    private static final int MANY = 60_000;
    private static final int COMPONENTS = 5;
    private static final int WIDE = 16;
    private static final int MOVED = 1_000;
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

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "those of edits each in a JVM of its own, by default ${DEFAULT-VALUE}")
    int runs;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var loops = new Loops("DocLoops", Math.max(1, runs)).measure(spec.commandLine().getErr());
        try (var many = BoxFolder.of(MANY, COMPONENTS);
                var wide = BoxFolder.of(MANY, WIDE)) {
            var watch = new Stopwatch();
            var core = CoreComponents.load();
            scene(many.open(core));
            double cold = watch.milliseconds();
            var boxes = scene(wide.open(core));
            // The first run is for the compiler.
            new Run(core, Value.EMPTY).measure(many, boxes);
            var medians = new Medians("doc");
            for (var edits : loops) {
                medians.add(new Run(core, edits).measure(many, boxes));
            }
            var line = medians.values(FIELDS).with(FieldPath.of("coldMs"), Value.of(cold));
            spec.commandLine().getOut().println(ValueJson.print(line));
        }
        return 0;
    }

    private static Scene scene(LoadedScene files) {
        return new Scene(files.snapshot());
    }

    /** An edit of the kind that is measured: a box goes sideways. */
    static Edit move(int box, double x) {
        var entity = Entity.of(FIRST.number() + box, 0);
        return new Edit.Set(
                entity, SceneSnapshot.TRANSFORM, FieldPath.of("position", "x"), Value.of(x));
    }

    static void apply(Scene scene, Edit edit) {
        if (scene.apply(edit, Origin.USER) instanceof Outcome.Refused(var reason)) {
            throw new CommandFailed(reason);
        }
    }

    /** One run, which collects what it measures. */
    private static final class Run {
        private final ComponentTypes core;
        private Value result;

        /**
         * @param edits what the loops of this run measured
         */
        Run(ComponentTypes core, Value edits) {
            this.core = core;
            result = edits;
        }

        Value measure(BoxFolder many, Scene wide) {
            load(many);
            undo(wide);
            welcome();
            return result;
        }

        private void note(String field, double number) {
            result = result.with(FieldPath.of(field), Value.of(number));
        }

        private void note(String name, Stopwatch watch) {
            double worked = watch.workedMilliseconds();
            note(name + "Ms", watch.milliseconds());
            note(name + "CpuMs", worked);
        }

        private void load(BoxFolder many) {
            long before = usedBytes();
            var watch = new Stopwatch();
            var files = many.open(core);
            var scene = scene(files);
            note("load", watch);
            long held = usedBytes() - before - many.bytes();
            note("bytesPerComponent", (double) held / (MANY * COMPONENTS));
            watch = new Stopwatch();
            var out = new CrdtWriter();
            scene.tellAll(out);
            note("snapshot", watch);
            require(out.length() > MANY * COMPONENTS && files.isReadable());
        }

        private void undo(Scene scene) {
            var moves = new ArrayList<Edit>();
            for (int i = 0; i < MOVED; i++) {
                moves.add(move(i * (MANY / MOVED), 0.25 + i));
            }
            apply(scene, new Edit.All("Move", moves));
            var watch = new Stopwatch();
            int undone = scene.undo().orElseThrow().list().size();
            note("undo1000", watch);
            require(undone == MOVED);
        }

        private void welcome() {
            var scene = new Scene(SceneSnapshot.empty(core));
            var pose = PoseMessages.pose();
            var out = new CrdtWriter();
            for (int i = 0; i < MANY; i++) {
                out.put(Entity.of(FIRST.number() + i, 0), new ComponentId(1), 1, pose);
                pose.putInt(40, FIRST.number());
            }
            var watch = new Stopwatch();
            scene.merge(out.bytes(), Origin.link(Origin.Kind.PEER, "bench"));
            note("newcomers", watch);
            require(scene.snapshot().children(FIRST).size() == MANY - 1);
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
