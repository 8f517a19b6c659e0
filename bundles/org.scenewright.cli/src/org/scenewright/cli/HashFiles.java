// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.Cid;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/** The names that content servers know files by. */
@Command(
        name = "hash",
        description = "Prints the content hash (CID) of each file.",
        mixinStandardHelpOptions = true)
final class HashFiles implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", arity = "1..*")
    List<Path> files = List.of();

    @Override
    public Integer call() {
        // A line at a time, but many files at once.
        files.parallelStream().map(HashFiles::line).toList().forEach(this::print);
        return 0;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }

    private static String line(Path file) {
        SceneFolder.requireFile(file);
        try {
            return Cid.of(file) + "  " + file;
        } catch (IOException unreadable) {
            throw new CommandFailed(file + " cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}
