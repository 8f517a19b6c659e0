// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.content.Cid;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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

    /** A file with its line, or why there is none. */
    private record Hashed(String line, Optional<String> flaw) {
        static Hashed flaw(String sentence) {
            return new Hashed("", Optional.of(sentence));
        }

        static Hashed of(Path file) {
            try {
                return Files.isDirectory(file)
                        ? flaw(file + " is a folder.")
                        : new Hashed(line(file), Optional.empty());
            } catch (CommandFailed missing) {
                return flaw(String.valueOf(missing.getMessage()));
            } catch (IOException unreadable) {
                return flaw(file + " cannot be read: " + unreadable.getMessage() + ".");
            }
        }

        private static String line(Path file) throws IOException {
            SceneFolder.requireFile(file);
            return Cid.of(file) + "  " + file;
        }
    }

    @Override
    public Integer call() {
        // A line at a time, but many files at once.
        var all = files.parallelStream().map(Hashed::of).toList();
        all.stream().filter(file -> file.flaw().isEmpty()).forEach(file -> print(file.line()));
        var flaws = all.stream().flatMap(file -> file.flaw().stream()).toList();
        if (!flaws.isEmpty()) {
            throw new CommandFailed(String.join("\n", flaws));
        }
        return 0;
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
    }
}
