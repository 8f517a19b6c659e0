// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Loops that JMH measures, each run of each in a JVM of its own; JMH and the loops are no part of
 * the product.
 *
 * @param name the class, which stands in {@code jmh} beside the tests of this bundle; the names of
 *     its methods and counters are the names of the fields that it measures
 * @param runs how many
 */
record Loops(String name, int runs) {

    /** What each run measured; what JMH says meanwhile goes to {@code progress}. */
    List<Value> measure(PrintWriter progress, String... settings)
            throws IOException, InterruptedException {
        String path = System.getProperty("scenewright.loops", "");
        if (path.isEmpty()) {
            throw new CommandFailed("There is no " + name + "; start this through releng/bench.");
        }
        try (var scratch = ScratchFolder.create()) {
            var results = scratch.path().resolve("results.json");
            var process =
                    new ProcessBuilder(command(path, results, settings))
                            .redirectErrorStream(true)
                            .start();
            process.inputReader().lines().forEach(progress::println);
            if (process.waitFor() != 0) {
                throw new CommandFailed("JMH failed at " + name + "; see its output above.");
            }
            return read(ValueJson.parse(Files.readString(results)));
        }
    }

    private List<String> command(String path, Path results, String... settings) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // As this JVM runs; JMH hands it on.
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", path, "org.openjdk.jmh.Main", "\\." + name + "\\."));
        command.addAll(List.of("-f", Integer.toString(runs), "-foe", "true"));
        command.addAll(List.of("-rf", "json", "-rff", results.toString()));
        command.addAll(List.of(settings));
        return command;
    }

    /** The medians of each run. */
    List<Value> read(Value results) {
        return IntStream.range(0, runs).mapToObj(run -> run(results, run)).toList();
    }

    private static Value run(Value results, int run) {
        Value fields = Value.EMPTY;
        for (var result : results.items("")) {
            String method = result.text("benchmark", "");
            String field = method.substring(method.lastIndexOf('.') + 1);
            fields = fields.with(FieldPath.of(field), median(result, "primaryMetric", run));
            var counters = result.at(FieldPath.of("secondaryMetrics")).orElse(Value.EMPTY);
            for (var counter : counters.members().keySet()) {
                var median = median(counters, counter, run);
                fields = fields.with(FieldPath.of(counter), median);
            }
        }
        return fields;
    }

    private static Value median(Value metrics, String metric, int run) {
        var path = FieldPath.of(metric, "rawData", Integer.toString(run));
        var iterations = new Medians(metric);
        metrics.at(path)
                .orElse(Value.EMPTY)
                .items("")
                .forEach(time -> iterations.add(Value.fields(metric, time)));
        return Value.of(iterations.of(metric));
    }
}
