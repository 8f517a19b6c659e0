// SPDX-License-Identifier: EPL-2.0
package org.scenewright.cli;

import org.scenewright.scene.SceneFormatException;
import org.scenewright.scene.SceneProject;
import org.scenewright.scene.StateDump;
import org.scenewright.scene.StateImport;
import org.scenewright.schema.CoreComponents;
import org.scenewright.script.ProjectTypes;
import org.scenewright.script.wire.Reflection;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** Brings the state of a main.crdt into the main composite of a scene. */
@Command(
        name = "import-crdt",
        description =
                "Writes what a main.crdt says into the scene's main composite, which is created if"
                        + " there is none. What the file does not mention stays. What cannot be"
                        + " kept, as neither composites nor source files know it, is told.",
        mixinStandardHelpOptions = true)
final class ImportCrdt implements Callable<Integer> {
    @Spec CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "FILE")
    Path file = Path.of("");

    @Parameters(index = "1", paramLabel = "DIR", description = "a folder with a scene.json")
    Path directory = Path.of("");

    @Override
    public Integer call() {
        try {
            var core = CoreComponents.load();
            var folder = folder();
            var present = StateDump.of(folder.project(), core);
            var scene = folder.open(core);
            var state = StateImport.of(file, scene, present);
            // Reading source files takes a second; it is for what the composites do not know.
            if (state.lacksTypes() && SourceTypes.canBeRead()) {
                var reflection = SourceTypes.of(folder.project().directory());
                scene = folder.open(ProjectTypes.of(core, reflection).types());
                state = StateImport.of(file, scene, present);
                if (state.lacksTypes()) {
                    warn(reflection);
                }
            }
            SceneFolder.save(scene, state.snapshot());
            state.notes().forEach(spec.commandLine().getErr()::println);
            return 0;
        } catch (SceneFormatException failure) {
            throw new CommandFailed(failure.getMessage());
        }
    }

    /** What is missing may be in a file that could not be read. */
    private void warn(Reflection reflection) {
        var err = spec.commandLine().getErr();
        ComponentList.warnings(reflection.findings())
                .forEach(warning -> err.println("scenewright: " + warning));
    }

    private SceneFolder folder() {
        var project = SceneProject.of(directory);
        if (!Files.isDirectory(directory) || !Files.isRegularFile(project.sceneJson())) {
            return SceneFolder.of(directory);
        }
        return new SceneFolder(project);
    }
}
