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
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Measures how fast messages from others are merged, into bytes and into a document, and how fast
 * own writes become messages; all in millions of messages per second.
 */
@Command(
        name = "crdt",
        description = "Measures merging and writing of CRDT messages.",
        mixinStandardHelpOptions = true)
final class CrdtBench implements Callable<Integer> {
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

    @Option(
            names = "--runs",
            defaultValue = "3",
            description = "each in a JVM of its own, by default ${DEFAULT-VALUE}")
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
        var loops = new Loops("CrdtLoops", Math.max(1, runs));
        loops.measure(spec.commandLine().getErr(), "-p", "batch=" + batch)
                .forEach(times -> medians.add(mps(times)));
        var line = medians.values(FIELDS).with(FieldPath.of("batch"), Value.of(batch));
        spec.commandLine().getOut().println(ValueJson.print(peer ? withPeer(line) : line));
        return 0;
    }

    /** From microseconds per message. */
    private static Value mps(Value times) {
        Value line = Value.EMPTY;
        for (var time : times.members().entrySet()) {
            double us = times.number(time.getKey(), Double.NaN);
            line = line.with(FieldPath.of(time.getKey() + "Mps"), Value.of(1 / us));
        }
        double least = Double.POSITIVE_INFINITY;
        for (var field : FIELDS.subList(1, 4)) {
            least = Math.min(least, line.number(field, Double.NaN));
        }
        return line.with(FieldPath.of("bytesMps"), Value.of(least));
    }

    /** The messages of the first document measurement through the whole engine of the SDK. */
    private Value withPeer(Value line) throws IOException, InterruptedException {
        var file = Files.createTempFile("scenewright-bench", ".crdt");
        try {
            var out = Files.newOutputStream(file);
            for (int pass = 0; pass <= Math.max(1, runs); pass++) {
                for (var bytes : new PoseMessages(PoseMessages.FEW, 1).batches(pass, batch)) {
                    out.write(bytes.array());
                }
            }
            out.close();
            var told =
                    new Peer("crdt.cjs")
                            .run(
                                    file.toString(),
                                    Integer.toString(PoseMessages.COUNT),
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
