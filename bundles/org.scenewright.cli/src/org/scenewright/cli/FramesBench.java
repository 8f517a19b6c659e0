// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.runtime.Clock;
import org.scenewright.runtime.FrameFigures;
import org.scenewright.runtime.FrameQuota;
import org.scenewright.runtime.FrameSchedule;
import org.scenewright.runtime.FrameStrategy;
import org.scenewright.runtime.Physics;
import org.scenewright.runtime.Play;
import org.scenewright.runtime.PlayHearing;
import org.scenewright.runtime.PlayPlan;
import org.scenewright.runtime.SceneSession;
import org.scenewright.runtime.SystemCalls;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Measures the three orders in which a frame of the renderer can go (ADR-148). */
@Command(
        name = "frames",
        description = {
            "Measures what becomes of the frames of scenes, and of input, in each order of the"
                    + " stages of a renderer's frame, at 60 Hz.",
            "Schedule, queues and merging are the real ones. Scenes and GPU are stand-ins that take"
                    + " a fixed time for a frame, so that neither's speed is measured."
        },
        mixinStandardHelpOptions = true)
final class FramesBench implements Callable<Integer> {
    private static final List<String> FIELDS =
            List.of("droppedPercent", "inputDelayMs", "gpuWaitMs", "framesPerS", "mergeMs");
    private static final long SECOND = 1_000_000_000L;

    /** Inputs come so often, in no step with the frames. */
    private static final long INPUT = 97_000_000;

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", defaultValue = "3", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--scenes",
            split = ",",
            defaultValue = "1,4,20",
            description = "how many there are at once, by default ${DEFAULT-VALUE}")
    List<Integer> numbers = List.of();

    @Option(
            names = "--seconds",
            defaultValue = "3",
            description = "of each measurement, by default ${DEFAULT-VALUE}")
    int seconds;

    @Option(
            names = "--scene-ms",
            defaultValue = "5",
            description = "milliseconds of a scene's frame, by default ${DEFAULT-VALUE}")
    int sceneMs;

    @Option(
            names = "--gpu-ms",
            defaultValue = "10",
            description = "milliseconds of the GPU's frame, by default ${DEFAULT-VALUE}")
    int gpuMs;

    @Option(
            names = "--entities",
            defaultValue = "50",
            description = "how many each scene moves in a frame, by default ${DEFAULT-VALUE}")
    int entities;

    @Option(
            names = "--texts",
            description = "each of them has a text that changes as well, which takes more reading")
    boolean hasTexts;

    /** The orders, by the names that the results have for them. */
    private enum Order {
        NAIVE(FrameStrategy.NAIVE),
        SEND_BESIDE_RENDER(FrameStrategy.SEND_BESIDE_RENDER),
        RECEIVE_WHILE_DRAWING(FrameStrategy.RECEIVE_WHILE_DRAWING);

        private final FrameStrategy strategy;

        Order(FrameStrategy strategy) {
            this.strategy = strategy;
        }

        String words() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public Integer call() throws IOException {
        var results = new ArrayList<Value>();
        try (var scratch = ScratchFolder.create()) {
            for (int scenes : numbers) {
                for (var order : Order.values()) {
                    results.add(measure(scratch.path(), scenes, order));
                    spec.commandLine().getErr().println(ValueJson.print(results.getLast()));
                }
            }
        }
        var line =
                Value.fields("bench", Value.of("frames"))
                        .with(FieldPath.of("runs"), Value.of(runs))
                        .with(FieldPath.of("results"), Value.of(results));
        spec.commandLine().getOut().println(ValueJson.print(line));
        return 0;
    }

    private Value measure(Path folder, int scenes, Order order) throws IOException {
        var medians = new Medians("frames");
        for (int run = 0; run < Math.max(1, runs); run++) {
            medians.add(run(folder, scenes, order));
        }
        var line =
                Value.fields("scenes", Value.of(scenes))
                        .with(FieldPath.of("strategy"), Value.of(order.words()));
        for (var field : FIELDS) {
            line = line.with(FieldPath.of(field), Value.of(medians.of(field)));
        }
        return line;
    }

    private Value run(Path folder, int scenes, Order order) throws IOException {
        var ports =
                new FrameSchedule.Ports(
                        new BenchScreen(Duration.ofMillis(gpuMs)), Physics.none(), Clock.real());
        var host = new StandIns(Duration.ofMillis(sceneMs), entities, hasTexts);
        var schedule = new FrameSchedule(host, ports, order.strategy, FrameQuota.USUAL);
        var sessions = new ArrayList<SceneSession>();
        try {
            for (int i = 0; i < scenes; i++) {
                var session = PlayedFolder.of(scene(folder.resolve("scene" + i))).open();
                sessions.add(session);
                var plan = PlayPlan.alone(session, folder.resolve("none"), SystemCalls.none());
                schedule.play(plan, new PlayHearing() {});
            }
            frames(schedule, SECOND);
            var before = schedule.figures();
            var merging = frames(schedule, seconds * SECOND);
            return between(before, schedule.figures())
                    .with(FieldPath.of("mergeMs"), Value.of(merging));
        } finally {
            schedule.plays().forEach(Play::close);
            sessions.forEach(SceneSession::close);
        }
    }

    private static Path scene(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        Files.writeString(folder.resolve("bin/index.js"), "");
        Files.writeString(folder.resolve("scene.json"), "{\"main\": \"bin/index.js\"}");
        return folder;
    }

    /**
     * Does frames for so long.
     *
     * @return the milliseconds that merging what one scene sends takes of a frame, as a rule
     */
    private static double frames(FrameSchedule schedule, long nanos) {
        long end = System.nanoTime() + nanos;
        // On a thread of its own, as people do not wait for the frames.
        Thread.ofVirtual().name("person").start(() -> press(schedule, end));
        var merging = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            schedule.frame();
            merging.add(schedule.plays().getFirst().figures().apply().toNanos() / 1e6);
        }
        Collections.sort(merging);
        return merging.get(merging.size() / 2);
    }

    private static void press(FrameSchedule schedule, long end) {
        while (System.nanoTime() < end) {
            schedule.input();
            LockSupport.parkNanos(INPUT);
        }
    }

    private Value between(FrameFigures before, FrameFigures after) {
        long dropped = after.dropped() - before.dropped();
        long answers = after.answers() - before.answers();
        long frames = after.frames() - before.frames();
        long inputs = after.inputs() - before.inputs();
        var delay =
                after.inputDelay()
                        .multipliedBy(after.inputs())
                        .minus(before.inputDelay().multipliedBy(before.inputs()));
        var waited = after.waitedForGpu().minus(before.waitedForGpu());
        return Value.fields("droppedPercent", Value.of(100.0 * dropped / (dropped + answers)))
                .with(FieldPath.of("inputDelayMs"), Value.of(delay.toNanos() / 1e6 / inputs))
                .with(FieldPath.of("gpuWaitMs"), Value.of(waited.toNanos() / 1e6 / frames))
                .with(FieldPath.of("framesPerS"), Value.of(frames / (double) seconds));
    }
}
