// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Measures the workbench itself: starts it on a scene several times, lets it measure what its user
 * would feel, and prints the medians.
 */
@Command(
        description =
                "Measures opening, drawing, editing or playing a scene in the real workbench.",
        mixinStandardHelpOptions = true)
final class WorkbenchBench implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR")
    Path directory = Path.of("");

    @Option(names = "--runs", defaultValue = "3", description = "by default ${DEFAULT-VALUE}")
    int runs;

    private final Measure measure;

    /** What can be measured, and what each run tells of it. */
    enum Measure {
        open("openMs", "heapMb", "uiBlockMs"),
        frame("cpuMs", "wallMs", "scale", "drawCalls"),
        edit("p50Ms", "p99Ms"),
        stage("firstMs", "playMs", "stopMs");

        private final List<String> fields;

        Measure(String... fields) {
            this.fields = List.of(fields);
        }
    }

    WorkbenchBench(Measure measure) {
        this.measure = measure;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        SceneFolder.of(directory);
        var medians = new Medians(measure.name());
        for (int run = 0; run < Math.max(1, runs); run++) {
            medians.add(new Workbench(directory.toAbsolutePath()).measure(measure.name()));
        }
        spec.commandLine().getOut().println(medians.line(measure.fields));
        return 0;
    }
}
