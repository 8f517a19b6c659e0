// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.crdt.ComponentId;
import org.scenewright.crdt.CrdtWriter;
import org.scenewright.crdt.Entity;
import org.scenewright.crdt.LwwStore;
import org.scenewright.scene.Origin;
import org.scenewright.scene.Scene;
import org.scenewright.scene.SceneSnapshot;
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
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Measures how fast messages from others are merged, into bytes and into a document, and how fast
 * own writes become messages; all in millions of messages per second.
 */
@Command(
        name = "crdt",
        description = "Measures merging and writing of CRDT messages.",
        mixinStandardHelpOptions = true)
final class CrdtBench implements Callable<Integer> {
    private static final int MESSAGES = 1_000_000;
    private static final int FEW = 10_000;
    private static final int MANY = 60_000;
    private static final int COMPONENTS = 16;

    /** The first is the least of the next three. */
    private static final List<String> FIELDS =
            List.of(
                    "bytesMps",
                    "bytes10kMps",
                    "bytes60kMps",
                    "bytes60kBy16Mps",
                    "documentMps",
                    "document60kMps",
                    "encodeMps");

    @Spec CommandSpec spec = CommandSpec.create();

    @Option(names = "--runs", defaultValue = "5", description = "by default ${DEFAULT-VALUE}")
    int runs;

    @Option(
            names = "--batch",
            defaultValue = "10000",
            description = "messages that arrive together, by default ${DEFAULT-VALUE}")
    int batch;

    @Option(names = "--peer", description = "also through @dcl/ecs on Node, the same messages")
    boolean peer;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (batch < 1) {
            throw new CommandFailed("A batch has at least one message.");
        }
        var medians = new Medians("crdt");
        // The first run is for the compiler.
        for (int run = -1; run < Math.max(1, runs); run++) {
            var result = measure();
            if (run >= 0) {
                medians.add(result);
            }
        }
        var line = medians.values(FIELDS).with(FieldPath.of("batch"), Value.of(batch));
        spec.commandLine().getOut().println(ValueJson.print(peer ? withPeer(line) : line));
        return 0;
    }

    private Value measure() {
        double few = bytesMps(new Input(FEW, 1, MESSAGES));
        double many = bytesMps(new Input(MANY, 1, MESSAGES));
        double wide = bytesMps(new Input(MANY, COMPONENTS, MANY * COMPONENTS));
        Value result = Value.fields("bytesMps", Value.of(Math.min(few, Math.min(many, wide))));
        return result.with(FieldPath.of("bytes10kMps"), Value.of(few))
                .with(FieldPath.of("bytes60kMps"), Value.of(many))
                .with(FieldPath.of("bytes60kBy16Mps"), Value.of(wide))
                .with(
                        FieldPath.of("documentMps"),
                        Value.of(documentMps(new Input(FEW, 1, MESSAGES))))
                .with(
                        FieldPath.of("document60kMps"),
                        Value.of(documentMps(new Input(MANY, 1, MESSAGES))))
                .with(FieldPath.of("encodeMps"), Value.of(encodeMps()));
    }

    /**
     * Messages that set the Transform, or the first components, of entities over and over.
     *
     * @param entities how many
     * @param components how many of each
     * @param messages how many in one pass; a second pass has newer timestamps
     */
    private record Input(int entities, int components, int messages) {
        private static final int TRANSFORM_BYTES = 44;

        List<ByteBuffer> batches(int pass, int size) {
            var batches = new ArrayList<ByteBuffer>();
            for (int from = 0; from < messages; from += size) {
                batches.add(batch(pass, from, Math.min(messages, from + size)));
            }
            return batches;
        }

        private ByteBuffer batch(int pass, int from, int to) {
            var out = new CrdtWriter();
            var data = ByteBuffer.allocate(TRANSFORM_BYTES);
            int rounds = (messages - 1) / (entities * components) + 1;
            for (int i = from; i < to; i++) {
                int cell = i % (entities * components);
                int round = pass * rounds + i / (entities * components) + 1;
                pose(data, cell, round);
                var entity = new Entity(Entity.FIRST_FREE_NUMBER + cell / components);
                out.put(entity, new ComponentId(1 + cell % components), round, data);
            }
            return ByteBuffer.wrap(bytes(out));
        }
    }

    private static byte[] bytes(CrdtWriter out) {
        byte[] bytes = new byte[out.length()];
        out.bytes().get(bytes);
        return bytes;
    }

    /** Writes a Transform at root whose position tells where it comes from. */
    private static void pose(ByteBuffer data, int cell, int round) {
        data.order(ByteOrder.LITTLE_ENDIAN);
        data.putFloat(0, cell % 256).putFloat(4, round).putFloat(8, cell / 256);
        data.putFloat(24, 1).putFloat(28, 1).putFloat(32, 1).putFloat(36, 1);
    }

    /** Into the store that all replicas share; the second pass finds every cell there. */
    private double bytesMps(Input input) {
        var store = new LwwStore();
        input.batches(0, batch).forEach(bytes -> store.merge(bytes, cell -> {}));
        return mps(input, input.batches(1, batch), bytes -> store.merge(bytes, cell -> {}));
    }

    private double documentMps(Input input) {
        var scene = new Scene(SceneSnapshot.empty(CoreComponents.load()));
        var origin = Origin.link(Origin.Kind.PEER, "bench");
        Consumer<ByteBuffer> merge = bytes -> scene.merge(bytes, origin);
        input.batches(0, batch).forEach(merge);
        return mps(input, input.batches(1, batch), merge);
    }

    private static double mps(Input input, List<ByteBuffer> batches, Consumer<ByteBuffer> merge) {
        long start = System.nanoTime();
        batches.forEach(merge);
        return input.messages * 1e3 / (System.nanoTime() - start);
    }

    /** Own writes to Transforms, until their messages stand in a buffer. */
    private double encodeMps() {
        var store = new LwwStore();
        var out = new CrdtWriter();
        var data = ByteBuffer.allocate(Input.TRANSFORM_BYTES);
        var transform = new ComponentId(1);
        long start = System.nanoTime();
        for (int i = 0; i < MESSAGES; i++) {
            if (i % batch == 0) {
                out.clear();
            }
            pose(data, i % FEW, i / FEW);
            store.put(new Entity(Entity.FIRST_FREE_NUMBER + i % FEW), transform, data, out);
        }
        return MESSAGES * 1e3 / (System.nanoTime() - start);
    }

    /** The messages of the first document measurement through the whole engine of the SDK. */
    private Value withPeer(Value line) throws IOException, InterruptedException {
        var file = Files.createTempFile("scenewright-bench", ".crdt");
        try {
            var out = Files.newOutputStream(file);
            for (int pass = 0; pass <= Math.max(1, runs); pass++) {
                for (var bytes : new Input(FEW, 1, MESSAGES).batches(pass, batch)) {
                    out.write(bytes.array());
                }
            }
            out.close();
            var told =
                    new Peer("crdt.cjs")
                            .run(
                                    file.toString(),
                                    Integer.toString(MESSAGES),
                                    Integer.toString(batch));
            double peerMps = told.number("peerMps", Double.NaN);
            return line.with(FieldPath.of("peerMps"), Value.of(peerMps))
                    .with(FieldPath.of("nodeVersion"), Value.of(told.text("nodeVersion", "")))
                    .with(FieldPath.of("peerVersion"), Value.of(told.text("peerVersion", "")))
                    .with(
                            FieldPath.of("ratio"),
                            Value.of(line.number("documentMps", Double.NaN) / peerMps));
        } finally {
            Files.delete(file);
        }
    }
}
