// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.FileMerge;
import org.scenewright.scene.SceneFormatException;
import org.scenewright.schema.CoreComponents;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Merges two composites, or two {@code scene.json}, that come from a third one, as git wants it of
 * a merge driver.
 */
@Command(
        name = "merge",
        description =
                "Merges what OURS and THEIRS made of BASE, composites or scene.json, field by"
                        + " field. Where both changed the same field, OUT keeps ours, a list tells"
                        + " it, and the exit code is 1.",
        mixinStandardHelpOptions = true)
final class Merge implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "BASE", description = "what both come from")
    Path base = Path.of("");

    @Parameters(index = "1", paramLabel = "OURS")
    Path ours = Path.of("");

    @Parameters(index = "2", paramLabel = "THEIRS")
    Path theirs = Path.of("");

    @Option(
            names = "-o",
            paramLabel = "OUT",
            required = true,
            description = "the merged file; it may be OURS")
    Path out = Path.of("");

    @Option(
            names = "--conflicts",
            paramLabel = "FILE",
            description = "where conflicts are listed; OUT.conflicts.json unless given")
    Optional<Path> conflicts = Optional.empty();

    @Override
    public Integer call() {
        try {
            var merged = merged();
            merged.write(out, conflicts.orElse(Path.of(out + ".conflicts.json")));
            var err = spec.commandLine().getErr();
            merged.notes().forEach(err::println);
            merged.conflicts().forEach(c -> err.println(c.sentence(merged.snapshot())));
            return merged.conflicts().isEmpty() ? 0 : 1;
        } catch (SceneFormatException failure) {
            throw new CommandFailed(failure.getMessage());
        }
    }

    private FileMerge merged() {
        List.of(base, ours, theirs).forEach(SceneFolder::requireFile);
        return FileMerge.of(base, ours, theirs, CoreComponents.load());
    }
}
