// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/**
 * The command line of Scenewright: results on standard output, messages on standard error.
 *
 * <p>Exit code 0: done. 1: as the command says. 2: wrong usage or unreadable input.
 */
@Command(
        name = "scenewright",
        description = "Opens, edits, draws and checks SDK7 scenes without a workbench.",
        mixinStandardHelpOptions = true,
        subcommands = {
            Resave.class,
            SetField.class,
            Render.class,
            Describe.class,
            Generate.class,
            Diff.class,
            Merge.class,
            Components.class,
            PlayFolders.class,
            ExportCrdt.class,
            ImportCrdt.class,
            HashFiles.class,
            ListManifest.class,
            OpenRoom.class
        })
public final class Main {
    static final int UNUSABLE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /**
     * Runs one command and returns its exit code; what it prints goes to the two streams as UTF-8.
     */
    static int run(String[] arguments, PrintStream out, PrintStream err) {
        var messages = new PrintWriter(err, true, StandardCharsets.UTF_8);
        var line =
                versioned(new CommandLine(new Main()))
                        .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                        .setErr(messages)
                        .setExecutionExceptionHandler(
                                (failure, command, parsed) -> {
                                    messages.println("scenewright: " + reason(failure));
                                    return UNUSABLE;
                                });
        try {
            return line.execute(arguments);
        } catch (OutOfMemoryError tooLarge) {
            // Java's own answer is a stack trace and code 1, which means something else here.
            messages.println("scenewright: The scene is too large for the memory Java may use.");
            return UNUSABLE;
        }
    }

    private static CommandLine versioned(CommandLine line) {
        line.getCommandSpec().versionProvider(new BundleVersion(Main.class.getClassLoader()));
        return line;
    }

    private static String reason(Exception failure) {
        boolean expected = failure instanceof CommandFailed;
        return expected
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}
