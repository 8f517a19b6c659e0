// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.StateDump;
import org.scenewright.schema.CoreComponents;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Writes the static state of a scene as the SDK's build does. */
@Command(
        name = "export-crdt",
        description =
                "Writes main.crdt as the SDK's build does: every composite of the scene in one"
                        + " engine.",
        mixinStandardHelpOptions = true)
final class ExportCrdt implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR")
    Path directory = Path.of("");

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "what to write")
    Path out = Path.of("");

    @Option(
            names = "--roots",
            description =
                    "also composite::root of composites that list it empty, as SDKs before 7.24"
                            + " did")
    boolean roots;

    @Override
    public Integer call() {
        try {
            var listing =
                    roots ? StateDump.Listing.WHENEVER_LISTED : StateDump.Listing.WHERE_NESTED;
            var project = SceneFolder.of(directory).project();
            var dump = StateDump.of(project, CoreComponents.load(), listing);
            dump.notes().forEach(spec.commandLine().getErr()::println);
            dump.write(out);
            return 0;
        } catch (SceneFormatException failure) {
            throw new CommandFailed(failure.getMessage());
        }
    }
}
