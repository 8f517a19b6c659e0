// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.LoadedScene;
import org.scenewright.scene.SceneProject;
import org.scenewright.schema.CoreComponents;
import org.scenewright.schema.FieldPath;
import org.scenewright.schema.Value;
import org.scenewright.schema.ValueJson;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.util.List;
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
    public Integer call() {
        // All are read before the first is written: a broken one leaves the scene as it was.
        var scenes = read(SceneFolder.of(directory).project());
        int changed = 0;
        for (var scene : scenes) {
            changed += SceneFolder.save(scene, scene.snapshot()).isEmpty() ? 0 : 1;
        }
        Value result =
                Value.fields("files", Value.of(scenes.size()))
                        .with(FieldPath.of("changed"), Value.of(changed));
        spec.commandLine().getOut().println(ValueJson.print(result));
        return 0;
    }

    private static List<LoadedScene> read(SceneProject project) {
        var core = CoreComponents.load();
        return project.composites().stream()
                .map(file -> new SceneFolder(SceneProject.of(file)).open(core))
                .toList();
    }
}
