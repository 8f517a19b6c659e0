// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The loops of {@code bench crdt}, in microseconds per message. Each iteration is one pass over a
 * store or document of its own, which holds every cell already.
 */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@OperationsPerInvocation(PoseMessages.COUNT)
@Warmup(iterations = 5)
@Measurement(iterations = 5)
public class CrdtLoops {

    /** Messages that are to be merged, and what they are merged into. */
    @State(Scope.Thread)
    public abstract static class Merging {
        @Param("10000")
        int batch;

        private final PoseMessages messages;
        private List<ByteBuffer> older = List.of();
        private List<ByteBuffer> newer = List.of();

        Merging(int entities, int components) {
            messages = new PoseMessages(entities, components);
        }

        /** Writes the messages, which are the same for each iteration. */
        @Setup(Level.Trial)
        public void write() {
            older = messages.batches(0, batch);
            newer = messages.batches(1, batch);
        }

        /** Begins anew with all cells. */
        @Setup(Level.Iteration)
        public void fill() {
            clear();
            older.forEach(this::merge);
        }

        void mergeAll() {
            newer.forEach(this::merge);
        }

        abstract void clear();

        abstract void merge(ByteBuffer bytes);
    }

    /** Into the store that all replicas share. */
    public abstract static class Bytes extends Merging {
        private LwwStore store = new LwwStore();

        Bytes(int entities, int components) {
            super(entities, components);
        }

        @Override
        void clear() {
            store = new LwwStore();
        }

        @Override
        void merge(ByteBuffer bytes) {
            store.merge(bytes, cell -> {});
        }
    }

    /** Into a document, whose readers are told once a batch. */
    public abstract static class Document extends Merging {
        private final SceneSnapshot empty = SceneSnapshot.empty(CoreComponents.load());
        private final Origin origin = Origin.link(Origin.Kind.PEER, "bench");
        private Scene scene = new Scene(empty);

        Document(int entities) {
            super(entities, 1);
        }

        @Override
        void clear() {
            scene = new Scene(empty);
        }

        @Override
        void merge(ByteBuffer bytes) {
            scene.merge(bytes, origin);
        }
    }

    /** One component of few entities. */
    public static class FewBytes extends Bytes {
        public FewBytes() {
            super(PoseMessages.FEW, 1);
        }
    }

    /** One component of many entities. */
    public static class ManyBytes extends Bytes {
        public ManyBytes() {
            super(PoseMessages.MANY, 1);
        }
    }

    /** Many components of many entities. */
    public static class WideBytes extends Bytes {
        public WideBytes() {
            super(PoseMessages.MANY, PoseMessages.WIDE);
        }
    }

    /** A document of few entities. */
    public static class FewEntities extends Document {
        public FewEntities() {
            super(PoseMessages.FEW);
        }
    }

    /** A document of many entities. */
    public static class ManyEntities extends Document {
        public ManyEntities() {
            super(PoseMessages.MANY);
        }
    }

    /** What own writes go into, and where their messages stand then. */
    @State(Scope.Thread)
    public static class Writing {
        private static final ComponentId TRANSFORM = new ComponentId(1);

        @Param("10000")
        int batch;

        private final CrdtWriter out = new CrdtWriter();
        private final ByteBuffer pose = PoseMessages.pose();
        private LwwStore store = new LwwStore();

        /** Begins anew with nothing. */
        @Setup(Level.Iteration)
        public void clear() {
            store = new LwwStore();
        }

        private void write(int i) {
            if (i % batch == 0) {
                out.clear();
            }
            int cell = i % PoseMessages.FEW;
            PoseMessages.move(pose, cell, i / PoseMessages.FEW);
            store.put(new Entity(Entity.FIRST_FREE_NUMBER + cell), TRANSFORM, pose, out);
        }
    }

    @Benchmark
    public void bytes10k(FewBytes bytes) {
        bytes.mergeAll();
    }

    @Benchmark
    public void bytes60k(ManyBytes bytes) {
        bytes.mergeAll();
    }

    @Benchmark
    public void bytes60kBy16(WideBytes bytes) {
        bytes.mergeAll();
    }

    @Benchmark
    public void document(FewEntities entities) {
        entities.mergeAll();
    }

    @Benchmark
    public void document60k(ManyEntities entities) {
        entities.mergeAll();
    }

    @Benchmark
    public void encode(Writing writing) {
        for (int i = 0; i < PoseMessages.COUNT; i++) {
            writing.write(i);
        }
    }
}
