// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** Measures what users and peers would feel; each measurement is a command of its own. */
@Command(
        name = "bench",
        description = "Measures Scenewright; the last line is the result in JSON.",
        synopsisSubcommandLabel = "NAME",
        subcommands = {
            CrdtBench.class,
            DocBench.class,
            JournalBench.class,
            ReflectBench.class,
            PlayBench.class,
            FramesBench.class,
            AssetsBench.class,
            ModelsBench.class,
            CollabBench.class
        },
        mixinStandardHelpOptions = true)
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(
                line().setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                        .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                        .execute(arguments));
    }

    static CommandLine line() {
        var line = new CommandLine(new Bench());
        for (var measure : WorkbenchBench.Measure.values()) {
            line.addSubcommand(measure.name(), new WorkbenchBench(measure));
        }
        return line.setExecutionExceptionHandler(
                (failure, command, parsed) -> {
                    command.getErr().println("bench: " + failure.getMessage());
                    return Main.UNUSABLE;
                });
    }
}
