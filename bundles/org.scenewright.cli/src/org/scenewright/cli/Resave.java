// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.CompositeFile;
import org.scenewright.scene.SceneSnapshot;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;

/** Sends every composite of a scene through parser, document and writer. */
@Command(
        name = "resave",
        description = "Reads and writes every composite of a scene; prints {files,changed}.",
        mixinStandardHelpOptions = true)
final class Resave implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "DIR")
    Path directory = Path.of("");

    @Override
    public Integer call() throws IOException {
        var folder = SceneFolder.of(directory);
        int files = 0;
        int changed = 0;
        for (var composite : folder.project().composites()) {
            files++;
            changed += resave(composite, folder.project().relative(composite)) ? 1 : 0;
        }
        Value result =
                Value.fields("files", Value.of(files))
                        .with(FieldPath.of("changed"), Value.of(changed));
        spec.commandLine().getOut().println(ValueJson.print(result));
        return 0;
    }

    private static boolean resave(Path file, String shown) throws IOException {
        var core = CoreComponents.load();
        var composite = CompositeFile.read(file, shown, core);
        if (!composite.isReadable()) {
            throw new CommandFailed(shown + ": " + composite.problems().getFirst().message());
        }
        byte[] before = Files.readAllBytes(file);
        byte[] after = composite.write(composite.fill(SceneSnapshot.empty(composite.types())));
        boolean changed = !Arrays.equals(before, after);
        if (changed) {
            Files.write(file, after);
        }
        return changed;
    }
}
