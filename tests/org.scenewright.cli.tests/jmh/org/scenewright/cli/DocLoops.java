// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;

import java.io.IOException;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * The loops of {@code bench doc}, in microseconds per edit. Each iteration is a number of edits,
 * not a time, as the history grows with every edit.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(DocLoops.EDITS)
@Warmup(iterations = 10)
@Measurement(iterations = 10)
public class DocLoops {
    static final int EDITS = 5_000;

    /** Boxes that are moved about, each time another. */
    @State(Scope.Thread)
    public abstract static class Boxes {
        private final Random random = new Random(1);
        private final int boxes;
        private final int components;
        private Scene scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));

        Boxes(int boxes, int components) {
            this.boxes = boxes;
            this.components = components;
        }

        /** Reads them from files. */
        @Setup
        public void open() throws IOException {
            try (var folder = BoxFolder.of(boxes, components)) {
                scene = new Scene(folder.open(CoreComponents.load()).snapshot());
            }
        }

        /** Returns the microseconds that the thread worked per edit. */
        double move() {
            var watch = new Stopwatch();
            for (int i = 0; i < EDITS; i++) {
                DocBench.apply(scene, DocBench.move(random.nextInt(boxes), random.nextDouble()));
            }
            return watch.workedMilliseconds() * 1e3 / EDITS;
        }
    }

    /** Few boxes with few components. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Few extends Boxes {
        public double edit10kCpuUs;

        public Few() {
            super(10_000, 5);
        }
    }

    /** Many boxes with many components. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Many extends Boxes {
        public double edit60kCpuUs;

        public Many() {
            super(60_000, 16);
        }
    }

    @Benchmark
    public void edit10kUs(Few few) {
        few.edit10kCpuUs = few.move();
    }

    @Benchmark
    public void edit60kUs(Many many) {
        many.edit60kCpuUs = many.move();
    }
}
